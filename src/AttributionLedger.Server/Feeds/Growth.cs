using AttributionLedger.Store;
using AttributionLedger.Views;
using Npgsql;

namespace AttributionLedger.Feeds;

/// <summary>How far what is followed has come, whoever appended to it: one question for all who follow.</summary>
/// <param name="Versions">Of each stream that was asked about and holds events, the number of its last.</param>
/// <param name="Views">The sequence of the last event that the views hold.</param>
internal sealed record Growth(IReadOnlyDictionary<string, long> Versions, long Views)
{
    public long Of(string stream) => Versions.GetValueOrDefault(stream);

    public static async Task<Growth> OfAsync(LedgerStore store, IEnumerable<string> streams, CancellationToken ct)
    {
        await using var connection = await store.Plain.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand($"select id, version from {LedgerStore.Schema}.mt_streams where id = any($1) union all select '', {Progressing.Sql}", connection)
        {
            Parameters = { new() { Value = streams.Distinct().ToArray() } }
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var versions = new Dictionary<string, long>();
        while (await reader.ReadAsync(ct)) versions[reader.GetString(0)] = reader.GetInt64(1);
        versions.Remove("", out var views);
        return new(versions, views);
    }
}
