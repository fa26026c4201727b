using System.Text;
using System.Text.Json;
using AttributionLedger.Publications;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Backups;
using AttributionLedger.Server.Tests.Histories;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Publications;

/// <summary>What was evaluated once and kept is what would be found now.</summary>
public class KeepingEvaluations(SharedPostgres postgres)
{
    private const string Evaluations = "select evaluation from ledger.publication_attention order by id";

    [Fact]
    public async Task follows_what_is_logged_by_another_process_and_what_is_learnt_of_a_party()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Party("speaker", "person"), Line.Says("s1", "brigade", "accuses", "k2"), Line.Says("s2", "speaker", "denies", "k2")]);
        await ledger.TakeInAsync([Line.Story("p1")]);
        (await ledger.AttentionAsync()).Publications.ShouldBeEmpty();
        foreach (var (line, changes) in new[] { (Line.Of(new { entry = "affiliation", party = "speaker", speaksFor = "korvad" }), 1), (Line.Retracts("s1"), 3) })
        {
            (await LedgerProcess.RunWithAsync(new() { ["LEDGER_CONNECTION"] = ledger.ConnectionString }, Encoding.UTF8.GetBytes(line), "import", "-")).ShouldEndWith(0);
            (await ledger.AttentionAsync()).Publications.Single().Attention.Changes.Count.ShouldBe(changes, line);
        }
    }

    [Fact]
    public async Task evaluates_nothing_again_of_which_nothing_more_is_on_record()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade"), Line.Opening("elsewhere")]);
        await ledger.TakeInAsync([Line.Story("p1")]);
        await ledger.AttentionAsync();
        // Who evaluates it again would mend this.
        await ledger.Database.TellAsync("update ledger.publication_attention set needed = true, since = now()");
        await ledger.TakeInAsync([Line.Claim("k1", incident: "elsewhere"), Line.Of(new { entry = "rename", party = "post", name = "The new post" })]);
        (await ledger.AttentionAsync()).Publications.Count.ShouldBe(1);
        await ledger.TakeInAsync([Line.Of(new { entry = "rename", party = "korvad", name = "The new korvad" })]);
        (await ledger.AttentionAsync()).Publications.ShouldBeEmpty("what it rests on goes through korvad");
    }

    [Theory, InlineData(41), InlineData(42), InlineData(43)]
    public async Task of_a_random_history_is_what_is_found_anew_and_verifies(int seed)
    {
        await using var ledger = await postgres.EmptyAsync();
        var sheet = new RandomSheet(seed).Lines();
        foreach (var share in new[] { sheet.Length / 2, (sheet.Length + 25) / 2, sheet.Length })
        {
            await ledger.TakeInAsync(RandomHistories.Speaking(sheet[..share]));
            await ledger.AttentionAsync();
        }
        var kept = await ledger.Database.ListAsync(Evaluations);
        kept.Count.ShouldBeGreaterThan(0);
        await ledger.ShouldVerifyAsync();

        await ledger.Ledger.Rebuilder.RunAsync(new Silence<int>(), CancellationToken.None);
        (await ledger.Database.ListAsync(Evaluations)).ShouldBeEmpty("to be evaluated anew");
        await ledger.ShouldVerifyAsync();
        await ledger.AttentionAsync();
        (await ledger.Database.ListAsync(Evaluations)).ShouldBe(kept);
    }

    [Fact]
    public async Task is_done_by_a_server_before_anybody_asks()
    {
        await using var host = await ApiHost.OverAsync(await postgres.EmptyAsync());
        await host.Ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade", "accuses", "k2")]);
        await host.Ledger.TakeInAsync([Line.Story("p1")]);
        await host.Ledger.TakeInAsync([Line.Retracts("s1")]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await host.Ledger.Database.AskAsync<long>("select count(*) from ledger.publication_attention where needed") == 0) await Task.Delay(20, patience.Token);
    }

    [Fact]
    public async Task comes_back_with_a_backup_and_needs_none()
    {
        await using var source = await postgres.EmptyAsync();
        await source.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade", "accuses", "k2")]);
        await source.TakeInAsync([Line.Story("p1"), Line.Story("p2", restsOn: ["s1"]), Line.Retracts("s1"), Line.Settles("p1")]);
        var before = Json(await source.AttentionAsync(), await source.PublicationsAsync());
        await using var restored = await postgres.RestoredAsync(source);
        Json(await restored.AttentionAsync(), await restored.PublicationsAsync()).ShouldBe(before);
        (await restored.AttentionAsync()).Publications.Select(publication => publication.Id).ShouldBe(["p2"]);
        await restored.ShouldVerifyAsync();
    }

    [Theory, InlineData(Audience.Internal), InlineData(Audience.Publishable)]
    public async Task changes_no_reading(Audience audience)
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade", "accuses", "k2")]);
        var before = (await ledger.Ledger.KeptReadings.OfNowAsync(Line.Incident, audience, CancellationToken.None))!.Tag;
        await ledger.TakeInAsync([Line.Story("p1"), Line.Settles("p1"), Line.Of(new { entry = "strike", id = "x1", incident = Line.Incident, target = "p1", reason = "Another story." }), Line.Of(new { entry = "strike", incident = Line.Incident, target = "x1", reason = "This one." })]);
        (await ledger.Ledger.KeptReadings.OfNowAsync(Line.Incident, audience, CancellationToken.None))!.Tag.ShouldBe(before);
        await ledger.ShouldReadTheSameFromPositionsAndFromEventsAsync();
    }

    private static string Json(params object[] shapes) => JsonSerializer.Serialize(shapes, ShapeJson.Options);
}
