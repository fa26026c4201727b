using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Benchmarks.Ours;
using AttributionLedger.Benchmarks.Peers;
using AttributionLedger.Benchmarks.Peers.Emmett;

namespace AttributionLedger.Benchmarks.Rows;

/// <summary>Every row that can be measured.</summary>
internal static class AllRows
{
    private const string Http = "ledger over HTTP", InProcess = "ledger in process", Raw = "raw Npgsql", Emmett = "Emmett", Crud = "CRUD table with audit trigger";

    /// <summary>The rows of a run that names none.</summary>
    public static readonly IReadOnlyList<int> Usual = [1, 3, 4, 7, 8, 10];

    /// <param name="writers">How many at once; null for what the row is about.</param>
    public static Row? Find(int number, int? writers) => number switch
    {
        1 => Statements(1, "one durable statement", writers ?? 8, raw: 0.85, emmett: 1.8, crud: null),
        2 => Statements(2, "one durable statement, saturated", writers ?? 128, raw: 2.5, emmett: 6, crud: 3) with { P99AtMost = 25 },
        3 => new(3, "one hot incident", writers ?? 32, 1, () => [new LedgerOverHttp(), new LedgerInProcess(), new RowLockLoop()], Both("raw row-lock loop", 3)),
        4 => new(4, "a command with current state and inline attribution", writers ?? 8, SeededCluster.Incidents,
            () => [new LedgerOverHttp(), new LedgerInProcess(), new EmmettArm(projected: true), new SqlByHand()],
            [.. Both("Emmett with inline projection", 2.5), .. Both("SQL by hand", 0.6)]),
        7 => AsOf(writers ?? 1),
        8 => Reads(writers ?? 8),
        10 => new(10, "one durable statement while the views follow, with the search and without", writers ?? 8, SeededCluster.Incidents,
            () => [new FollowedAppend("with the search", 'q', new SearchIndex.SearchKeeper()), new FollowedAppend("without it", 'r', new NothingBeside())], [new("with the search", "without it", 0.97)]),
        _ => null
    };

    private static Row Statements(int number, string work, int writers, double raw, double emmett, double? crud) =>
        new(number, work, writers, SeededCluster.Incidents, () => [new LedgerOverHttp(), new LedgerInProcess(), new RawInserts(), new EmmettArm(projected: false), new AuditedTable()],
            [.. Both(Raw, raw), .. Both(Emmett, emmett), .. Both(Crud, crud)]);

    // The goals are of rates: p50 of the large at most one and a half times that of the small.
    private static Row AsOf(int writers)
    {
        SharedServer ledger = new(LedgerOverHttp.StartAsync);
        return new(7, "as-of, at moments never asked for before", writers, 1,
            () => [
                new AsOfOverHttp(ledger, PastIncidents.Large), new AsOfOverHttp(ledger, PastIncidents.Small),
                new AsOfInProcess(PastIncidents.Large), new AsOfInProcess(PastIncidents.Small), new RefoldInProcess(PastIncidents.Large)
            ],
            [
                new("as-of over HTTP, 10,000", "as-of over HTTP, 100", 1 / 1.5), new("as-of in process, 10,000", "as-of in process, 100", 1 / 1.5),
                new("as-of over HTTP, 10,000", "refold in process, 10,000", 20), new("as-of in process, 10,000", "refold in process, 10,000", 20)
            ]);
    }

    private static Row Reads(int writers)
    {
        SharedServer ledger = new(LedgerOverHttp.StartAsync), byHand = new(HandWrittenEndpoint.StartAsync);
        return new(8, "HTTP read of an incident", writers, SeededCluster.Incidents,
            () => [
                new HttpReads("ledger, 200", ledger, id => $"/api/incidents/{id}/state?reading=publishable", 200),
                new HttpReads("ledger, 304", ledger, id => $"/api/incidents/{id}/state?reading=publishable", 304),
                new HttpReads("hand-written endpoint, 200", byHand, id => $"/pages/{id}", 200),
                new HttpReads("static endpoint, 304", byHand, _ => "/static", 304)
            ],
            [new("ledger, 200", "hand-written endpoint, 200", 0.9), new("ledger, 304", "static endpoint, 304", 0.8)]);
    }

    private static Goal[] Both(string peer, double? atLeast) => [new(Http, peer, atLeast), new(InProcess, peer, atLeast)];
}
