using System.Data;
using System.Security.Cryptography;
using System.Text;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;
using Weasel.Core;

namespace AttributionLedger.Store;

/// <summary>
/// The ledger in PostgreSQL. Two sources of connections: one that keeps its prepared statements, for sessions; a plain one
/// for schema, locks and the daemon, which must not meet a connection that somebody else left in a state of its own.
/// </summary>
public sealed class LedgerStore : IAsyncDisposable
{
    public const string Schema = "ledger";

    private readonly NpgsqlDataSource prepared, plain;
    private readonly DocumentStore sessions, operations;
    private readonly string ownConnection;

    private LedgerStore(string connectionString, Action<StoreOptions> features)
    {
        // A connection that answers nothing for a minute is taken for dead: the longest statement of the ledger takes a second.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 60, ApplicationName = "attribution-ledger", IncludeErrorDetail = false };
        plain = ConnectionPools.Plain(settings);
        ownConnection = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString;
        prepared = ConnectionPools.Prepared(settings);
        operations = DocumentStore.For(options => { options.Connection(plain); Configure(options, AutoCreate.CreateOrUpdate); features(options); });
        sessions = DocumentStore.For(options => { options.Connection(prepared); Configure(options, AutoCreate.None); features(options); });
    }

    /// <summary>Opens the ledger, and brings its schema up to date where it is not.</summary>
    /// <param name="features">What each feature stores; the same for every process that opens the ledger.</param>
    /// <exception cref="NpgsqlException">PostgreSQL cannot be reached, or refuses.</exception>
    public static async Task<LedgerStore> OpenAsync(string connectionString, Action<StoreOptions> features, CancellationToken ct)
    {
        var store = new LedgerStore(connectionString, features);
        try
        {
            await store.BringSchemaUpToDateAsync(ct);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
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
    public async Task<NpgsqlConnection> OwnConnectionAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(ownConnection);
        await connection.OpenAsync(ct);
        return connection;
    }

    public NpgsqlDataSource Plain => plain;

    /// <summary>Lets go of every connection that nobody uses: after PostgreSQL was away each of them leads nowhere.</summary>
    public void ForgetConnections()
    {
        prepared.Clear();
        plain.Clear();
    }

    public async ValueTask<IProjectionDaemon> DaemonAsync() => await operations.BuildProjectionDaemonAsync();

    public async ValueTask DisposeAsync()
    {
        await sessions.DisposeAsync();
        await operations.DisposeAsync();
        await prepared.DisposeAsync();
        await plain.DisposeAsync();
    }

    private static void Configure(StoreOptions options, AutoCreate create)
    {
        options.DatabaseSchemaName = Schema;
        options.Events.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = create;
        options.Events.StreamIdentity = StreamIdentity.AsString;
        // Each event carries a time that its writer assigned, strictly increasing; the other modes overwrite it on some ways in.
        options.Events.AppendMode = EventAppendMode.Rich;
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        foreach (var (type, name) in EventNames.All) options.Events.MapEventType(type, name);
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, configure: json => LedgerJson.Configure(json));
        options.DisableNpgsqlLogging = true;
        options.Logger(new SilentLogger());
        // Who runs the projections is decided by a lock of ours; left to itself the store warns on standard output.
        options.Projections.AsyncMode = DaemonMode.ExternallyManaged;
    }

    /// <summary>
    /// Compares the script of the schema with the one that was applied last, so that a command line does not ask the
    /// catalogue for every table each time it starts.
    /// </summary>
    private async Task BringSchemaUpToDateAsync(CancellationToken ct)
    {
        var script = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(operations.Storage.ToDatabaseScript())));
        await using var connection = await OwnConnectionAsync(ct);
        if (await AppliedAsync(connection, ct) == script) return;

        await connection.LockAsync("schema", ct);
        if (await AppliedAsync(connection, ct) == script) return;
        await operations.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await connection.RunAsync($"create table if not exists {Schema}.applied_schema (script text not null)", ct);
        await connection.RunAsync($"delete from {Schema}.applied_schema", ct);
        await connection.RunAsync($"insert into {Schema}.applied_schema values ('{script}')", ct);
    }

    private static async Task<string?> AppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (await connection.AskAsync<bool>($"select to_regclass('{Schema}.applied_schema') is not null", ct) is false) return null;
        return await connection.AskAsync<string?>($"select script from {Schema}.applied_schema", ct);
    }
}
