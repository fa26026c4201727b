using JasperFx;
using Marten;

using Npgsql;

namespace AttributionLedger.Store;

/// <summary>The ledger as its maintenance role sees it: what changes the schema, the views as a whole, or what is on record.</summary>
public sealed class Maintenance : IAsyncDisposable
{
    private readonly Action<StoreOptions> features;
    private readonly Lazy<DocumentStore> store;

    internal Maintenance(string connectionString, Action<StoreOptions> features)
    {
        this.features = features;
        var settings = StoreSettings.Connecting(connectionString);
        // Nothing that another role has put into a schema of its own is mistaken for PostgreSQL's.
        settings.SearchPath = "pg_catalog";
        Source = NpgsqlDataSource.Create(settings.ConnectionString);
        ConnectionString = settings.ConnectionString;
        // Sessions must not look after the schema: what somebody else has locked would hold them up.
        store = new(() => StoreSettings.StoreOn(Source, AutoCreate.None, features));
    }

    public NpgsqlDataSource Source { get; }

    private string ConnectionString { get; }

    /// <summary>A session that writes as the maintenance role.</summary>
    public IDocumentSession Writing() => store.Value.LightweightSession();

    /// <summary>A session within a transaction of somebody else's, who commits it.</summary>
    public IDocumentSession Within(NpgsqlTransaction transaction) => store.Value.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction));

    internal Task<NpgsqlConnection> OwnConnectionAsync(CancellationToken ct) => StoreSettings.OpenAloneAsync(ConnectionString, ct);

    internal async Task ApplySchemaAsync()
    {
        await using var making = StoreSettings.StoreOn(Source, AutoCreate.CreateOrUpdate, features);
        await making.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (store.IsValueCreated) await store.Value.DisposeAsync();
        await Source.DisposeAsync();
    }
}
