using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Crashes;

/// <summary>The server is killed hard, again and again over one ledger, so that what a crash damaged would stay and add up.</summary>
public class KillingTheServer(SharedPostgres postgres)
{
    private enum Moment { InMidLoad, WhileViewsAreBehind, DuringAGracefulStop, AndAgainWhileItStarts }

    [Fact]
    public async Task loses_nothing_that_was_answered_and_leaves_nothing_half()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        var record = new Record(ledger.Database);
        await record.BeginAsync();
        using var newsroom = new Newsroom();
        var random = new Random(20);
        for (var round = 0; round < Depth.Of(usual: 20, deep: 100); round++)
        {
            await using (var server = await StartAsync(ledger))
            {
                await newsroom.RepeatAsync(server.Http);
                newsroom.Pending.ShouldBeEmpty();
                await record.ShouldKeepWhatWasPromisedAsync(newsroom);
                await KillAsync(server, newsroom, (Moment)(round % 4), random);
            }
            if ((Moment)(round % 4) == Moment.AndAgainWhileItStarts) await ServerProcess.StartAndKillAsync(Environment(ledger), random.NextDouble());
            await record.ShouldKeepWhatWasPromisedAsync(newsroom);
        }
        await ShouldEndWholeAsync(ledger, newsroom, record);
    }

    private static Dictionary<string, string?> Environment(TestLedger ledger) => new() { ["LEDGER_CONNECTION"] = ledger.ConnectionString };

    private static Task<ServerProcess> StartAsync(TestLedger ledger) => ServerProcess.StartAsync(Environment(ledger));

    private static async Task KillAsync(ServerProcess server, Newsroom newsroom, Moment moment, Random random)
    {
        var writing = newsroom.WriteUntilGoneAsync(server.Http);
        await newsroom.AnsweredAsync(random.Next(1, 120), writing);
        switch (moment)
        {
            case Moment.WhileViewsAreBehind:
                while (await server.BehindAsync() == 0) await Task.Yield();
                break;
            case Moment.DuringAGracefulStop:
                server.Terminate();
                await Task.WhenAny(writing, Task.Delay(random.Next(300)));
                break;
        }
        server.Kill();
        await writing;
    }

    private static async Task ShouldEndWholeAsync(TestLedger ledger, Newsroom newsroom, Record record)
    {
        await using var server = await StartAsync(ledger);
        await newsroom.RepeatAsync(server.Http);
        newsroom.Pending.ShouldBeEmpty();
        await record.ShouldKeepWhatWasPromisedAsync(newsroom);
        foreach (var (sent, answer) in newsroom.Answered.Where((_, i) => i % 20 == 0)) (await sent.Write.SendAsync(server.Http)).Said.ShouldBe(answer.Said);
        await server.CaughtUpAsync();
        await ledger.ShouldVerifyAsync();
        await ledger.ShouldReadTheSameFromPositionsAndFromEventsAsync();

        server.Terminate();
        var (code, errors) = await server.EndAsync();
        code.ShouldBe(0);
        errors.ShouldNotContain("\"level\":\"error\"");
        var views = await ledger.Database.ViewsAsync();
        await ledger.Ledger.Rebuilder.RunAsync(new Silence<int>(), CancellationToken.None);
        (await ledger.Database.ViewsAsync()).ShouldBe(views);
    }
}
