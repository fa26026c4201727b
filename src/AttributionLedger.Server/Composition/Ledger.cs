using AttributionLedger.Attribution;
using AttributionLedger.Backups;
using AttributionLedger.Boards;
using AttributionLedger.Desk;
using AttributionLedger.Exporting;
using AttributionLedger.Histories;
using AttributionLedger.Importing;
using AttributionLedger.IncidentBooks;
using AttributionLedger.PartyRegister;
using AttributionLedger.PrivatePostgres;
using AttributionLedger.Store;
using AttributionLedger.Verification;
using AttributionLedger.Views;

namespace AttributionLedger.Composition;

/// <summary>The ledger, opened: the one table of contents of what can be done with it, whoever asks.</summary>
public sealed class Ledger : IAsyncDisposable
{
    /// <summary>The environment variable that names a PostgreSQL of one's own.</summary>
    public const string ConnectionVariable = "LEDGER_CONNECTION";

    private Ledger(LedgerStore store, Patience patience, TimeProvider clock)
    {
        Store = store;
        Desk = new(store, clock);
        Following = new(store);
        Incidents = new(store, clock);
        Board = new(store, clock);
        History = new(store);
        Import = new(store, Desk, Following, clock, patience);
        Verifier = new(store, Following);
        Rebuilder = new(store, Following);
        Backup = new(store, clock);
        Restore = new(store, Following, Verifier);
        Export = new(store, clock);
    }

    public LedgerStore Store { get; }
    public LedgerDesk Desk { get; }
    public Following Following { get; }
    public IncidentReader Incidents { get; }
    public BoardReader Board { get; }
    public HistoryReader History { get; }
    public SheetImport Import { get; }
    public Verifier Verifier { get; }
    public Rebuilder Rebuilder { get; }
    public LedgerBackup Backup { get; }
    public LedgerRestore Restore { get; }
    public SheetExport Export { get; }

    /// <summary>Opens the ledger in the PostgreSQL of <paramref name="connectionString"/>, or in its own where that is null.</summary>
    /// <exception cref="PrivateClusterException">The ledger's own PostgreSQL cannot be had.</exception>
    /// <exception cref="Npgsql.NpgsqlException">PostgreSQL cannot be reached, or refuses.</exception>
    public static async Task<Ledger> OpenAsync(string? connectionString, IProgress<string> notes, CancellationToken ct)
    {
        Func<CancellationToken, Task>? revive = null;
        if (connectionString is null)
        {
            var settings = new ClusterSettings();
            connectionString = (await PrivateCluster.StartAsync(settings, notes, ct)).ConnectionString;
            revive = again => PrivateCluster.StartAsync(settings, notes, again);
        }
        var store = await LedgerStore.OpenAsync(connectionString, options =>
        {
            IncidentBookProjection.Register(options);
            PartyProjection.Register(options);
            ViewsProjection.Register(options);
        }, ct);
        return new Ledger(store, new Patience(notes, revive), TimeProvider.System);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
