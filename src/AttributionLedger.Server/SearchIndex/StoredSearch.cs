using Marten;
using Npgsql;

namespace AttributionLedger.SearchIndex;

/// <summary>What is stored of a search row but its vector, of which there is a digest.</summary>
/// <param name="Digest">Of the vector as PostgreSQL writes it.</param>
internal sealed record StoredSearchRow(string Key, DateTimeOffset Until, DateTimeOffset SaidUntil, DateTimeOffset Known, DateTimeOffset OpenFrom, short Status, string Digest);

/// <summary>Rows of the search as they are stored, to be compared with what the events come to.</summary>
internal static class StoredSearch
{
    private const string Columns = "id, clock, reading, since, said_from, until, said_until, known, open_from, status, md5(vector::text)";

    /// <param name="incident">Of which the rows are; empty for those of a party.</param>
    public static async Task<IReadOnlyDictionary<string, StoredSearchRow>> StoredAsync(this IQuerySession session, string incident, string party, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from {SearchTables.Texts} where incident = $1 and ($2 = '' or id = $2)")
        {
            Parameters = { new() { Value = incident }, new() { Value = party.Length > 0 ? SearchRow.IdOf(SearchKind.Party, "", party) : "" } }
        };
        return await session.RowsAsync(command, ct);
    }

    /// <summary>The same of rows that ought to be there; PostgreSQL writes their vectors, so that the two can be compared.</summary>
    public static async Task<IReadOnlyDictionary<string, StoredSearchRow>> ExpectedAsync(this IQuerySession session, IReadOnlyCollection<SearchRow> rows, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select place, md5(vector::tsvector::text) from unnest($1) with ordinality v(vector, place)") { Parameters = { new() { Value = rows.Select(row => row.Vector).ToArray() } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var digests = new string[rows.Count];
        while (await reader.ReadAsync(ct)) digests[reader.GetInt64(0) - 1] = reader.GetString(1);
        return rows.Select((row, i) => new StoredSearchRow(row.Key, row.Until, row.SaidUntil, row.Known, row.OpenFrom, (short)row.Status, digests[i])).ToDictionary(row => row.Key);
    }

    private static async Task<IReadOnlyDictionary<string, StoredSearchRow>> RowsAsync(this IQuerySession session, NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var rows = new Dictionary<string, StoredSearchRow>();
        while (await reader.ReadAsync(ct))
        {
            var key = SearchRow.KeyOf(reader.GetString(0), (RowClock)reader.GetInt16(1), (RowReading)reader.GetInt16(2), await TimeAsync(3), await TimeAsync(4));
            rows[key] = new(key, await TimeAsync(5), await TimeAsync(6), await TimeAsync(7), await TimeAsync(8), reader.GetInt16(9), reader.GetString(10));
        }
        return rows;

        async Task<DateTimeOffset> TimeAsync(int column) => (await reader.GetFieldValueAsync<DateTimeOffset>(column, ct)).ToUniversalTime();
    }
}
