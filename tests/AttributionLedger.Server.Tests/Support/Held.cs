using Npgsql;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>A lock of the ledger in somebody else's hand, so that whoever needs it waits.</summary>
internal sealed class Held : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly string connectionString;

    private Held(NpgsqlConnection connection, string connectionString) => (this.connection, this.connectionString) = (connection, connectionString);

    /// <summary>Writers of the incident wait.</summary>
    public static Task<Held> IncidentAsync(string connectionString) => OfAsync(connectionString, $"incident/{Line.Incident}");

    /// <summary>Nobody brings the views on.</summary>
    public static Task<Held> ViewsAsync(string connectionString) => OfAsync(connectionString, "attribution-ledger/following");

    private static async Task<Held> OfAsync(string connectionString, string key)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = key } } };
        await command.ExecuteNonQueryAsync();
        return new(connection, connectionString);
    }

    /// <summary>Returns when somebody waits for it.</summary>
    public async Task SomebodyWaitsAsync()
    {
        while (!await new Database(connectionString).AskAsync<bool>("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database()))")) await Task.Yield();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
