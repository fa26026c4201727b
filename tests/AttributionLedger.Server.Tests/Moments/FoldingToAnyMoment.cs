using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Histories;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Moments;

/// <summary>Whatever the desk logs, a list as of any moment holds what the rules hear of all events at that moment.</summary>
public class FoldingToAnyMoment(SharedPostgres postgres)
{
    private const string Incident = "one";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(2_001, Depth.Of(usual: 4, deep: 60))];

    [Theory, MemberData(nameof(Seeds))]
    public async Task lists_what_the_rules_hear_then(int seed)
    {
        var random = new Random(seed);
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(RandomHistories.Speaking(new RandomSheet(seed).Lines()));
        // Half of it is looked at before the views have come to it.
        if (seed % 2 == 0) await ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
        var (facts, parties) = await AllAsync(ledger);
        for (var i = 0; i < 25; i++)
        {
            var moment = Moment(random, facts);
            var listed = await ledger.AllStatementsAsync(new(Limit: random.Next(1, 12)), moment, Incident);
            ShouldBeHeard(listed, facts, parties, moment);
            var query = Query(random);
            (await ledger.AllStatementsAsync(query, moment, Incident)).Select(statement => statement.Id)
                .ShouldBe((query.Order == ListOrder.Newest ? listed.Reverse() : listed).Where(statement => Fits(statement, query)).Select(statement => statement.Id), $"{moment} {query}");
        }
    }

    private static void ShouldBeHeard(IReadOnlyList<StatementShape> listed, List<Recorded<IncidentEvent>> facts, IReadOnlyList<Party> parties, ReadingRequest moment)
    {
        moment.Moments("Etc/UTC", DateTimeOffset.UtcNow, out var asOf).ShouldBeNull();
        var register = new Register(parties, asOf.KnownAt, asOf.Clock);
        // What may be told of goes by the latest that is known.
        var now = StatementRow.Fold(Incident, facts);
        bool MayBeTold(EntryId entry) => now[StatementRow.IdOf(Incident, entry)] is var row && (asOf.Audience == Audience.Internal ? !row.IsOffTheRecord() : (row with { Struck = false, SameAs = null }).MayBePublished());
        var heard = History.Of(facts).Heard(asOf).Where(one => !one.IsRequest && Hearing.Shows(one, register, asOf) && MayBeTold(one.Entry)).ToLookup(one => one.Entry.Value);

        // The desk sees what another stands for as well, and that it does.
        listed.Where(statement => statement is { Status: not StatementStatus.Struck, SameAs: null }).Select(statement => statement.Id).ShouldBe(heard.Select(one => one.Key), $"{moment}");
        if (asOf.Audience == Audience.Publishable) listed.ShouldAllBe(statement => statement.Status != StatementStatus.Struck);
        foreach (var statement in listed.Where(statement => statement is { Status: StatementStatus.Live, SameAs: null }))
            heard[statement.Id].Where(one => !one.Retracted).Select(one => (one.Claim?.Value, one.Kind, one.Request?.Value)).Distinct()
                .ShouldBe(statement.Stances.Select(stance => (stance.Claim, (StanceKind?)stance.Stance, stance.Request)).Distinct(), $"{moment} {statement.Id}");
    }

    private static ReadingRequest Moment(Random random, List<Recorded<IncidentEvent>> facts) => new(
        random.Next(2) == 0 ? $"2023-03-{random.Next(1, 11):00}" : null,
        random.Next(4) switch { 0 => null, 1 => "2023-03-10T12:00Z", 2 => "2023-03-10T11:59Z", _ => facts[random.Next(facts.Count)].At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'") },
        (Clock)random.Next(2), (Audience)random.Next(2));

    private static StatementQuery Query(Random random) => new(
        random.Next(2) == 0 ? $"p{random.Next(8)}" : null, random.Next(2) == 0 ? $"k{random.Next(1, 5)}" : null, random.Next(3) == 0 ? StanceKind.Denies : random.Next(3) == 0 ? StanceKind.Asserts : null,
        random.Next(2) == 0 ? (StatementStatus)random.Next(3) : null, (ListOrder)random.Next(2), random.Next(1, 12));

    private static bool Fits(StatementShape statement, StatementQuery query) =>
        (query.Party is null || statement.By.Append(statement.Channel).Any(party => party?.Id == query.Party)) && (query.Status is null || statement.Status == query.Status)
        && ((query.Claim is null && query.Stance is null) || statement.Stances.Any(stance => (query.Claim is null || stance.Claim == query.Claim) && (query.Stance is null || stance.Stance == query.Stance)));

    private static async Task<(List<Recorded<IncidentEvent>> Facts, IReadOnlyList<Party> Parties)> AllAsync(TestLedger ledger)
    {
        await using var session = ledger.Ledger.Store.Reading();
        var stored = await session.Events.FetchStreamAsync($"incident/{Incident}");
        var parties = await Marten.QueryableExtensions.ToListAsync(session.Query<Party>());
        return ([.. stored.Select(e => new Recorded<IncidentEvent>((IncidentEvent)e.Data, e.Timestamp.ToUniversalTime(), e.Version))], parties);
    }
}
