using System.Text;
using AttributionLedger.Importing;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Importing;

/// <summary>However often it is interrupted, an import that is repeated ends where it would have ended at once.</summary>
public class InterruptingAnImport(SharedPostgres postgres)
{
    [Fact]
    public async Task and_repeating_it_ends_as_if_it_had_run_at_once()
    {
        await using var atOnce = await postgres.EmptyAsync();
        await atOnce.TakeInAsync(Samples.Invented);
        await using var interrupted = await postgres.EmptyAsync();

        var stopped = 0;
        var before = -1L;
        // Each round is let through one transaction more than the last: the register first, then an incident after the other.
        for (var round = 1; before < await interrupted.Database.EventsAsync(); round++)
        {
            before = await interrupted.Database.EventsAsync();
            using var stop = new CancellationTokenSource();
            try
            {
                await interrupted.ImportAsync(Bytes(Samples.Invented), progress: new After(round, stop), ct: stop.Token);
            }
            catch (Exception fault) when (fault is OperationCanceledException || stop.IsCancellationRequested)
            {
                stopped++;
            }
        }

        stopped.ShouldBeGreaterThan(3);
        await interrupted.TakeInAsync(Samples.Invented);
        await interrupted.Database.ShouldHoldTheFactsOfAsync(atOnce.Database);
        await interrupted.ShouldVerifyAsync();
    }

    [Fact]
    public async Task between_a_claim_and_the_source_that_raised_it_loses_nobody()
    {
        string[] sheet =
        [
            .. Line.Scene, Line.Unnamed("?1"), Line.Claim("k3", raisedBy: "?1"),
            .. Enumerable.Range(1, 1_500).Select(i => Line.Says($"s{i}", "brigade", text: $"Words {i}.")), Line.Says("last", "?1", claim: "k3")
        ];
        await using var atOnce = await postgres.EmptyAsync();
        await atOnce.TakeInAsync(sheet);
        await using var interrupted = await postgres.EmptyAsync();
        using (var stop = new CancellationTokenSource())
        {
            var importing = Should.ThrowAsync<OperationCanceledException>(() => interrupted.ImportAsync(Bytes(sheet), ct: stop.Token));
            // The first transaction of the incident holds the claim, the last one its source's words.
            while (!importing.IsCompleted && await interrupted.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'claim_framed'") == 0) await Task.Yield();
            await stop.CancelAsync();
            await importing;
        }
        (await interrupted.Database.EventsAsync()).ShouldBeInRange(1, await atOnce.Database.EventsAsync() - 1, "the import was stopped in its middle");

        await interrupted.TakeInAsync(sheet);
        await interrupted.ShouldVerifyAsync();
        await interrupted.Database.ShouldHoldTheFactsOfAsync(atOnce.Database);
    }

    [Fact]
    public async Task while_another_takes_in_the_same_sheet_puts_everything_on_record_once()
    {
        await using var atOnce = await postgres.EmptyAsync();
        await atOnce.TakeInAsync(Samples.Article);
        await using var ledger = await postgres.EmptyAsync();
        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => ledger.ImportAsync(Samples.Article))));
        // Two that bring the same unnamed source at once cannot know of each other: the second is told, and repeats.
        reports.SelectMany(report => report.Errors).ShouldAllBe(error => error.Code == "id-taken");
        await ledger.TakeInAsync(Samples.Article);
        await ledger.Database.ShouldHoldTheFactsOfAsync(atOnce.Database);
        await ledger.ShouldVerifyAsync();
    }

    private static byte[] Bytes(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    /// <summary>Cancels when the import comes to its n-th incident that is to be logged.</summary>
    private sealed class After(int count, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        private int left = count;

        public void Report(ImportProgress value)
        {
            if (value.Phase == "logging" && --left == 0) stop.Cancel();
        }
    }
}
