using System.Text.RegularExpressions;
using Npgsql;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>A database seen from outside of the product, as its superuser sees it.</summary>
public sealed partial class Database(string connectionString)
{
    private readonly string connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    public Task<long> EventsAsync() => AskAsync<long>("select count(*) from ledger.mt_events");

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Runs a statement, and returns how many rows it touched.</summary>
    public async Task<int> TellAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await reader.ReadAsync()) list.Add(reader.GetString(0));
        return list;
    }

    /// <summary>Everything that is stored, as one text: every row of every table.</summary>
    public async Task<string> TextAsync()
    {
        var tables = await ListAsync("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1");
        var rows = new List<string>();
        foreach (var table in tables) rows.AddRange(await ListAsync($"select '{table} ' || t::text from {table} t"));
        return string.Join('\n', rows);
    }

    /// <summary>
    /// Everything that is on record and in the views, each row as a text. Without receipts, which refusals have too, and
    /// without how far the views have come, which a server writes down also when nothing happens.
    /// </summary>
    public async Task<IReadOnlyList<string>> KeptAsync()
    {
        var tables = await ListAsync("select tablename from pg_tables where schemaname = 'ledger' and tablename not in ('receipt', 'mt_event_progression') order by 1");
        return await ListAsync(string.Join(" union all ", tables.Select(table => $"select '{table} ' || t::text from ledger.{table} t")) + " order by 1");
    }

    /// <summary>The rows of the views, without what Marten notes about writing them.</summary>
    public async Task<IReadOnlyList<string>> ViewsAsync()
    {
        var tables = await ListAsync("select tablename from pg_tables where schemaname = 'ledger' and tablename like 'mt_doc_%' order by 1");
        var rows = new List<string>();
        foreach (var table in tables) rows.AddRange(await ListAsync($"select '{table} ' || id || ' ' || data::text from ledger.{table} order by id::text collate \"C\""));
        return rows;
    }

    /// <summary>
    /// Every fact as stream, version, name and body, without the marks that are left where an append was cut off. Ids that
    /// the ledger mints are numbered as the incidents come to them, so that two ledgers that took in the same can be compared.
    /// </summary>
    public async Task<IReadOnlyList<string>> FactsAsync()
    {
        var minted = new Dictionary<string, string>();
        var facts = await ListAsync("select stream_id || ' ' || version || ' ' || type || ' ' || data::text from ledger.mt_events where stream_id <> 'mt_tombstone' order by stream_id collate \"C\", version");
        return [.. facts.Select(fact => Minted().Replace(fact, id => minted.TryGetValue(id.Value, out var known) ? known : minted[id.Value] = $"minted-{minted.Count + 1}")).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether two ledgers hold the same facts in the same order; what one has and the other lacks is told.</summary>
    public async Task ShouldHoldTheFactsOfAsync(Database other)
    {
        var (ours, theirs) = (await FactsAsync(), await other.FactsAsync());
        ours.Except(theirs).Select(fact => $"has {fact}").Concat(theirs.Except(ours).Select(fact => $"lacks {fact}")).ShouldBeEmpty();
        ours.Count.ShouldBe(theirs.Count);
    }

    [GeneratedRegex("unnamed-[0-9a-f]{12}")]
    private static partial Regex Minted();
}
