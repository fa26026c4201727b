using AttributionLedger.Basics;
using AttributionLedger.Store;
using Npgsql;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>Holds the lock of an incident's writers, so that whoever writes into it waits.</summary>
internal sealed class HeldIncident : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly Database database;

    private HeldIncident(NpgsqlConnection connection, Database database) => (this.connection, this.database) = (connection, database);

    public static async Task<HeldIncident> OfAsync(TestLedger ledger, string incident = Line.Incident)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ledger.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = StreamKeys.Of(IncidentId.Of(incident)) } } };
        await command.ExecuteNonQueryAsync();
        return new(connection, ledger.Database);
    }

    /// <summary>Returns when somebody waits for the lock.</summary>
    public async Task SomebodyWaitsAsync()
    {
        while (!await database.AskAsync<bool>("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database()))")) await Task.Yield();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
