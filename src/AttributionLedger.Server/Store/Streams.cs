using System.Runtime.CompilerServices;
using Npgsql;

namespace AttributionLedger.Store;

/// <summary>Walks over every stream of the ledger, a page of keys at a time.</summary>
internal static class Streams
{
    private const int Page = 500;

    /// <summary>The keys of all streams, in their order, with what each says is the number of its last event.</summary>
    public static async IAsyncEnumerable<(string Key, long Versions)> StreamsAsync(this NpgsqlDataSource source, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = "";
        while (true)
        {
            var page = new List<(string Key, long Versions)>();
            await using (var connection = await source.OpenConnectionAsync(ct))
            await using (var command = new NpgsqlCommand($"select id, coalesce(version, 0) from {LedgerStore.Schema}.mt_streams where id > $1 collate \"C\" order by id collate \"C\" limit {Page}", connection) { Parameters = { new() { Value = last } } })
            await using (var reader = await command.ExecuteReaderAsync(ct))
                while (await reader.ReadAsync(ct)) page.Add((reader.GetString(0), reader.GetInt64(1)));
            foreach (var stream in page) yield return stream;
            if (page.Count < Page) yield break;
            last = page[^1].Key;
        }
    }
}
