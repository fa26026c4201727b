using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Moments;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Tables;

namespace AttributionLedger.Server.Tests.Tables;

/// <summary>Marker words stand in every place that is the desk's alone, and are searched in every table at many moments.</summary>
public class KeepingSecretsInATable(SharedPostgres postgres)
{
    private const string Secret = "zyxsecret";

    private static readonly object[] Stances = [new { stance = "asserts", claim = "k1", strength = "hedged", qualifier = Secret, verb = Secret }, new { stance = "dismisses", claim = "k2", ground = Secret }];

    /// <summary>Whatever is not shown at all, by each of the ways in which something is not shown; sheet by sheet, so that there are moments at which it was on record and nothing hid it yet.</summary>
    private static string[][] Hidden =>
    [
        [
            Line.Party($"{Secret}-speaker", name: $"Speaker {Secret}"), Line.Party($"{Secret}-asker", name: $"Asker {Secret}"), Line.Unnamed("?1", $"an official {Secret}"),
            .. new (string Rule, object By)[] { ("off-the-record", "brigade"), ("deep-background", "brigade"), ("not-stated", "?1"), ("background", "brigade"), ("off-the-record", $"{Secret}-speaker") }
                .Select((hidden, i) => Statement($"{Secret}-{i}", hidden.By, hidden.Rule))
        ],
        [Statement($"{Secret}-embargoed", "harbour", "on-the-record", embargo: "2090-01-01T00:00Z")],
        [Line.Unnamed("?2", $"a clerk {Secret}"), Statement($"{Secret}-withdrawn", "?2", "background")],
        [Line.Of(new { entry = "consent-withdrawn", incident = Line.Incident, statement = $"{Secret}-withdrawn", reason = Secret })],
        [Statement($"{Secret}-turned", "harbour", "on-the-record")],
        [Line.Of(new { entry = "renegotiation", incident = Line.Incident, statement = $"{Secret}-turned", terms = "off-the-record", reason = Secret })],
        // Until it was struck, by either clock, it was there for everybody, and that it was stays so.
        [Statement($"{Secret}-struck", "harbour", "on-the-record"), Line.Of(new { entry = "strike", incident = Line.Incident, target = $"{Secret}-struck", reason = Secret, noted = "2023-03-06T01:02:04Z" })],
        [Line.Of(new { entry = "retraction", incident = Line.Incident, statement = $"{Secret}-1", said = "2023-03-06", reason = Secret })],
        [Line.Of(new { entry = "evidence", id = "e1", incident = Line.Incident, statement = $"{Secret}-1", url = $"https://example.org/{Secret}" })]
    ];

    /// <summary>What is shown, with secrets of the desk about it.</summary>
    private static string[] Shown =>
    [
        Line.Unnamed("?3", "a port official", under: "harbour"),
        Line.Of(new
        {
            entry = "statement", id = "s1", incident = Line.Incident, by = "?3", said = "2023-03-05", stances = new[] { new { stance = "asserts", claim = "k1" } }, words = new { form = "paraphrase", text = "It burned." },
            setting = new { medium = Secret, via = new[] { "post" } }, basis = "witnessed", terms = new { rule = "background", agreed = Secret }, grade = "A1", evidence = new[] { new { url = $"https://example.org/{Secret}", note = Secret } }, noted = "2023-03-05T10:00:00Z"
        }),
        Line.Of(new
        {
            entry = "statement", id = "s2", incident = Line.Incident, by = "brigade", said = "2023-03-06", stances = new[] { new { stance = "accuses", claim = "k2" } }, terms = new { rule = "on-the-record", agreed = Secret },
            basis = "told", grade = "B2", evidence = new object[] { new { url = "https://example.org/open", note = Secret }, new { file = $"{Secret}.wav" } }
        }),
        Line.Of(new { entry = "retraction", incident = Line.Incident, statement = "s2", said = "2023-03-09", reason = Secret })
    ];

    [Fact]
    public async Task none_is_in_any_table_at_any_pair_of_moments()
    {
        await using var ledger = await postgres.EmptyAsync();
        List<string> known = [await ledger.ThenAsync(Line.Scene), await ledger.ThenAsync(Shown)];
        foreach (var sheet in Hidden) known.Add(await ledger.ThenAsync(sheet));
        (await ledger.TableAsync(TableOf.Statements, at: new ReadingRequest(), withStruck: true)).ShouldContain(Secret, customMessage: "or the test proves nothing");
        foreach (var at in Moments(known))
            foreach (var of in Enum.GetValues<TableOf>())
                foreach (var incident in new[] { null, Line.Incident })
                {
                    var table = await ledger.TableAsync(of, incident, at, withStruck: true);
                    table.ShouldNotContain(Secret, customMessage: $"{of} {at}");
                    table.ShouldNotContain(Identity.MintedPrefix, customMessage: $"{of} {at}");
                }
    }

    [Fact]
    public async Task a_ledger_that_never_held_what_is_hidden_tells_the_same()
    {
        await using var whole = await postgres.EmptyAsync();
        await whole.TakeInAsync(Line.Scene);
        foreach (var sheet in Hidden[..4].Append(Shown).Concat(Hidden[4..])) await whole.TakeInAsync(sheet);
        await using var subset = await postgres.EmptyAsync();
        await subset.TakeInAsync([.. Line.Scene, .. Shown]);
        foreach (var of in Enum.GetValues<TableOf>())
            foreach (var at in new[] { Tabled.InPublic, Tabled.InPublic with { SaidBy = "2023-03-06" }, Tabled.InPublic with { Clock = Clock.Noted } })
                (await TimelessAsync(whole, of, at)).ShouldBe(await TimelessAsync(subset, of, at), $"{of} {at}");
    }

    [Fact]
    public async Task a_source_is_a_number_of_its_incident_and_a_description()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(
        [
            .. Line.Scene, Line.Opening("other"), Line.Claim("k1", incident: "other"), Line.Unnamed("?7", "a clerk"), Line.Unnamed("?8", "a guard"),
            Line.Says("s1", "?8", terms: "background"), Line.Says("s2", "?7", terms: "background"), Line.Says("s3", "?8", "confirms", terms: new { rule = "background", description = "an official" }), Line.Says("s1", "?7", terms: "background", incident: "other")
        ]);
        (await ledger.RowsAsync(TableOf.Statements)).Select(row => (row["incident"], row["statement"], row["by"], row["description"], row.ContainsKey("by id"), row.ContainsKey("by kind")))
            .ShouldBe([("other", "s1", "?1", "a clerk", false, false), (Line.Incident, "s1", "?1", "a guard", false, false), (Line.Incident, "s2", "?2", "a clerk", false, false), (Line.Incident, "s3", "?1", "an official", false, false)]);
        (await ledger.RowsAsync(TableOf.Positions, Line.Incident)).Select(row => (row["party"], row["description"], row.ContainsKey("party id"))).ShouldBe([("?1", "a clerk", false), ("?2", "a guard", false)]);
    }

    private static IEnumerable<ReadingRequest> Moments(List<string> known) =>
    [
        Tabled.InPublic, .. new[] { "2023-03-05", "2023-03-06", "2023-03-10" }.Select(day => Tabled.InPublic with { SaidBy = day }),
        .. known.Select(at => Tabled.InPublic with { KnownAt = at }), .. known.TakeLast(3).Select(at => Tabled.InPublic with { SaidBy = "2023-03-06", KnownAt = at }),
        Tabled.InPublic with { Clock = Clock.Noted }, Tabled.InPublic with { KnownAt = "2023-03-06", Clock = Clock.Noted }
    ];

    /// <summary>The rows without the times that each ledger assigns.</summary>
    private static async Task<string[]> TimelessAsync(TestLedger ledger, TableOf of, ReadingRequest at) =>
        [.. (await ledger.RowsAsync(of, at: at)).Select(row => string.Join('|', row.Where(cell => cell.Key is not ("known" or "as of said" or "as of known")).Select(cell => $"{cell.Key}={cell.Value}")))];

    private static string Statement(string id, object by, string rule, string? embargo = null) => Line.Of(new
    {
        entry = "statement", id, incident = Line.Incident, by, said = "2023-03-05", stances = Stances, words = new { form = "verbatim", text = Secret }, terms = new { rule, agreed = Secret, description = Secret, reason = Secret },
        noted = "2023-03-06T01:02:03Z", grade = "A1", basis = "told", setting = new { medium = Secret, askedBy = $"{Secret}-asker", embargo }, evidence = new[] { new { file = $"{Secret}.wav", note = Secret } }
    });
}
