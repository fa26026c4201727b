using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Writes;

/// <summary>Many reporters write into one incident at once, and their networks are what networks are.</summary>
public class WritingIntoAHotIncident(SharedPostgres postgres)
{
    private const int Reporters = 32;

    /// <summary>What becomes of a request on its way.</summary>
    private enum Fate { Answered, AnsweredAndRepeated, CutOffAfterSending, CutOffBeforeReading }

    [Fact]
    public async Task every_reporter_succeeds_and_every_statement_is_there_once()
    {
        await using var served = await ServedLedger.OfSceneAsync(postgres);
        var random = new Random(32);
        var work = Enumerable.Range(0, Reporters).Select(reporter => Enumerable.Range(0, Depth.Of(usual: 12, deep: 120)).Select(i => (Id: $"s{reporter}-{i}", Fate: Drawn(random))).ToList()).ToList();
        var sent = (await AtOnce.DoAsync(work, async statements =>
        {
            var answers = new List<(ApiWrite Write, Answer Answer)>();
            foreach (var (id, fate) in statements) answers.Add(await ReportAsync(served, id, fate));
            return answers;
        })).SelectMany(answers => answers).ToList();

        sent.ShouldAllBe(one => one.Answer.Status == 201);
        (await LoggedAsync(served)).ShouldBe(work.SelectMany(statements => statements).Select(statement => statement.Id), ignoreOrder: true);
        (await served.Ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'claim_asserted'")).ShouldBe(sent.Count);
        (await served.Ledger.Database.AskAsync<bool>("""
            select bool_and(later) from (select timestamp > lag(timestamp) over (order by version) later, type from ledger.mt_events where stream_id = 'incident/quay') t where later is not null and type = 'statement_logged'
            """)).ShouldBeTrue("recorded times increase in the order of the stream");
        sent.Select(one => one.Answer.Json.GetProperty("version").GetInt64()).ShouldBeUnique();

        await served.Ledger.ShouldVerifyAsync();
        await served.Ledger.ShouldReadTheSameFromPositionsAndFromEventsAsync();
        var before = await served.Ledger.Database.KeptAsync();
        foreach (var (write, answer) in sent) (await write.SendAsync(served.Http)).Said.ShouldBe(answer.Said);
        (await served.Ledger.Database.KeptAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task whoever_repeats_without_a_key_hears_that_it_is_on_record()
    {
        await using var served = await ServedLedger.OfSceneAsync(postgres);
        var answers = await AtOnce.DoAsync(Reporters, i => served.SendAsync(Line.Says($"s{i % 8}", "brigade")));
        answers.Count(answer => answer.Status == 201).ShouldBe(8);
        answers.Where(answer => answer.Status != 201).ShouldAllBe(answer => answer.Status == 200 && !answer.Json.GetProperty("new").GetBoolean());
        (await LoggedAsync(served)).Count.ShouldBe(8);
        await served.Ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task while_the_register_grows_changes_and_merges_nobody_meets_a_conflict()
    {
        var each = Depth.Of(usual: 6, deep: 60);
        await using var served = await ServedLedger.OfSceneAsync(postgres);
        string[] incidents = [.. Enumerable.Range(0, 6).Select(i => $"fire-{i}")];
        await served.Ledger.TakeInAsync(incidents.SelectMany(incident => new[] { Line.Opening(incident), Line.Claim("k1", incident: incident) }));

        var reporters = incidents.SelectMany(incident => Enumerable.Range(0, 4).Select(reporter => Enumerable.Range(0, each)
            .Select(i => Line.Says($"s{reporter}-{i}", i % 2 == 0 ? "brigade" : "harbour", incident: incident)).ToArray()));
        var registrars = Enumerable.Range(0, 4).Select(registrar => Enumerable.Range(0, each).SelectMany(i => new[]
        {
            Line.Party($"p{registrar}-{i}"), Line.Of(new { entry = "rename", id = "e1", party = $"p{registrar}-{i}", name = $"The new p{registrar}-{i}" }),
            Line.Of(new { entry = "affiliation", id = "a1", party = $"p{registrar}-{i}", partOf = "harbour" }), Line.Of(new { entry = "merge-party", id = "m1", party = $"p{registrar}-{i}", into = "brigade", reason = "It is the same." }),
            Line.Of(new { entry = "alias", id = $"p{registrar}-{i}", party = "harbour", alias = $"Quay {registrar}-{i}" })
        }).ToArray());
        var answers = await AtOnce.DoAsync([.. reporters, .. registrars], async lines =>
        {
            var heard = new List<Answer>();
            foreach (var line in lines) heard.Add(await served.SendAsync(line, Guid.NewGuid().ToString()));
            return heard;
        });

        answers.SelectMany(heard => heard).ShouldAllBe(answer => answer.Status == 201);
        await served.Ledger.ShouldVerifyAsync();
        await served.Ledger.ShouldReadTheSameFromPositionsAndFromEventsAsync();
    }

    private static Fate Drawn(Random random) => random.Next(6) switch { 0 or 1 => Fate.Answered, 2 or 3 => Fate.AnsweredAndRepeated, 4 => Fate.CutOffAfterSending, _ => Fate.CutOffBeforeReading };

    /// <summary>Sends a statement until it is answered, whatever becomes of it on its way.</summary>
    private static async Task<(ApiWrite, Answer)> ReportAsync(ServedLedger served, string id, Fate fate)
    {
        var write = ApiWrite.Of(Line.Says(id, "brigade"), $"key-{id}");
        if (fate == Fate.CutOffAfterSending) await RawClient.SendAndLeaveAsync(served.Address, write.Bytes(served.Address));
        if (fate == Fate.CutOffBeforeReading) await RawClient.SendAndLeaveAsync(served.Address, write.Bytes(served.Address), client => client.AnsweredAsync());
        var answer = await write.SendAsync(served.Http);
        if (fate == Fate.AnsweredAndRepeated) (await write.SendAsync(served.Http)).Said.ShouldBe(answer.Said);
        return (write, answer);
    }

    private static Task<IReadOnlyList<string>> LoggedAsync(ServedLedger served) => served.Ledger.Database.ListAsync("select data->>'id' from ledger.mt_events where type = 'statement_logged'");
}
