using Npgsql;

namespace AttributionLedger.Store;

/// <summary>
/// What the application's role may do in the schema: what stands here, and nothing else. A new table is one line; without it
/// the application cannot even read the table.
/// </summary>
internal static class Grants
{
    /// <summary>Tables and their rights; the first line that fits a name counts. A star stands for any ending.</summary>
    private static readonly (string Table, string Rights)[] Tables =
    [
        // Facts are added and never touched again.
        ("mt_events", "select, insert"),
        // An append moves the number of the last event, and may move nothing else of a stream.
        ("mt_streams", "select, insert, update (version)"),
        // How far the views have come, and which numbers no event ever got.
        ("mt_event_progression", "select, insert, update"),
        ("mt_high_water_skips", "select, insert"),
        ("mt_event_projection_floors", "select"),
        (LedgerSchema.Applied, "select"),
        // What requests came to is forgotten after a while.
        ("receipt", "select, insert, update, delete"),
        // Views grow and change with the events; only a reversal takes a position away. To empty them is maintenance.
        ("mt_doc_positionrow", "select, insert, update, delete"),
        ("mt_doc_affiliationrow", "select, insert, update, delete"),
        ("publication_attention", "select, insert, update"),
        ("statement_key", "select, insert, delete"),
        ("search_text", "select, insert, delete"),
        ("search_name", "select, insert, delete"),
        // Words are added, and become public; none is forgotten but by a rebuild.
        ("search_word", "select, insert, update"),
        ("search_stem", "select, insert"),
        ("mt_doc_*", "select, insert, update")
    ];

    // Update would let the application set the sequence back.
    private static readonly (string Sequence, string Rights)[] Sequences = [("mt_events_sequence", "usage, select")];

    /// <summary>They run with the rights of who calls them, so that none can do more than its caller; still no more than are called.</summary>
    private static readonly string[] Functions = ["mt_mark_event_progression", "mt_mark_progression_with_skip"];

    /// <summary>All of the above, to see whether a role was given just this.</summary>
    public static string Text => string.Join('\n', [.. Tables.Select(line => $"{line}"), .. Sequences.Select(line => $"{line}"), .. Functions]);

    /// <summary>Gives a role just this, in one transaction. The connection is one of the schema's owner, and of nobody else at the moment.</summary>
    /// <param name="role">Quoted.</param>
    public static async Task GiveAsync(NpgsqlConnection owner, string role, CancellationToken ct)
    {
        const string Schema = LedgerStore.Schema;
        var tables = await owner.ListAsync($"select relname::text from pg_class where relnamespace = '{Schema}'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by 1", ct);
        string[] grants =
        [
            $"grant usage on schema {Schema} to {role}",
            .. tables.Select(table => (table, Of(table))).Where(t => t.Item2 is not null).Select(t => $"grant {t.Item2} on {Schema}.{t.table} to {role}"),
            .. Sequences.Select(s => $"grant {s.Rights} on sequence {Schema}.{s.Sequence} to {role}"),
            .. Functions.Select(function => $"grant execute on function {Schema}.{function} to {role}")
        ];
        string[] revocations = [$"schema {Schema}", .. new[] { "tables", "sequences", "routines" }.Select(kind => $"all {kind} in schema {Schema}")];

        await using var transaction = await owner.BeginTransactionAsync(ct);
        // PostgreSQL lets everybody call a new function.
        foreach (var what in revocations) await owner.RunAsync($"revoke all on {what} from public, {role}", ct);
        foreach (var grant in grants) await owner.RunAsync(grant, ct);
        await transaction.CommitAsync(ct);
    }

    private static string? Of(string table) => Tables.FirstOrDefault(line => line.Table == table || (line.Table.EndsWith('*') && table.StartsWith(line.Table[..^1], StringComparison.Ordinal))).Rights;
}
