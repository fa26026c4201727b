using System.Runtime.CompilerServices;
using Marten;
using Npgsql;

namespace AttributionLedger.Store;

/// <summary>What is asked of the list of streams, past Marten.</summary>
internal static class Streams
{
    private const int Page = 500;

    /// <summary>Whether every one of the streams still ends where it did: one look-up by key for all.</summary>
    public static async Task<bool> EndAtAsync(this NpgsqlDataSource source, string[] keys, long[] versions, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = Ending(keys, versions);
        command.Connection = connection;
        return await command.ExecuteScalarAsync(ct) is long same && same == keys.Length;
    }

    /// <summary>The same at the moment of a session.</summary>
    public static async Task<bool> EndAtAsync(this IQuerySession session, string[] keys, long[] versions, CancellationToken ct)
    {
        await using var command = Ending(keys, versions);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) && reader.GetInt64(0) == keys.Length;
    }

    private static NpgsqlCommand Ending(string[] keys, long[] versions) =>
        new($"select count(*) from unnest($1, $2) as seen (id, version) join {LedgerStore.Schema}.mt_streams as stream on stream.id = seen.id and stream.version = seen.version")
        {
            Parameters = { new() { Value = keys }, new() { Value = versions } }
        };

    /// <summary>The keys of all streams, in their order, with what each says is the number of its last event; a page of keys at a time.</summary>
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
