using System.Text.Json;

namespace AttributionLedger.Benchmarks;

/// <summary>Made-up sheets of a given size. The same numbers give the same sheet.</summary>
internal static class MadeUp
{
    public const int Parties = 200, Claims = 8;
    public const string Zone = "Asia/Baghdad";

    public static string IncidentId(int number) => $"incident-{number}";

    public static void Write(string path, int statements, int incidents)
    {
        var random = new Random(7);
        using var sheet = new StreamWriter(path);
        void Line(object entry) => sheet.WriteLine(JsonSerializer.Serialize(entry));

        string[] kinds = ["organisation", "state", "armed-group", "person", "outlet"];
        for (var i = 0; i < Parties; i++) Line(new { entry = "party", id = $"p{i}", name = $"Party {i}", kind = kinds[i % kinds.Length] });
        for (var i = 50; i < Parties; i++) Line(i % 2 == 0 ? new { entry = "affiliation", party = $"p{i}", speaksFor = $"p{i % 50}" } : (object)new { entry = "affiliation", party = $"p{i}", partOf = $"p{i % 50}" });
        for (var incident = 0; incident < incidents; incident++)
        {
            var id = IncidentId(incident);
            Line(new { entry = "incident", id, headline = $"Incident number {incident}", zone = Zone });
            for (var claim = 0; claim < Claims; claim++)
                Line(claim > 4
                    ? new { entry = "claim", id = $"c{claim}", incident = id, kind = "responsibility", text = $"Claim {claim}", actor = $"p{(incident + claim) % 50}" }
                    : (object)new { entry = "claim", id = $"c{claim}", incident = id, kind = "occurrence", text = $"Claim {claim}" });
            for (var n = 0; n < statements / incidents; n++) Line(Statement($"s{n}", id, random.Next(Parties), random.Next(Claims), n));
        }
    }

    private static object Statement(string id, string incident, int party, int claim, int n) => new
    {
        entry = "statement", id, incident, by = $"p{party}", said = $"2024-04-{1 + n % 28:00}", terms = "on-the-record",
        words = new { form = "verbatim", text = $"Statement {n}: " + string.Concat(Enumerable.Repeat("some words that somebody said about it ", 5)), language = "en" },
        stances = new[] { n % 3 == 2 ? new { stance = "denies", claim = $"c{claim}", scope = "any-involvement" } : (object)new { stance = "asserts", claim = $"c{claim}" } }
    };
}
