using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Logs what somebody said, or that somebody refused to say anything, with every stance that it takes.</summary>
public sealed record LogStatement(EntryId Id, Statement Statement, Listing<Stance> Stances) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) =>
    [
        new StatementLogged(Id, Statement, FirstOfChain(record)),
        .. Stances.Select(stance => OnTheRequestsClaim(stance, record))
            .Select(stance => stance.ToEvent(Id, Statement.By, stance.Claim is { } claim ? incident?.Find(claim)?.Actor : null))
    ];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "a statement"),
        .. NotAfterKnown(Statement.Said, "said", "The time at which it was said", known),
        .. StatementRules.Refusals(Statement, record), .. FromElsewhere(incident, record, Statement.By, "by"),
        .. FromElsewhere(incident, record, Statement.Channel is { } channel ? [channel] : [], "issuance.channel"),
        .. Statement.RelayOf is { } original ? Relayed(record, original) : [],
        .. StanceRules.Refusals(Stances.Select(stance => OnTheRequestsClaim(stance, record)).ToListing(), Speaking.Of(Statement), incident),
        .. Stances.SelectMany((stance, i) => stance.Request is { } request ? OnRecord(record, request, EntryKind.Request, $"stances[{i}].request") : [])
    ];

    // What is linked since counts under the first, which a relay of it must name itself.
    private static IEnumerable<Rejection> Relayed(IRecord record, EntryId original) =>
    [
        .. OnRecord(record, original, EntryKind.Statement, "relayOf"),
        .. record.BehindAnother(record.Entry(original)) is { } tie ? [new Rejection("link-not-to-first", "relayOf", $"{original} is itself linked to {tie.With}. Name that one, which was first.")] : Array.Empty<Rejection>()
    ];

    // An outlet that repeats another's report adds no source: it counts under the first of the chain, and so does a relay.
    private Listing<PartyId> FirstOfChain(IRecord record) =>
        Statement.RelayOf is { } original && record.Entry(original) is { Kind: EntryKind.Statement } entry ? entry.CountsUnder ?? entry.By
        : Statement.Setting.Via is [var first, ..] && Statement.By is [var outlet] && first != outlet && record.Party(outlet)?.Kind == PartyKind.Outlet ? [first]
        : [];

    // What answers a request, or leaves it unanswered, is about what was asked.
    private static Stance OnTheRequestsClaim(Stance stance, IRecord record) =>
        stance is { Claim: null, Request: { } request, Kind: not StanceKind.Comments } && record.Entry(request) is { Kind: EntryKind.Request, Claim: { } claim } ? stance with { Claim = claim } : stance;
}
