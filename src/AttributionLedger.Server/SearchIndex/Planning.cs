using Npgsql;

namespace AttributionLedger.SearchIndex;

/// <summary>What PostgreSQL is told before it is asked, for the rest of a transaction.</summary>
internal static class Planning
{
    /// <summary>
    /// How like part of a name must be to what was typed, from 0 to 1, for PostgreSQL's operator: what it takes by itself
    /// does not forgive one letter in nine.
    /// </summary>
    private const string Likeness = "0.45";

    /// <summary>Plans each of the search's questions once for all: every one goes by an index, and to plan it takes longer than to answer it.</summary>
    public static NpgsqlBatchCommand Once => new("select set_config('plan_cache_mode', 'force_generic_plan', true)");

    public static NpgsqlBatchCommand ForgivingMore => new($"select set_config('pg_trgm.word_similarity_threshold', '{Likeness}', true)");
}
