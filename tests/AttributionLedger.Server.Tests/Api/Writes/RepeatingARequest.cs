using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Writes;

/// <summary>Who repeats a request with its key gets the answer that the first one got, and nothing is done twice.</summary>
public class RepeatingARequest(SharedPostgres postgres)
{
    [Fact]
    public async Task from_many_connections_at_once_carries_it_out_once()
    {
        await using var served = await ServedLedger.OfSceneAsync(postgres);
        foreach (var line in new[] { Line.Says("s1", "brigade"), Line.Party("crew"), Line.Unnamed("?1").Replace("\"entry\"", "\"incident\":\"quay\",\"entry\"", StringComparison.Ordinal) })
        {
            var write = ApiWrite.Of(line, Guid.NewGuid().ToString());
            var answers = await AtOnce.DoAsync(16, _ => write.SendAsync(served.Http));
            answers[0].ShouldBe(201);
            answers.Select(answer => answer.Said).Distinct().ShouldHaveSingleItem();
        }
        (await served.Ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'statement_logged'")).ShouldBe(1);
        (await served.Ledger.Database.AskAsync<long>("select count(*) from ledger.mt_streams where id like 'party/unnamed-%'")).ShouldBe(1);
        await served.Ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task that_was_refused_is_refused_in_the_same_words()
    {
        await using var served = await ServedLedger.OfSceneAsync(postgres);
        var write = ApiWrite.Of(Line.Says("s1", "brigade", claim: "k9"), "a");
        var first = (await write.SendAsync(served.Http)).ShouldBeProblem(422, "claim-unknown");
        // What was refused then is right by now, and still the answer to this key is what it was.
        await served.Ledger.TakeInAsync([Line.Claim("k9")]);
        (await write.SendAsync(served.Http)).Said.ShouldBe(first.Said);
        (await (write with { Key = "b" }).SendAsync(served.Http)).ShouldBe(201);
    }

    [Fact]
    public async Task that_came_too_late_is_carried_out_once_its_writer_has_looked_again()
    {
        await using var served = await ServedLedger.OfSceneAsync(postgres);
        var write = ApiWrite.Of(Line.Of(new { entry = "close", id = "c1", incident = Line.Incident, reason = "It is over." }), "a");
        (await (write with { IfMatch = "\"0000000000000000\"" }).SendAsync(served.Http)).ShouldBeProblem(412, "state-changed");
        (await write.SendAsync(served.Http)).ShouldBe(201);
    }

    [Fact]
    public async Task with_another_content_is_refused()
    {
        await using var served = await ServedLedger.OfSceneAsync(postgres);
        var write = ApiWrite.Of(Line.Says("s1", "brigade"), "a");
        (await write.SendAsync(served.Http)).ShouldBe(201);
        var before = await served.Ledger.Database.EventsAsync();
        foreach (var other in new[] { ApiWrite.Of(Line.Says("s2", "brigade"), "a"), ApiWrite.Of(Line.Party("crew"), "a"), write with { Body = write.Body + " " } })
            (await other.SendAsync(served.Http)).ShouldBeProblem(422, "idempotency-key-reused");
        (await served.Ledger.Database.EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task while_the_first_is_held_up_is_put_off()
    {
        await using var served = await ServedLedger.OfSceneAsync(postgres);
        var write = ApiWrite.Of(Line.Says("s1", "brigade"), "a");
        Task<Answer> first;
        await using (var held = await Held.IncidentAsync(served.Ledger.ConnectionString))
        {
            first = write.SendAsync(served.Http);
            await held.SomebodyWaitsAsync();
            (await write.SendAsync(served.Http)).ShouldBeProblem(409, "idempotency-key-in-flight").RetryAfter.ShouldBe("2");
        }
        (await write.SendAsync(served.Http)).Said.ShouldBe((await first).ShouldBe(201).Said);
    }

    [Fact]
    public async Task after_leaving_in_the_middle_holds_up_nobody_and_carries_it_out_once()
    {
        await using var served = await ServedLedger.OfSceneAsync(postgres);
        var write = ApiWrite.Of(Line.Says("s1", "brigade"), "a");
        Task<Answer> ahead, again;
        Task<Answer[]> others;
        await using (var held = await Held.IncidentAsync(served.Ledger.ConnectionString))
        {
            ahead = served.SendAsync(Line.Says("ahead", "brigade"), "ahead");
            await held.SomebodyWaitsAsync();
            // All that comes now waits for the next transaction, together with whose client has left.
            using (var client = await RawClient.ConnectAsync(served.Address)) await client.SendAsync(write.Bytes(served.Address));
            again = write.SendAsync(served.Http);
            others = AtOnce.DoAsync(16, i => served.SendAsync(Line.Says($"o{i}", "harbour"), $"o{i}"));
        }
        foreach (var answer in (Answer[])[await ahead, await again, .. await others]) answer.ShouldBe(201);
        (await served.Ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'statement_logged'")).ShouldBe(18);
        (await served.Ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where stream_id = 'mt_tombstone'")).ShouldBe(0, "no transaction failed over it");
        await served.Ledger.ShouldVerifyAsync();
    }
}
