using AttributionLedger.Attribution;
using AttributionLedger.Boards;
using AttributionLedger.Desk;
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

    private Ledger(LedgerStore store, Patience patience, OwnPostgres? own, TimeProvider clock)
    {
        Store = store;
        Own = own;
        Commits = new();
        Patience = patience;
        Desk = new(store, Commits, clock);
        Lanes = new(Desk, patience, Lanes.UsualCount);
        Following = new(store);
        Incidents = new(store, clock);
        Board = new(store, clock);
        History = new(store);
        Import = new(store, Desk, Following, clock, patience);
        Verifier = new(store, Following);
        Rebuilder = new(store, Following);
    }

    public LedgerStore Store { get; }

    /// <summary>The PostgreSQL that is the ledger's to start; null where it is somebody else's.</summary>
    public OwnPostgres? Own { get; }

    public Patience Patience { get; }
    public Commits Commits { get; }
    public LedgerDesk Desk { get; }
    public Lanes Lanes { get; }
    public Following Following { get; }
    public IncidentReader Incidents { get; }
    public BoardReader Board { get; }
    public HistoryReader History { get; }
    public SheetImport Import { get; }
    public Verifier Verifier { get; }
    public Rebuilder Rebuilder { get; }

    /// <summary>Opens the ledger in the PostgreSQL of <paramref name="connectionString"/>, or in its own where that is null.</summary>
    /// <exception cref="PrivateClusterException">The ledger's own PostgreSQL cannot be had.</exception>
    /// <exception cref="Npgsql.NpgsqlException">PostgreSQL cannot be reached, or refuses.</exception>
    public static async Task<Ledger> OpenAsync(string? connectionString, IProgress<string> notes, CancellationToken ct)
    {
        var own = connectionString is null ? new OwnPostgres(new ClusterSettings(), notes) : null;
        connectionString ??= (await own!.StartAsync(ct)).ConnectionString;
        var store = await LedgerStore.OpenAsync(connectionString, options =>
        {
            IncidentBookProjection.Register(options);
            PartyProjection.Register(options);
            ViewsProjection.Register(options);
            Receipts.Register(options);
        }, ct);
        return new Ledger(store, new Patience(notes, own is null ? null : own.StartAsync), own, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await Lanes.DisposeAsync();
        await Store.DisposeAsync();
    }
}
