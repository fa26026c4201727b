using AttributionLedger.Views;
using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Histories;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using Marten;

namespace AttributionLedger.Server.Tests.Statements;

/// <summary>What a public list of statements holds, and that nothing in it tells of others.</summary>
public class PublishingStatements(SharedPostgres postgres)
{
    private const string Embargo = "2090-01-01T00:00Z";

    private static readonly string[] Secrets =
    [
        Line.Unnamed("?1", "a clerk"), Line.Unnamed("?2", "a guard"),
        Line.Says("h1", "brigade", terms: "off-the-record"), Line.Says("h2", "harbour", terms: "deep-background"), Line.Says("h3", "?1", terms: "not-stated"),
        Line.Says("h4", "harbour", terms: "background"), Line.Says("h5", "brigade", setting: new { embargo = Embargo }), Line.Says("h6", "?2", terms: "background"),
        Line.Of(new { entry = "consent-withdrawn", incident = Line.Incident, statement = "h6", reason = "For fear." }), Line.Says("h7", "brigade"),
        Line.Of(new { entry = "strike", id = "x7", incident = Line.Incident, target = "h7", reason = "Ours." }), Line.Says("h8", "brigade"),
        Line.Of(new { entry = "renegotiation", id = "x8", incident = Line.Incident, statement = "h8", terms = "off-the-record", reason = "Later." })
    ];

    [Fact]
    public async Task is_of_the_same_pages_whether_or_not_there_are_others()
    {
        await using var subset = await postgres.EmptyAsync();
        await subset.TakeInAsync([.. Line.Scene, .. Open(1), .. Open(2), .. Open(3)]);
        await using var whole = await postgres.EmptyAsync();
        await whole.TakeInAsync([.. Line.Scene, .. Open(1), .. Secrets, .. Open(2), .. Open(3)]);
        foreach (var query in new StatementQuery[] { new(Limit: 2), new(Limit: 2, Order: ListOrder.Newest), new(Limit: 1, Party: "brigade"), new(Limit: 1, Claim: "k1", Stance: StanceKind.Asserts), new(Limit: 3, Status: StatementStatus.Live) })
        {
            string? after = null, other = null;
            do
            {
                var (one, two) = (await subset.StatementsAsync(query with { After = after, Audience = Audience.Publishable }), await whole.StatementsAsync(query with { After = other, Audience = Audience.Publishable }));
                Text(two).ShouldBe(Text(one), $"{query}");
                ((two.Next is null) == (one.Next is null)).ShouldBeTrue($"{query}");
                (after, other) = (one.Next, two.Next);
            }
            while (after is not null);
        }
    }

    [Fact]
    public async Task gives_in_a_cursor_nothing_but_what_the_page_shows()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, .. Secrets, .. Open(1), .. Open(2)]);
        var page = await ledger.StatementsAsync(new(Limit: 1, Audience: Audience.Publishable));
        var held = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(page.Next!).AsSpan(9));
        held.ShouldBe(page.Statements.Single().Known.UtcTicks.ToString());
    }

    [Fact]
    public async Task answers_for_what_is_hidden_as_for_what_is_not_there()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, .. Secrets, .. Open(1)]);
        async Task<StatementShape?> FindAsync(string id, Audience audience) => await ledger.Ledger.Statements.FindAsync(Line.Incident, id, audience, CancellationToken.None);
        foreach (var hidden in new[] { "h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8", "nothing", "x7", "", "s1/", "../quay/s1" }) (await FindAsync(hidden, Audience.Publishable)).ShouldBeNull(hidden);
        foreach (var hidden in new[] { "h1", "h8" }) (await FindAsync(hidden, Audience.Internal)).ShouldBeNull(hidden);
        foreach (var shown in new[] { "h2", "h3", "h4", "h5", "h6", "h7" }) (await FindAsync(shown, Audience.Internal))!.Publishable.ShouldBe(false, shown);
        (await FindAsync("s1", Audience.Internal))!.Publishable.ShouldBe(true);
        (await FindAsync("s1", Audience.Publishable))!.Publishable.ShouldBeNull();
        (await ledger.AllStatementsAsync(new())).ShouldBe(["h2", "h3", "h4", "h5", "h6", "h7", "s1"], "of what is off the record the desk's list has nothing either");
    }

    [Fact]
    public async Task shows_what_was_under_an_embargo_from_the_moment_at_which_it_ends()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, .. Secrets, .. Open(1)]);
        foreach (var (at, shown) in new[] { (-1L, Array.Empty<string>()), (0L, ["h5"]), (1L, ["h5"]) })
        {
            var reader = new StatementReader(ledger.Ledger.Store, ledger.Ledger.Following, new Fixed(DateTimeOffset.Parse(Embargo, null) + TimeSpan.FromMicroseconds(at)));
            (await reader.ReadAsync(Line.Incident, new(Audience: Audience.Publishable), CancellationToken.None)).Shape().Statements.Select(s => s.Id).ShouldBe([.. shown, "s1"], $"{at} µs after");
            ((await reader.FindAsync(Line.Incident, "h5", Audience.Publishable, CancellationToken.None)) is not null).ShouldBe(shown.Length > 0);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task holds_what_the_reading_of_that_moment_can_rest_on_and_nothing_else(int seed)
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(new RandomSheet(seed).Lines());
        await using var session = ledger.Ledger.Store.Reading();
        foreach (var incident in new[] { "one", "two" })
        {
            var facts = (await session.Events.FetchStreamAsync(StreamKeys.Of(IncidentId.Of(incident)))).Select(e => new Recorded<IncidentEvent>((IncidentEvent)e.Data, e.Timestamp.ToUniversalTime(), e.Version)).ToList();
            foreach (var audience in Enum.GetValues<Audience>())
            {
                var expected = await HeardAsync(ledger, facts, audience);
                var listed = await ledger.AllStatementsAsync(new(Limit: 7, Audience: audience), incident);
                // The desk sees what was struck as well, and what another stands for, each as such; no reading rests on it.
                var unheard = audience == Audience.Publishable ? [] : await UnheardAsync(session, incident);
                listed.Except(unheard).ShouldBe(expected.Select(heard => heard.Entry).Distinct(), $"{incident}, {audience}");

                var order = facts.Select(fact => fact.Fact).OfType<IncidentEvent.StatementLogged>().Select(logged => logged.Id.Value).ToList();
                listed.ShouldBe(order.Where(listed.Contains), "in the order in which they were recorded");
                (await ledger.AllStatementsAsync(new(Limit: 7, Order: ListOrder.Newest, Audience: audience), incident)).ShouldBe(listed.Reverse());
                (await ledger.AllStatementsAsync(new(Claim: "k2", Status: StatementStatus.Live, Audience: audience), incident))
                    .ShouldBe(order.Where(id => expected.Any(heard => heard.Entry == id && heard is { Claim: "k2", Retracted: false }) && !expected.Any(heard => heard.Entry == id && heard.Retracted && WasRetracted(facts, id))));
            }
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(41, 12)];

    /// <summary>What the domain hears in the events, with nothing of the views.</summary>
    private static async Task<IEnumerable<string>> UnheardAsync(IQuerySession session, string incident) =>
        (await session.Query<StatementRow>().Where(row => row.Incident == incident).ToListAsync()).Where(row => row.Struck || row.SameAs is not null).Select(row => row.Entry.Value);

    private static async Task<List<(string Entry, string? Claim, bool Retracted)>> HeardAsync(TestLedger ledger, List<Recorded<IncidentEvent>> facts, Audience audience)
    {
        await using var session = ledger.Ledger.Store.Reading();
        var now = DateTimeOffset.UtcNow;
        var asOf = new AsOf(now, now, Clock.Recorded, audience);
        var ids = await ledger.Database.ListAsync("select id from ledger.mt_doc_party");
        var register = new Register(await session.LoadManyAsync<Party>([.. ids]), now, Clock.Recorded);
        return [.. History.Of(facts).Heard(asOf).Where(heard => !heard.IsRequest && Hearing.Shows(heard, register, asOf)).Select(heard => (heard.Entry.Value, heard.Claim?.Value, heard.Retracted))];
    }

    private static bool WasRetracted(List<Recorded<IncidentEvent>> facts, string statement)
    {
        var undone = facts.Select(fact => fact.Fact).OfType<IncidentEvent.ReversalStruck>().Select(struck => struck.Reversal).ToHashSet();
        return facts.Select(fact => fact.Fact).OfType<IncidentEvent.StatementRetracted>().Any(retracted => retracted.Statement.Value == statement && !undone.Contains(retracted.Id));
    }

    private static string[] Open(int n) => [Line.Says($"s{n}", n == 2 ? "harbour" : "brigade", text: $"النص رقم {n}")];

    private static string Text(StatementsShape page) => System.Text.RegularExpressions.Regex.Replace(JsonSerializer.Serialize(page with { Next = null }, ShapeJson.Options), "\"known\":\"[^\"]*\"", "");

    private sealed class Fixed(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
