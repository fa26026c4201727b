using Marten;
using Npgsql;

namespace AttributionLedger.SearchIndex;

internal static class Trigrams
{
    /// <summary>
    /// How like part of a name must be to what was typed, from 0 to 1, for PostgreSQL's operator: what it takes by itself
    /// does not forgive one letter in nine.
    /// </summary>
    private const string Likeness = "0.45";

    /// <summary>For the rest of the session's transaction.</summary>
    public static async Task ForgiveMoreAsync(this IQuerySession session, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select set_config('pg_trgm.word_similarity_threshold', '{Likeness}', true)");
        await using var reader = await session.ExecuteReaderAsync(command, ct);
    }
}
