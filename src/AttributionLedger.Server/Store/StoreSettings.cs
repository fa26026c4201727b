using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;
using Weasel.Core;

namespace AttributionLedger.Store;

/// <summary>How the ledger uses Marten and Npgsql, whoever it comes in as.</summary>
internal static class StoreSettings
{
    /// <summary>A connection that answers nothing for a minute is taken for dead: the longest statement of the ledger takes a second.</summary>
    public static NpgsqlConnectionStringBuilder Connecting(string connectionString) =>
        new(connectionString) { CommandTimeout = 60, ApplicationName = "attribution-ledger", IncludeErrorDetail = false };

    /// <summary>A connection in no pool.</summary>
    public static async Task<NpgsqlConnection> OpenAloneAsync(string connectionString, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public static DocumentStore StoreOn(NpgsqlDataSource source, AutoCreate create, Action<StoreOptions> features) =>
        DocumentStore.For(options => { options.Connection(source); Configure(options, create); features(options); });

    private static void Configure(StoreOptions options, AutoCreate create)
    {
        options.DatabaseSchemaName = LedgerStore.Schema;
        options.Events.DatabaseSchemaName = LedgerStore.Schema;
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
}
