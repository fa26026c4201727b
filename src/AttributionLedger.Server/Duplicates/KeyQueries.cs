using AttributionLedger.Basics;
using AttributionLedger.Views;
using Marten;
using Npgsql;

namespace AttributionLedger.Duplicates;

/// <summary>One way in which a statement is looked for that another may be the same as.</summary>
/// <param name="Entry">The one that asks.</param>
/// <param name="Before">UTC, exclusive.</param>
internal sealed record KeyAsked(EntryId Entry, string Key, DateTimeOffset Before);

internal static class KeyQueries
{
    /// <summary>The newest places of each key before its time. Each is one stretch of the primary key, of which no more than the limit is read.</summary>
    /// <param name="except">Entries that are left out.</param>
    public static async Task<List<(EntryId Entry, StatementPlace Place)>> ReadAsync(
        this IQuerySession session, string incident, IReadOnlyList<KeyAsked> asked, IReadOnlyList<StatementShelf> shelves, string[] except, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select asked.entry, s.known, s.entry from unnest($2, $3, $4) as asked(entry, key, before) cross join unnest($5) as allowed(shelf) cross join lateral (
                select k.known, k.entry from {StatementKeyTable.Name} k
                where k.incident = $1 and k.key = asked.key and k.shelf = allowed.shelf and k.known < asked.before and k.entry <> all($6)
                order by k.known desc limit $7) s
            """)
        {
            Parameters =
            {
                new() { Value = incident }, new() { Value = asked.Select(one => one.Entry.Value).ToArray() }, new() { Value = asked.Select(one => one.Key).ToArray() },
                new() { Value = asked.Select(one => one.Before).ToArray() }, new() { Value = shelves.Select(shelf => (short)shelf).ToArray() }, new() { Value = except }, new() { Value = limit }
            }
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var places = new List<(EntryId, StatementPlace)>();
        while (await reader.ReadAsync(ct)) places.Add((EntryId.Of(reader.GetString(0)), new((await reader.GetFieldValueAsync<DateTimeOffset>(1, ct)).ToUniversalTime(), EntryId.Of(reader.GetString(2)))));
        return places;
    }
}
