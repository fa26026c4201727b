using AttributionLedger.Basics;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties;

/// <summary>Something that the desk wants put on record about a party.</summary>
public abstract record PartyCommand
{
    internal PartyCommand() { }

    /// <summary>When the desk noted it, UTC, where that is earlier than the recording and worth keeping.</summary>
    public DateTimeOffset? Noted { get; init; }

    /// <summary>
    /// Decides what the command adds to the record. Pure and idempotent, as for an incident: the same again yields nothing,
    /// the same id with other content is refused.
    /// </summary>
    /// <param name="id">The party's id.</param>
    /// <param name="party">The party as it stands; null when it is not registered yet.</param>
    /// <param name="register">Every party that stands above those which the command names.</param>
    /// <param name="known">The time at which the ledger will have recorded it, UTC.</param>
    public Decision<PartyEvent> Decide(PartyId id, Party? party, IRegister register, DateTimeOffset known)
    {
        var fact = Fact() with { Noted = Noted };
        if (party?.Facts.FirstOrDefault(logged => logged.Fact.EntryKey() == fact.EntryKey()) is { } logged)
            return Repeats(fact, logged.Fact) ? Decision<PartyEvent>.Nothing
                : new Rejection("id-taken", "id", "This id is on record with other content. Use a new id, or log what changed (a new name, an alias, the end of an affiliation) as an entry of its own; nothing is overwritten.");

        var refusals = Standing(party).Concat(Refusals(id, party, register)).Concat(Noted > known
            ? [new Rejection("noted-after-recorded", "noted", "This entry was noted later than now. Check the date and its offset.")] : Array.Empty<Rejection>()).ToListing();
        return refusals.Count > 0 ? Decision<PartyEvent>.Refused(refusals) : Decision<PartyEvent>.Of([fact]);
    }

    /// <summary>Whether this is the command that registers the party.</summary>
    private protected virtual bool Registers => false;

    private protected abstract PartyEvent Fact();

    /// <summary>Whether what is on record under the same key is the same.</summary>
    private protected virtual bool Repeats(PartyEvent fact, PartyEvent logged) => logged == fact;

    private protected abstract IEnumerable<Rejection> Refusals(PartyId id, Party? party, IRegister register);

    private IEnumerable<Rejection> Standing(Party? party) => party switch
    {
        null when !Registers => [new Rejection("party-unknown", "party", "This party is not registered. Register it with an entry of its own, before this one.")],
        { Facts.Count: >= Parties.Party.FactLimit } => [new Rejection("too-many", "party", $"A party has at most {Parties.Party.FactLimit} entries.")],
        _ => []
    };

    private protected static IEnumerable<Rejection> Known(IRegister register, PartyId party, string field) => register.Party(party) is not null ? [] :
        [new Rejection("party-unknown", field, $"No party {party} is registered. Register it with an entry of its own, before this one.")];

    private protected static IEnumerable<Rejection> Affiliated(Party? party, AffiliationId affiliation, string field) =>
        party is null || party.Affiliations().Any(a => a.Id == affiliation) ? [] :
        [new Rejection("affiliation-unknown", field, $"This party has no affiliation {affiliation} in force.")];
}
