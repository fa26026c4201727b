using AttributionLedger.Basics;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace AttributionLedger.Views;

/// <summary>A stretch of the statements of one incident.</summary>
/// <param name="Keys">Of several, what fits any: a party and those that were merged into it.</param>
/// <param name="OpenBy">UTC; what is under embargo then is left out. Null where embargoes do not matter.</param>
/// <param name="Beyond">UTC, exclusive; where the page before ended.</param>
/// <param name="Except">Entries that are left out.</param>
internal sealed record Stretch(
    string Incident, IReadOnlyList<string> Keys, IReadOnlyList<StatementShelf> Shelves, DateTimeOffset? OpenBy, bool NewestFirst, DateTimeOffset? Beyond, int Limit, IReadOnlyCollection<string> Except)
{
    /// <summary>UTC, inclusive; what was recorded later is left out. Null for no such end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The entries that are looked for; null for any.</summary>
    public IReadOnlyCollection<string>? Only { get; init; }

    /// <summary>Whether a row lies in it; the same as the query asks.</summary>
    public bool Holds(StatementRow row) => !(NewestFirst ? row.Known >= Beyond : row.Known <= Beyond) && !(row.Known > Until) && Only?.Contains(row.Entry.Value) != false
        && StatementKey.Of(row).Any(key => Keys.Contains(key.Key) && Shelves.Contains(key.Shelf) && !(key.OpenFrom > OpenBy));
}

/// <summary>Where a statement stands in the order of every list.</summary>
/// <param name="Known">UTC, when it was recorded.</param>
internal sealed record StatementPlace(DateTimeOffset Known, EntryId Entry);

internal static class StatementKeyQueries
{
    /// <summary>
    /// The first places of a stretch, in its order. Each key on each shelf is one stretch of the primary key, of
    /// which no more than the page is read; only what an embargo still holds, or is excepted, is passed over one by one.
    /// </summary>
    public static async Task<List<StatementPlace>> ReadAsync(this IQuerySession session, Stretch stretch, CancellationToken ct)
    {
        var (beyond, order) = stretch.NewestFirst ? ("<", "desc") : (">", "asc");
        await using var command = new NpgsqlCommand($"""
            select distinct s.known, s.entry from unnest($2) as asked(key) cross join unnest($3) as allowed(shelf) cross join lateral (
                select k.known, k.entry from {StatementKeyTable.Name} k
                where k.incident = $1 and k.key = asked.key and k.shelf = allowed.shelf and k.known {beyond} $4 and k.known <= $8 and k.open_from <= $5 and k.entry <> all($6) and ($9::text[] is null or k.entry = any($9))
                order by k.known {order} limit $7) s
            order by s.known {order} limit $7
            """)
        {
            Parameters =
            {
                new() { Value = stretch.Incident }, new() { Value = stretch.Keys.ToArray() }, new() { Value = stretch.Shelves.Select(shelf => (short)shelf).ToArray() },
                new() { Value = stretch.Beyond ?? (stretch.NewestFirst ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue) },
                new() { Value = stretch.OpenBy ?? DateTimeOffset.MaxValue }, new() { Value = stretch.Except.ToArray() }, new() { Value = stretch.Limit },
                new() { Value = stretch.Until ?? DateTimeOffset.MaxValue }, new() { Value = (object?)stretch.Only?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }
            }
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var places = new List<StatementPlace>();
        while (await reader.ReadAsync(ct)) places.Add(new((await reader.GetFieldValueAsync<DateTimeOffset>(0, ct)).ToUniversalTime(), EntryId.Of(reader.GetString(1))));
        return places;
    }

    /// <summary>Every key of an incident.</summary>
    public static async Task<List<StatementKey>> StatementKeysAsync(this IQuerySession session, string incident, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select key, shelf, known, entry, open_from from {StatementKeyTable.Name} where incident = $1") { Parameters = { new() { Value = incident } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var keys = new List<StatementKey>();
        while (await reader.ReadAsync(ct))
            keys.Add(new(incident, reader.GetString(0), (StatementShelf)reader.GetInt16(1), await reader.GetFieldValueAsync<DateTimeOffset>(2, ct),
                EntryId.Of(reader.GetString(3)), await reader.GetFieldValueAsync<DateTimeOffset>(4, ct)));
        return keys;
    }
}
