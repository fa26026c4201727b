using System.Collections.Concurrent;
using Marten;
using Npgsql;

namespace AttributionLedger.SearchIndex;

/// <summary>
/// The words that are known to be stored, so that the few thousand that most statements consist of are not looked up for each.
/// A word counts as stored when it was seen there, never because it was sent: what sent it may have been rolled back. The
/// ledger takes no word out; whoever empties the table by hand restarts what follows.
/// </summary>
internal sealed class StoredWords
{
    /// <summary>Words that are remembered, some tens of megabytes; with more they are learnt anew.</summary>
    private const int Limit = 200_000;

    /// <summary>Every word, and whether it is known to occur in public.</summary>
    private readonly ConcurrentDictionary<string, bool> seen = new(StringComparer.Ordinal);

    /// <summary>Those of the words that are not stored yet, or not as words that occur in public; what of them is stored is seen from then on.</summary>
    public async Task<SearchWords> LackingAsync(IQuerySession session, SearchWords words, CancellationToken ct)
    {
        if (seen.Count > Limit) seen.Clear();
        if (words.All.Count == 0) return words;
        await using var command = new NpgsqlCommand($"select word, open from {SearchTables.Words} where word = any($1)") { Parameters = { new() { Value = words.All.Keys.ToArray() } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) seen[reader.GetString(0)] = reader.GetBoolean(1);
        return words.Where(word => !IsSeen(word.Key, word.Value));
    }

    public bool IsSeen(string word, bool isOpen) => seen.TryGetValue(word, out var open) && (open || !isOpen);
}
