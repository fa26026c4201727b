using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Views;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Exporting;

/// <summary>
/// The commands that make another ledger read in public what this one reads now of an incident. What the publishable
/// reading leaves out is in none of them, nor anything that only hints at it: reasons, notes, ids, gaps between ids.
/// </summary>
internal sealed class PublishedIncident
{
    private readonly IncidentId id;
    private readonly IReadOnlyList<Recorded<IncidentEvent>> facts;
    private readonly Incident incident;
    private readonly Register register;
    private readonly ILookup<EntryId, Heard> shown;
    private readonly IReadOnlyDictionary<string, StatementRow> statements;
    private readonly IncidentReading reading;
    private readonly HashSet<EntryId> undone;
    private readonly ILookup<EntryId, Evidence> gone;
    private readonly Dictionary<EntryId, EntryId> renumbered;

    /// <param name="facts">All events of the incident in the order of its stream.</param>
    /// <param name="register">Of every party that the incident names.</param>
    /// <param name="asOf">Now, for the public.</param>
    public PublishedIncident(IncidentId id, IReadOnlyList<Recorded<IncidentEvent>> facts, Register register, AsOf asOf)
    {
        (this.id, this.facts, this.register) = (id, facts, register);
        var heard = History.Of(facts).Heard(asOf).ToList();
        shown = heard.Where(h => Hearing.Shows(h, register, asOf)).ToLookup(h => h.Entry);
        incident = facts.Aggregate((Incident?)null, (state, fact) => Incident.Evolve(state, id.Value, fact.Fact))!;
        reading = IncidentReading.Of(incident, Position.Of(heard), register, asOf);
        statements = StatementRow.Fold(id.Value, facts);
        undone = facts.Select(fact => fact.Fact).OfType<ReversalStruck>().Select(strike => strike.Reversal).ToHashSet();
        gone = EvidenceGone();
        renumbered = Renumbered();
    }

    /// <param name="holds">Whether the sheet holds another incident, so that a line may name it.</param>
    public IEnumerable<IncidentCommand> Commands(Func<IncidentId, bool> holds) =>
    [
        new OpenIncident(incident.Headline, incident.Zone, incident.Occurred, incident.Place, incident.Summary, incident.Invented),
        .. reading.Claims.Select(claim => new FrameClaim(claim.Claim)),
        .. facts.SelectMany(fact => Entry(fact, holds)),
        .. Links(),
        .. Ending(holds)
    ];

    private IEnumerable<IncidentCommand> Entry(Recorded<IncidentEvent> fact, Func<IncidentId, bool> holds) => fact.Fact switch
    {
        StatementLogged e when Shows(e.Id) => [Statement(fact, e)],
        CommentSought e when Shows(e.Id) => [new SeekComment(renumbered[e.Id], e.Of, Named(e.By), e.Claim, PublishedTimes.AsHeard(e.Asked, fact.At), e.Deadline, Medium: null)],
        StatementRetracted e when Holds(e) && shown[e.Statement].All(h => h.Retracted) => [new RetractStatement(default, renumbered[e.Statement], e.Said, PublishedReasons.Retracted, Words(e))],
        StatementCorrected { Whose: Corrector.Speaker, Stances: not null } e when Holds(e) && IsHalfRetracted(e.Statement) =>
            [new CorrectStatement(default, renumbered[e.Statement], e.Whose, e.Said, PublishedReasons.Corrected, null, Stances(e.Statement, h => !h.Retracted))],
        VoiceSettled e when Holds(e) => [new SettleVoice(default, renumbered[e.Statement], PublishedReasons.Settled)],
        // The reason of independence is part of what is read in public.
        IndependenceRecorded e when reading.Claims.Any(claim => claim.Independence.Contains(e)) => [new RecordIndependence(default, e.Claim, e.Parties, e.Reason)],
        IncidentLinked e when incident.Links.Contains(e) && holds(e.Other) => [new LinkIncident(default, e.Other, e.Link, null)],
        _ => []
    };

    private IEnumerable<IncidentCommand> Ending(Func<IncidentId, bool> holds) =>
        incident.MergedInto is { } into && holds(into) ? [new MergeIncident(default, into, PublishedReasons.Merged)]
        : incident.Closed ? [new CloseIncident(default, PublishedReasons.Closed)] : [];

    private LogStatement Statement(Recorded<IncidentEvent> fact, StatementLogged logged)
    {
        var now = StatementOf(logged.Id);
        var stances = Stances(logged.Id, h => h.Retracted).Concat(Stances(logged.Id, h => !h.Retracted)).ToListing();
        var published = PublishedStatement.Of(now, now.RelayOf is { } original && Shows(original), First(now) is { } first && IsBefore(first, logged.Id) ? renumbered[first] : null, gone[logged.Id]) with { Said = PublishedTimes.AsHeard(now.Said, fact.At) };
        return new(renumbered[logged.Id], AskedFor(published, logged.Id, stances), stances);
    }

    // Those that the speaker took back come first, so that a correction leaves the places of the others as they are.
    private IEnumerable<Stance> TakenBy(EntryId statement, Func<Heard, bool> which)
    {
        var speaker = shown[statement].First().Party;
        return shown[statement].Where(h => h.Party == speaker && which(h)).Select(h => new Stance(
            h.Kind!.Value, h.Claim, h.Request is { } request && renumbered.TryGetValue(request, out var number) ? number : null, h.Strength, h.Qualifier, h.Verb, h.Scope, h.Ground,
            h.Figures.Count > 0 ? h.Figures : null));
    }

    private Listing<Stance> Stances(EntryId statement, Func<Heard, bool> which) => TakenBy(statement, which).ToListing();

    // Where the request that was left unanswered was struck, who asked is said in its place.
    private Statement AskedFor(Statement statement, EntryId entry, Listing<Stance> stances) =>
        stances.Any(stance => stance.Kind.IsNoResponse() && stance.Request is null) && statement.Setting.AskedBy.Count == 0
        && facts.Select(fact => fact.Fact).OfType<CommentSought>().FirstOrDefault(sought => shown[entry].Any(h => h.Request == sought.Id)) is { } request
            ? statement with { Setting = statement.Setting with { AskedBy = Named(request.By) } } : statement;

    /// <summary>The statement that this one repeats, or that one in turn, as far back as the first that is shown.</summary>
    private EntryId? First(Statement statement)
    {
        for (var original = statement.RelayOf; original is { } entry; original = statements.GetValueOrDefault(StatementRow.IdOf(id.Value, entry))?.Statement.RelayOf)
            if (Shows(entry)) return entry;
        return null;
    }

    // What was logged after the one that repeats it can only be named once both are there.
    private IEnumerable<IncidentCommand> Links() =>
        from logged in facts.Select(fact => fact.Fact).OfType<StatementLogged>()
        where Shows(logged.Id)
        let first = First(StatementOf(logged.Id))
        where first is { } original && !IsBefore(original, logged.Id) && !StatementOf(original).By.SequenceEqual(logged.Statement.By)
        select new LinkStatement(default, renumbered[logged.Id], renumbered[first.Value], StatementLink.RelayOf, PublishedReasons.Linked);

    private bool IsBefore(EntryId one, EntryId other) => statements[StatementRow.IdOf(id.Value, one)].Known < statements[StatementRow.IdOf(id.Value, other)].Known;

    private Statement StatementOf(EntryId entry) => statements[StatementRow.IdOf(id.Value, entry)].Statement;

    private Words? Words(StatementRetracted retraction) => PublicStatement.IsNamed(statements[StatementRow.IdOf(id.Value, retraction.Statement)].Statement) ? retraction.Words : null;

    private ILookup<EntryId, Evidence> EvidenceGone()
    {
        var attached = facts.Select(fact => fact.Fact).OfType<EvidenceAttached>().ToDictionary(e => e.Id);
        return facts.Select(fact => fact.Fact).OfType<EvidenceGone>().Where(e => !undone.Contains(e.Id) && attached.ContainsKey(e.Evidence))
            .ToLookup(e => attached[e.Evidence].Statement, e => attached[e.Evidence].Evidence);
    }

    private bool Shows(EntryId entry) => shown.Contains(entry);
    private bool IsHalfRetracted(EntryId statement) => shown[statement].Any(h => h.Retracted) && shown[statement].Any(h => !h.Retracted);

    /// <summary>Whether a reversal is the last of its kind that stands, of a statement that is shown.</summary>
    private bool Holds<TReversal>(TReversal reversal) where TReversal : IncidentEvent
    {
        var about = LoggedEntry.Reversed(reversal);
        return about is { } statement && Shows(statement) && reversal == facts.Select(fact => fact.Fact).OfType<TReversal>()
            .LastOrDefault(other => LoggedEntry.Reversed(other) == about && !undone.Contains(EntryId.Of(other.EntryKey())) && other is not StatementCorrected { Stances: null });
    }

    // A gap between numbers would say that something is left out.
    private Dictionary<EntryId, EntryId> Renumbered()
    {
        var (said, asked) = (0, 0);
        return facts.Select(fact => fact.Fact).Select(fact => fact switch
        {
            StatementLogged e when Shows(e.Id) => (e.Id, New: EntryId.Of($"s{++said}")),
            CommentSought e when Shows(e.Id) => (e.Id, New: EntryId.Of($"r{++asked}")),
            _ => default
        }).Where(pair => pair.New.Value is not null).ToDictionary(pair => pair.Id, pair => pair.New);
    }

    private static Listing<PartyId> Named(Listing<PartyId> parties) => parties.Where(party => !Identity.IsMinted(party)).ToListing();
}
