using AttributionLedger.Basics;
using AttributionLedger.Scripts;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Translations;
using AttributionLedger.Statements;

namespace AttributionLedger.Spreadsheets.Specs.Spreadsheets;

/// <summary>What the ledger of the corpus knows: some invented parties, and an invented fire in Paris's zone with two claims.</summary>
internal sealed class PracticeLedger : IPartyLookup, IRecordLookup
{
    public const string Zone = "Europe/Paris";

    private static readonly (string Id, string Kind, string[] Names)[] Parties =
    [
        ("firemen", "organisation", ["Port Seline Fire Brigade", "pompiers de Port Seline", "فوج إطفاء بورت سيلين", "آتش نشانی", "Пожарная бригада", "מכבי האש", "消防队", "Feuerwehr", "Bomberos"]),
        ("kingdom", "state", ["Kingdom of Elmere", "Elmere", "إلمير"]),
        ("harbour-post", "outlet", ["The Seline Post", "Séline Post"]),
        ("raiders", "armed-group", ["Korvad Brigade", "لواء كورفاد"]),
        ("raiders-voice", "other", ["Korvad Voice"]),
        ("police-north", "organisation", ["Police"]), ("police-south", "organisation", ["Police"]),
        ("senior-men", "described", ["senior officials"]),
        ("brackets", "organisation", ["Smith; Sons"])
    ];

    public Task<IReadOnlyDictionary<string, PartyFound>> FindAsync(IReadOnlyCollection<string> written, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, PartyFound>>(written.ToDictionary(name => name, name => new PartyFound(
            [.. Parties.Where(party => party.Id == name || party.Names.Any(own => Folding.Plain(own) == Folding.Plain(name))).Select(Shown)],
            [.. Parties.Where(party => party.Names.Any(own => Folding.Plain(own).StartsWith(Folding.Plain(name).Split(' ')[0], StringComparison.Ordinal))).Select(Shown)])));

    public Task<IReadOnlyDictionary<string, KnownIncident>> IncidentsAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, KnownIncident>>(ids.Where(id => id == "fire").ToDictionary(id => id, _ => new KnownIncident(Zone,
        [
            new(ClaimId.Of("k1"), ClaimKind.Occurrence, "Tanks burned."), new(ClaimId.Of("k2"), ClaimKind.Responsibility, "Elmere had the fire set.", PartyId.Of("kingdom"))
        ])));

    public Task<IReadOnlySet<string>> RetractedAsync(string incident, IReadOnlyCollection<string> statements, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<string>>(statements.Where(statement => statement == "old").ToHashSet());

    private static Candidate Shown((string Id, string Kind, string[] Names) party) => new(party.Id, party.Names[0], party.Kind, "known");
}
