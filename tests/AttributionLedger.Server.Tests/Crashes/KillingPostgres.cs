using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Crashes;

/// <summary>PostgreSQL is killed under a server that stays up, which brings it back and carries on by itself.</summary>
public class KillingPostgres
{
    [Fact]
    public async Task loses_nothing_that_was_answered_and_the_server_carries_on_by_itself()
    {
        await using var cluster = new OwnCluster();
        var database = await cluster.StartAsync();
        await using var server = await ServerProcess.StartAsync(cluster.Environment);
        foreach (var line in Line.Scene) (await ApiWrite.Of(line).SendAsync(server.Http)).ShouldBe(201);
        var record = new Record(database);
        await record.BeginAsync();
        using var newsroom = new Newsroom();
        var random = new Random(21);
        for (var round = 0; round < Depth.Of(usual: 20, deep: 100); round++)
        {
            using var stop = new CancellationTokenSource();
            var writing = newsroom.WriteOnAsync(server.Http, stop.Token);
            await newsroom.AnsweredAsync(random.Next(1, 120), writing);
            Kill(cluster, round, random);
            await newsroom.AnsweredAsync(40, writing);
            // Twice in a row: the second time while everybody comes back.
            if (round % 5 == 4)
            {
                Kill(cluster, round + 1, random);
                await newsroom.AnsweredAsync(40, writing);
            }
            await stop.CancelAsync();
            await writing;
            newsroom.Pending.ShouldBeEmpty();
            await record.ShouldKeepWhatWasPromisedAsync(newsroom);
            (await server.Http.GetAnswerAsync("/api/incidents/quay/state")).ShouldBe(200);
        }

        await server.CaughtUpAsync();
        foreach (var (sent, answer) in newsroom.Answered.Where((_, i) => i % 20 == 0)) (await sent.Write.SendAsync(server.Http)).Said.ShouldBe(answer.Said);
        (await LedgerProcess.RunWithAsync(cluster.Environment, null, "verify")).ShouldEndWith(0);
        server.Terminate();
        (await server.EndAsync()).Code.ShouldBe(0);
        var views = await database.ViewsAsync();
        (await LedgerProcess.RunWithAsync(cluster.Environment, null, "rebuild")).ShouldEndWith(0);
        (await database.ViewsAsync()).ShouldBe(views);
    }

    private static void Kill(OwnCluster cluster, int round, Random random)
    {
        if (round % 3 == 0) cluster.KillAll();
        else if (round % 3 == 1) cluster.KillPostmaster();
        else cluster.KillASession(random);
    }
}
