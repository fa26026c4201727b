using System.Data;
using JasperFx;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;

namespace AttributionLedger.Store;

/// <summary>
/// The ledger in PostgreSQL. Two sources of connections for the application: one that keeps its prepared statements, for
/// sessions; a plain one for locks and the daemon, which must not meet a connection that somebody else left in a state of
/// its own. What the application's role may not do goes by <see cref="MaintenanceAsync"/>.
/// </summary>
public sealed class LedgerStore : IAsyncDisposable
{
    public const string Schema = "ledger";

    private readonly Access access;
    private readonly Action<StoreOptions> features;
    private readonly NpgsqlDataSource prepared, plain;
    private readonly DocumentStore sessions, operations;
    private readonly string ownConnection;
    private Maintenance? maintenance;

    private LedgerStore(Access access, Action<StoreOptions> features)
    {
        (this.access, this.features) = (access, features);
        var settings = StoreSettings.Connecting(access.Application);
        ownConnection = settings.ConnectionString;
        plain = ConnectionPools.Plain(settings);
        prepared = ConnectionPools.Prepared(settings);
        operations = StoreSettings.StoreOn(plain, AutoCreate.None, features);
        sessions = StoreSettings.StoreOn(prepared, AutoCreate.None, features);
    }

    /// <summary>Opens the ledger, and brings its schema and the rights of the application's role up to date where they are not.</summary>
    /// <param name="features">What each feature stores; the same for every process that opens the ledger.</param>
    /// <exception cref="NpgsqlException">PostgreSQL cannot be reached, or refuses.</exception>
    /// <exception cref="AccessException">There is something to prepare, and no way in as the maintenance role.</exception>
    public static async Task<LedgerStore> OpenAsync(Access access, Action<StoreOptions> features, CancellationToken ct)
    {
        var store = new LedgerStore(access, features);
        try
        {
            await store.PrepareAsync(ct);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>What PostgreSQL said, when the ledger was opened, that the application may do.</summary>
    public Rights Rights { get; private set; } = new("", false, false, false, new HashSet<string>());

    /// <summary>Whether something that is done once for a schema was done.</summary>
    public bool Bears(string mark) => Rights.Applied.Contains(mark);

    /// <summary>Notes that it was done, until the schema changes.</summary>
    /// <param name="mark">Fixed text, never input.</param>
    public async Task MarkAsync(string mark, CancellationToken ct)
    {
        await using var connection = await (await MaintenanceAsync(ct)).OwnConnectionAsync(ct);
        await LedgerSchema.LeaveAsync(connection, mark, ct);
        Rights = Rights with { Applied = await LedgerSchema.AppliedAsync(connection, ct) };
    }

    /// <summary>A session that writes; nothing is sent before it is saved.</summary>
    public IDocumentSession Writing() => sessions.LightweightSession();

    public IQuerySession Reading() => sessions.QuerySession();

    /// <summary>A session all of whose reads see the ledger at one moment.</summary>
    public async Task<IDocumentSession> ReadingOneMomentAsync(CancellationToken ct)
    {
        var session = sessions.LightweightSession(IsolationLevel.RepeatableRead);
        await session.BeginTransactionAsync(ct);
        return session;
    }

    /// <summary>A connection of its own, in no pool, for locks that last longer than a transaction.</summary>
    public Task<NpgsqlConnection> OwnConnectionAsync(CancellationToken ct) => StoreSettings.OpenAloneAsync(ownConnection, ct);

    public NpgsqlDataSource Plain => plain;

    /// <summary>Connections that keep their prepared statements, for what is asked all the time.</summary>
    public NpgsqlDataSource Prepared => prepared;

    /// <summary>Lets go of every connection that nobody uses: after PostgreSQL was away each of them leads nowhere.</summary>
    public void ForgetConnections()
    {
        prepared.Clear();
        plain.Clear();
    }

    public async ValueTask<IProjectionDaemon> DaemonAsync() => await operations.BuildProjectionDaemonAsync();

    /// <summary>The way in as the maintenance role: the one that was given, or the application's where that owns the schema.</summary>
    /// <exception cref="AccessException">There is none, or it leads to another database.</exception>
    public async Task<Maintenance> MaintenanceAsync(CancellationToken ct)
    {
        if (maintenance is not null) return maintenance;
        if (access.Maintenance is null && !Rights.MayAlterSchema)
            throw new AccessException(AccessCodes.MaintenanceNeeded,
                $"The role {Rights.User} is the application's, and this takes the maintenance role, which owns the schema. Give its connection string too (--maintenance, or LEDGER_MAINTENANCE).");

        var opened = new Maintenance(access.Maintenance ?? access.Application, features);
        try
        {
            if (access.Maintenance is not null) await RequireOneDatabaseAsync(opened, ct);
            return maintenance = opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await sessions.DisposeAsync();
        await operations.DisposeAsync();
        await prepared.DisposeAsync();
        await plain.DisposeAsync();
        if (maintenance is not null) await maintenance.DisposeAsync();
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        var schema = new LedgerSchema(operations.Storage.ToDatabaseScript());
        await using var connection = await OwnConnectionAsync(ct);
        Rights = await Rights.ReadAsync(connection, ct);
        if (schema.IsReadyFor(Rights)) return;
        await schema.PrepareAsync(await MaintenanceAsync(ct), Rights, ct);
        Rights = await Rights.ReadAsync(connection, ct);
    }

    private async Task RequireOneDatabaseAsync(Maintenance other, CancellationToken ct)
    {
        const string Which = "select (select oid from pg_database where datname = current_database())::text || ' of ' || pg_postmaster_start_time()::text";
        await using var ours = await OwnConnectionAsync(ct);
        await using var theirs = await other.OwnConnectionAsync(ct);
        if (await ours.AskAsync<string>(Which, ct) != await theirs.AskAsync<string>(Which, ct))
            throw new AccessException(AccessCodes.MaintenanceElsewhere,
                "The two connection strings lead to two databases. The application's and the maintenance role's must name the same host, port and database.");
    }
}
