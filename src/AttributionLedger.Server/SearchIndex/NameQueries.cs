using Marten;
using Npgsql;

namespace AttributionLedger.SearchIndex;

/// <summary>Names as they are kept to be found while they are typed.</summary>
internal static class NameQueries
{
    /// <summary>Parties that go by one of some names; who asks for the names of a whole file finds each a few times at most.</summary>
    private const int CalledLimit = 100_000;

    /// <summary>Words of what was typed that are looked for; who typed as many has chosen.</summary>
    private const int WordLimit = 12;

    /// <summary>Words that one may be a misspelling of.</summary>
    private const int LikeLimit = 5;

    private const string Columns = $"select party, place, word, tail, name, known, noted from {SearchTables.Names}";

    /// <summary>All that is kept of one party.</summary>
    public static Task<List<NameRow>> NamesOfAsync(this IQuerySession session, string party, CancellationToken ct) => session.FetchAsync($"{Columns} where party = $1 limit $2", ct, party, CalledLimit);

    /// <summary>Whole names that are one of these, folded.</summary>
    public static Task<List<NameRow>> CalledAsync(this IQuerySession session, string[] plain, CancellationToken ct) =>
        session.FetchAsync($"{Columns} where word = 0 and tail = any($1) order by party, place limit $2", ct, plain, CalledLimit);

    /// <summary>Whole names that are spelt much alike, the likest first.</summary>
    public static Task<List<NameRow>> SimilarAsync(this IQuerySession session, string plain, int limit, CancellationToken ct) =>
        session.FetchAsync($"{Columns} where word = 0 and tail % $1 order by similarity(tail, $1) desc, tail limit $2", ct, plain, limit);

    /// <summary>Names that begin with what was typed, from any of their words on.</summary>
    public static Task<List<NameRow>> BeginningAsync(this IQuerySession session, string plain, int limit, CancellationToken ct) =>
        session.FetchAsync($"{Columns} where tail ~>=~ $1 and tail ~<~ ($1 || chr(1114111)) order by tail using ~<~ limit $2", ct, plain, limit);

    /// <summary>Names that hold words that begin so, in whatever order. Every word that is long enough for the index narrows what is looked at.</summary>
    public static Task<List<NameRow>> HoldingAsync(this IQuerySession session, string[] words, int limit, CancellationToken ct)
    {
        var told = words.Take(WordLimit).Select(Escaped).ToList();
        var holding = string.Join(" and ", told.SelectMany((_, i) => new[] { $"tail like '%' || ${i + 2} || '%'", $"' ' || tail like '% ' || ${i + 2} || '%'" }));
        return session.FetchAsync($"{Columns} where word = 0 and {holding} limit $1", ct, [limit, .. told]);
    }

    /// <summary>Whole names with words that are each spelt like one of these, in no order: each word is looked up by itself, among the words that occur.</summary>
    public static async Task<List<NameRow>> LikeAsync(this IQuerySession session, string[] words, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select a.place, w.word from unnest($1) with ordinality a(word, place) cross join lateral (
                select word from {SearchTables.Words} w where w.word % a.word order by similarity(w.word, a.word) desc, word limit {LikeLimit}) w
            """) { Parameters = { new() { Value = words } } };
        var like = new List<(long Place, string Word)>();
        await using (var reader = await session.ExecuteReaderAsync(command, ct))
            while (await reader.ReadAsync(ct)) like.Add((reader.GetInt64(0), reader.GetString(1)));
        if (like.Count == 0) return [];
        var query = string.Join(" & ", like.GroupBy(one => one.Place).Select(own => $"({string.Join(" | ", own.Select(one => Vector.Quoted(one.Word)))})"));
        return await session.FetchAsync($"{Columns} where word = 0 and party in (select entry from {SearchTables.Texts} where kind = {(short)SearchKind.Party} and vector @@ $1::tsquery limit $2)", ct, query, limit);
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private static async Task<List<NameRow>> FetchAsync(this IQuerySession session, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var names = new List<NameRow>();
        while (await reader.ReadAsync(ct)) names.Add(new(
            reader.GetString(0), reader.GetInt16(1), reader.GetInt16(2), reader.GetString(3), reader.GetString(4), await TimeAsync(5), await TimeAsync(6)));
        return names;

        async Task<DateTimeOffset> TimeAsync(int column) => (await reader.GetFieldValueAsync<DateTimeOffset>(column, ct)).ToUniversalTime();
    }
}
