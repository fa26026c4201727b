using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Times;

namespace AttributionLedger.Incidents;

/// <summary>
/// Something that the desk wants put on record about an incident. Every way in (sheet, command line, API, page) makes the
/// same commands, and every command is decided here.
/// </summary>
public abstract record IncidentCommand
{
    internal IncidentCommand() { }

    /// <summary>When the desk noted it, UTC, where that is earlier than the recording and worth keeping.</summary>
    public DateTimeOffset? Noted { get; init; }

    /// <summary>
    /// Decides what the command adds to the record. Pure and idempotent: what is on record with the same content yields
    /// nothing, and the same id with other content is refused, never overwritten.
    /// </summary>
    /// <param name="incident">The incident as it stands; null when it is not open yet.</param>
    /// <param name="record">The rows that the command names.</param>
    /// <param name="known">The time at which the ledger will have recorded it, UTC.</param>
    public Decision<IncidentEvent> Decide(Incident? incident, IRecord record, DateTimeOffset known)
    {
        var facts = Facts(incident, record).Select(fact => fact with { Noted = Noted }).ToListing();
        switch (record.Compare(facts))
        {
            case Repetition.Same: return Decision<IncidentEvent>.Nothing;
            case Repetition.Different: return new Rejection("id-taken", "id", "This id is on record with other content. Use a new id, or log a correction of what is there; nothing is overwritten.");
        }

        var refusals = Opened(incident).Concat(incident is null && !Opens ? [] : Refusals(incident!, record, known)).Concat(NotedRefusals(known)).ToListing();
        return refusals.Count > 0 ? Decision<IncidentEvent>.Refused(refusals) : Decision<IncidentEvent>.Of(facts);
    }

    /// <summary>The key of the entry that the command makes; see <see cref="IncidentEvent.EntryKey"/>.</summary>
    public string Key(Incident? incident, IRecord record) => Facts(incident, record).First().EntryKey();

    /// <summary>Whether this is the command that opens the incident.</summary>
    private protected virtual bool Opens => false;

    /// <summary>Whether the command may still be carried out when the incident is closed.</summary>
    private protected virtual bool GoesOnWhenClosed => false;

    /// <summary>What the command would put on record. Total: it never fails on input that <see cref="Refusals"/> refuses.</summary>
    private protected abstract IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record);

    /// <summary>Everything that is wrong with the command.</summary>
    private protected abstract IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known);

    private IEnumerable<Rejection> Opened(Incident? incident) => (incident, Opens) switch
    {
        (null, false) => [new Rejection("incident-unknown", "incident", "This incident is not open. Open it first, with an entry of its own.")],
        ({ }, true) => [new Rejection("id-taken", "id", "An incident with this id is open already, with other content. Use a new id, or revise the incident.")],
        ({ MergedInto: { } into }, _) when !GoesOnWhenClosed => [new Rejection("incident-merged", "incident", $"This incident was merged into {into}. Log there.")],
        ({ Closed: true }, _) when !GoesOnWhenClosed => [new Rejection("incident-closed", "incident", "This incident is closed. Reopen it first.")],
        _ => []
    };

    private IEnumerable<Rejection> NotedRefusals(DateTimeOffset known) =>
        Noted > known ? [new Rejection("noted-after-recorded", "noted", "This entry was noted later than now. Check the date and its offset.")] : [];

    private protected IEnumerable<Rejection> NotAfterKnown(WorldTime? time, string field, string what, DateTimeOffset known)
    {
        if (time?.Earliest is not { } earliest) yield break;
        if (earliest > known)
            yield return new Rejection("said-after-known", field, $"{what} lies later than now, even at its earliest ({time.Edtf}). Check the date and its offset.");
        else if (earliest > Noted)
            yield return new Rejection("said-after-known", field, $"{what} lies, even at its earliest ({time.Edtf}), after the time at which it was noted. One of the two is wrong.");
    }

    private protected static IEnumerable<Rejection> Known(IRecord record, PartyId? party, string field)
    {
        if (party is not { } id || record.Party(id) is not null) yield break;
        yield return new Rejection("party-unknown", field, $"No party {id} is registered. Register it with an entry of its own, before this one.");
    }

    /// <summary>Unnamed sources that spoke on another incident: nobody must be able to follow a source from one to the other.</summary>
    private protected static IEnumerable<Rejection> FromElsewhere(Incident incident, IRecord record, IEnumerable<PartyId> parties, string field) =>
        parties.Any(id => record.Party(id)?.Registration.Within is { } within && within.Value != incident.Id)
            ? [new Rejection("source-of-another-incident", field, "This unnamed source belongs to another incident. Register it with this one anew: nobody must be able to follow a source from one incident to another.")] : [];

    private protected static IEnumerable<Rejection> Framed(Incident incident, ClaimId? claim, string field)
    {
        if (claim is not { } id || incident.Find(id) is not null) yield break;
        yield return new Rejection("claim-unknown", field, $"This incident has no claim {id}. Frame it with an entry of its own, before this one.");
    }

    /// <summary>The entry must be there, be of the kind, and not be struck.</summary>
    private protected static IEnumerable<Rejection> OnRecord(IRecord record, EntryId id, EntryKind kind, string field) => record.Entry(id) switch
    {
        null => [new Rejection($"{Word(kind)}-unknown", field, $"This incident has no {Word(kind)} {id}.")],
        { Kind: var other } when other != kind => [new Rejection($"{Word(kind)}-unknown", field, $"{id} is on record, but is no {Word(kind)}.")],
        { StruckBy: { } strike } => [new Rejection("entry-struck", field, $"{id} was struck by {strike}. Strike that first, if it was wrong.")],
        _ => []
    };

    /// <summary>A statement for which another stands is read nowhere, and so what is done to it would be.</summary>
    private protected static IEnumerable<Rejection> HeardItself(IRecord record, EntryId statement, string field) => record.StoodForBy(record.Entry(statement)) is { } tie
        ? [new Rejection("statement-stood-for", field, $"{statement} is linked by {tie.Link} as the same as {tie.With}, which stands for both. Name {tie.With}.")] : [];

    private static string Word(EntryKind kind) => kind.ToString().ToLowerInvariant();
}
