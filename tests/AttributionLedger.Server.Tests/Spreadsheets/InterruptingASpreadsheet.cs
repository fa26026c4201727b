using AttributionLedger.Server.Tests.Support;
using static AttributionLedger.Server.Tests.Spreadsheets.Looking;

namespace AttributionLedger.Server.Tests.Spreadsheets;

/// <summary>However it is interrupted, a spreadsheet that is taken in again ends where it would have ended at once.</summary>
public class InterruptingASpreadsheet(SharedPostgres postgres)
{
    private static readonly byte[] File = Bytes(
    [
        "incident,headline,zone,by,by id,by kind,said,stance,words,form,description,terms",
        .. Enumerable.Range(1, 4_000).Select(i => i % 7 == 0
            ? $"quay,Invented: the quay,Etc/UTC,?{i % 3 + 1},,,2023-03-05,comments,Words {i}.,paraphrase,source {i % 3 + 1},background"
            : $"quay,Invented: the quay,Etc/UTC,Fire Brigade,brigade,organisation,2023-03-05,comments,Words {i}.,verbatim,,")
    ]);

    [Fact]
    public async Task by_leaving_and_coming_back_ends_well()
    {
        await using var interrupted = await postgres.EmptyAsync();
        using (var stop = new CancellationTokenSource())
        {
            var importing = Should.ThrowAsync<OperationCanceledException>(() => interrupted.TakeInAsync(File, ct: stop.Token));
            await BegunAsync(interrupted, () => importing.IsCompleted);
            await stop.CancelAsync();
            await importing;
        }
        await ShouldEndWellAsync(interrupted);
    }

    [Fact]
    public async Task by_killing_it_and_coming_back_ends_well()
    {
        await using var interrupted = await postgres.EmptyAsync();
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        await System.IO.File.WriteAllBytesAsync(path, File);
        try
        {
            using var process = LedgerProcess.Start(new() { ["LEDGER_CONNECTION"] = interrupted.Access.Application, ["LEDGER_MAINTENANCE"] = interrupted.Access.Maintenance }, "dotnet", LedgerProcess.Dll, "import", path);
            await BegunAsync(interrupted, () => process.HasExited);
            process.Kill();
            (await process.EndAsync()).Code.ShouldNotBe(0, "it was killed in its middle");
        }
        finally
        {
            System.IO.File.Delete(path);
        }
        await ShouldEndWellAsync(interrupted);
    }

    private static async Task BegunAsync(TestLedger ledger, Func<bool> hasEnded)
    {
        while (!hasEnded() && await ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'statement_logged'") == 0) await Task.Yield();
    }

    private async Task ShouldEndWellAsync(TestLedger interrupted)
    {
        await using var atOnce = await postgres.EmptyAsync();
        (await atOnce.TakeInAsync(File)).IsRefused.ShouldBeFalse();
        (await FactsAsync(interrupted)).ShouldBeInRange(1, await FactsAsync(atOnce) - 1, "the import was stopped in its middle");
        var again = await interrupted.TakeInAsync(File);
        again.Errors.ShouldBeEmpty();
        (again.New > 0, again.OnRecord > 0).ShouldBe((true, true));
        (await FactsAsync(interrupted)).ShouldBe(await FactsAsync(atOnce));
        await interrupted.ShouldVerifyAsync();
    }

    // An append that is cut off leaves tombstones in the place of its events.
    private static Task<long> FactsAsync(TestLedger ledger) => ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where stream_id <> 'mt_tombstone'");
}
