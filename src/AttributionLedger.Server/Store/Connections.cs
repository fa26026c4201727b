using Npgsql;

namespace AttributionLedger.Store;

/// <summary>The few statements that the ledger sends past Marten.</summary>
internal static class Connections
{
    public static async Task RunAsync(this NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<T?> AskAsync<T>(this NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct) is T answer ? answer : default;
    }

    /// <summary>The first column of each row.</summary>
    public static async Task<List<string>> ListAsync(this NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var list = new List<string>();
        while (await reader.ReadAsync(ct)) list.Add(reader.GetString(0));
        return list;
    }

    /// <summary>Waits for a lock that the connection holds until it closes.</summary>
    public static Task LockAsync(this NpgsqlConnection connection, string what, CancellationToken ct) =>
        connection.RunAsync($"select pg_advisory_lock({Key(what)})", ct);

    public static Task<bool> TryLockAsync(this NpgsqlConnection connection, string what, CancellationToken ct) =>
        connection.AskAsync<bool>($"select pg_try_advisory_lock({Key(what)})", ct);

    /// <summary>The key of a lock: fixed text, never input.</summary>
    private static string Key(string what) => $"hashtextextended('attribution-ledger/{what}', 0)";
}
