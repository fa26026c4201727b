using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Server.Tests.Desk;

public class WritingAtOnce(SharedPostgres postgres)
{
    private const int Reporters = 32;

    private static readonly IncidentId Quay = IncidentId.Of(Line.Incident);

    [Fact]
    public async Task into_one_incident_every_reporter_succeeds_and_meets_no_conflict()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        // The last statement is logged by two.
        var statements = Enumerable.Range(1, Reporters).Append(Reporters).Select(i => Statement($"s{i}")).ToList();
        var outcomes = await AtOnceAsync(statements, statement => EnterAsync(ledger, statement));
        outcomes.ShouldAllBe(outcome => !outcome.IsRefused);
        outcomes.Count(outcome => outcome.IsNew).ShouldBe(Reporters);

        (await ledger.Database.ListAsync("select data->>'id' from ledger.mt_events where type = 'statement_logged'")).ShouldBe(statements.Select(s => s.Id.Value).Distinct(), ignoreOrder: true);
        (await ledger.Database.AskAsync<bool>("""
            select bool_and(later) from (select timestamp > lag(timestamp) over (order by version) later from ledger.mt_events where type = 'statement_logged') t where later is not null
            """)).ShouldBeTrue("known times increase in the order of the stream");
        await ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task one_incident_is_opened_once()
    {
        await using var ledger = await postgres.EmptyAsync();
        var outcomes = await AtOnceAsync(Enumerable.Repeat(new OpenIncident("Invented: a fire", "Etc/UTC", null, null, null, Invented: true), 8),
            opening => EnterAsync(ledger, opening));
        outcomes.ShouldAllBe(outcome => !outcome.IsRefused);
        outcomes.Count(outcome => outcome.IsNew).ShouldBe(1);
        (await ledger.Database.EventsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task one_incident_under_two_headlines_is_opened_under_one()
    {
        await using var ledger = await postgres.EmptyAsync();
        var outcomes = await AtOnceAsync(Enumerable.Range(0, 4), i =>
            EnterAsync(ledger, new OpenIncident($"Invented: fire {i}", "Etc/UTC", null, null, null, Invented: true)));
        outcomes.Count(outcome => !outcome.IsRefused).ShouldBe(1);
        outcomes.SelectMany(outcome => outcome.Refusals).ShouldAllBe(refusal => refusal.Code == "id-taken");
        (await ledger.Database.EventsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task affiliations_that_would_close_a_circle_leave_it_open()
    {
        const int parties = 6;
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Enumerable.Range(0, parties).Select(i => Line.Party($"p{i}")));
        var outcomes = await AtOnceAsync(Enumerable.Range(0, parties), async i => (await ledger.Ledger.Desk.EnterAsync(new Registering(
            [new PartyEntry(PartyId.Of($"p{i}"), new RecordAffiliation(AffiliationId.Of("a"), Link.SpeaksFor, PartyId.Of($"p{(i + 1) % parties}"), Counts: true, null, null))], "reporter"), CancellationToken.None))[0]);
        outcomes.Count(outcome => outcome.IsRefused).ShouldBe(1);
        outcomes.SelectMany(outcome => outcome.Refusals).ShouldHaveSingleItem().Code.ShouldBe("affiliation-cycle");
        await ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task a_batch_with_one_refused_command_leaves_nothing()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        var before = await ledger.Database.TextAsync();
        var outcomes = await EnterAsync(ledger, Statement("s1"), Statement("s2", "k9"), Statement("s3"));
        outcomes.Select(outcome => outcome.Refusals.Count).ShouldBe([0, 1, 0]);
        outcomes.ShouldAllBe(outcome => !outcome.IsNew);
        (await ledger.Database.TextAsync()).ShouldBe(before);
    }

    private static async Task<EntryOutcome> EnterAsync(TestLedger ledger, IncidentCommand command) => (await EnterAsync(ledger, [command]))[0];

    private static async Task<IReadOnlyList<EntryOutcome>> EnterAsync(TestLedger ledger, params IReadOnlyList<IncidentCommand> commands) =>
        (await ledger.Ledger.Desk.EnterAsync([new(Quay, commands, "reporter")], CancellationToken.None))[0];

    private static LogStatement Statement(string id, string claim = "k1") => new(EntryId.Of(id),
        new Statement([PartyId.Of("brigade")], ((WorldTimeReading.Read)WorldTime.Read("2023-03-05", "Etc/UTC")).Time, new(GroundRule.OnTheRecord), Setting.NotRecorded, new(WordsForm.Paraphrase, $"Words {id}.")),
        [new(StanceKind.Asserts, ClaimId.Of(claim))]);

    private static async Task<EntryOutcome[]> AtOnceAsync<T>(IEnumerable<T> work, Func<T, Task<EntryOutcome>> enter)
    {
        var start = new TaskCompletionSource();
        var tasks = work.Select(item => Task.Run(async () => { await start.Task; return await enter(item); })).ToList();
        start.SetResult();
        return await Task.WhenAll(tasks);
    }
}
