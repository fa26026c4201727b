using AttributionLedger.Attribution;
using AttributionLedger.Backups;
using AttributionLedger.Boards;
using AttributionLedger.Desk;
using AttributionLedger.Drifts;
using AttributionLedger.Differences;
using AttributionLedger.Duplicates;
using AttributionLedger.Exporting;
using AttributionLedger.Histories;
using AttributionLedger.Importing;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Moments;
using AttributionLedger.PartyRegister;
using AttributionLedger.PrivatePostgres;
using AttributionLedger.Publications;
using AttributionLedger.Replays;
using AttributionLedger.Requests;
using AttributionLedger.RuleComparisons;
using AttributionLedger.SearchIndex;
using AttributionLedger.Searching;
using AttributionLedger.Spreadsheets;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Suggesting;
using AttributionLedger.Tables;
using AttributionLedger.Times;
using AttributionLedger.Verification;
using AttributionLedger.Views;

namespace AttributionLedger.Composition;

/// <summary>The ledger, opened: the one table of contents of what can be done with it, whoever asks.</summary>
public sealed class Ledger : IAsyncDisposable
{
    /// <summary>The environment variable that names a PostgreSQL of one's own, as the role that logs and reads.</summary>
    public const string ConnectionVariable = "LEDGER_CONNECTION";

    /// <summary>The environment variable that names the same database, as the role that owns the schema.</summary>
    public const string MaintenanceVariable = "LEDGER_MAINTENANCE";

    private Ledger(LedgerStore store, Commits commits, Patience patience, OwnPostgres? own, TimeProvider clock)
    {
        (Store, Commits, Own, Clock) = (store, commits, own, clock);
        Patience = patience;
        Desk = new(store, commits, clock);
        Lanes = new(Desk, patience, Lanes.UsualCount);
        Following = new(store);
        timelines = new(store);
        keptParties = new(store);
        Incidents = new(store, timelines, keptParties, clock);
        Replays = new(timelines, keptParties, clock);
        RulesComparer = new(store, keptParties, clock);
        KeptReadings = new(store, Incidents, commits, clock);
        Cards = new(Incidents);
        Statements = new(store, Following, clock);
        Duplicates = new(store, Following);
        Requests = new(store, Following, clock);
        Entries = new(store, Following);
        Parties = new(store, Following, clock);
        AttentionKeeper = new(store);
        Publications = new(store, Following, AttentionKeeper);
        Attention = new(store, Following, AttentionKeeper);
        Board = new(store, clock);
        Differences = new(store, clock);
        Newsroom = Newsroom.OfEnvironment(clock);
        Drifts = new(store, Following, clock, Newsroom);
        StatementsAsOf = new(store, Following, clock, Statements);
        RequestsAsOf = new(store, Following, clock, Requests);
        EntriesAsOf = new(store, clock, Entries);
        PartiesAsOf = new(clock, Newsroom, Parties);
        AppearancesAsOf = new(clock, Newsroom, Parties, Incidents);
        BoardAsOf = new(store, Newsroom, Board, Incidents);
        History = new(store, clock);
        Search = new(Following, Newsroom, clock, Incidents, keptParties);
        PartySuggestions = new(store, clock);
        ClaimSuggestions = new(Search);
        MergeSuggestions = new(Following);
        Import = new(store, Desk, Following, clock, patience);
        Spreadsheets = new(store, Following, Import);
        Verifier = new(store, Following);
        Rebuilder = new(store, Following);
        Backup = new(store, clock);
        Restore = new(store, Following, Verifier);
        Export = new(store, clock);
        Tables = new(store, Newsroom, Incidents, StatementsAsOf, RequestsAsOf);
    }

    private readonly KeptTimelines timelines;
    private readonly KeptParties keptParties;

    public LedgerStore Store { get; }
    public TimeProvider Clock { get; }

    /// <summary>The PostgreSQL that is the ledger's to start; null where it is somebody else's.</summary>
    public OwnPostgres? Own { get; }

    public Patience Patience { get; }
    public Commits Commits { get; }
    public LedgerDesk Desk { get; }
    public Lanes Lanes { get; }
    public Following Following { get; }
    public IncidentReader Incidents { get; }
    public ReplayReader Replays { get; }
    public RulesComparer RulesComparer { get; }
    public KeptReadings KeptReadings { get; }
    public IncidentCardReader Cards { get; }
    public StatementReader Statements { get; }
    public DuplicateReader Duplicates { get; }
    public RequestReader Requests { get; }
    public EntryCardReader Entries { get; }
    public PartyReader Parties { get; }
    public DriftReader Drifts { get; }
    public AttentionKeeper AttentionKeeper { get; }
    public PublicationReader Publications { get; }
    public AttentionReader Attention { get; }
    public BoardReader Board { get; }
    public DifferenceReader Differences { get; }
    public Newsroom Newsroom { get; }
    public StatementsAsOf StatementsAsOf { get; }
    public RequestsAsOf RequestsAsOf { get; }
    public EntriesAsOf EntriesAsOf { get; }
    public PartiesAsOf PartiesAsOf { get; }
    public AppearancesAsOf AppearancesAsOf { get; }
    public BoardAsOf BoardAsOf { get; }
    public HistoryReader History { get; }
    public SearchEngine Search { get; }
    public PartySuggestions PartySuggestions { get; }
    public ClaimSuggestions ClaimSuggestions { get; }
    public MergeSuggestions MergeSuggestions { get; }
    public SheetImport Import { get; }
    public SpreadsheetImport Spreadsheets { get; }
    public Verifier Verifier { get; }
    public Rebuilder Rebuilder { get; }
    public LedgerBackup Backup { get; }
    public LedgerRestore Restore { get; }
    public SheetExport Export { get; }
    public TableReader Tables { get; }

    /// <summary>Opens the ledger in the PostgreSQL that <paramref name="access"/> leads to, or in its own where that is null.</summary>
    /// <exception cref="PrivateClusterException">The ledger's own PostgreSQL cannot be had.</exception>
    /// <exception cref="AccessException">There is something to prepare, and no way in as the maintenance role.</exception>
    /// <exception cref="Npgsql.NpgsqlException">PostgreSQL cannot be reached, or refuses.</exception>
    public static Task<Ledger> OpenAsync(Access? access, IProgress<string> notes, CancellationToken ct) => OpenAsync(access, new SearchKeeper(), notes, ct);

    /// <param name="beside">What is kept beside the views.</param>
    /// <inheritdoc cref="OpenAsync(Access?, IProgress{string}, CancellationToken)"/>
    public static async Task<Ledger> OpenAsync(Access? access, IKeptBeside beside, IProgress<string> notes, CancellationToken ct)
    {
        var own = access is null ? new OwnPostgres(new ClusterSettings(), notes) : null;
        access ??= await own!.StartAsync(ct);
        var commits = new Commits();
        var awakening = new Awakening(commits);
        var store = await LedgerStore.OpenAsync(access, options =>
        {
            IncidentBookProjection.Register(options);
            PartyProjection.Register(options);
            ViewsProjection.Register(options, awakening, beside);
            SearchTables.Register(options);
            AttentionTable.Register(options);
            Receipts.Register(options);
        }, ct);
        var ledger = new Ledger(store, commits, new Patience(notes, own is null ? null : own.StartAsync), own, TimeProvider.System);
        try
        {
            await ledger.Rebuilder.BringUpToDateAsync(notes, ct);
            return ledger;
        }
        catch
        {
            await ledger.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc cref="OwnPostgres.StartAsync"/>
    public static Task<Access> StartOwnAsync(ClusterSettings settings, IProgress<string> notes, CancellationToken ct) => new OwnPostgres(settings, notes).StartAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await Lanes.DisposeAsync();
        Desk.Dispose();
        KeptReadings.Dispose();
        timelines.Dispose();
        keptParties.Dispose();
        await Store.DisposeAsync();
    }
}
