using System.Text.Json;
using AttributionLedger.Store;
using Marten;
using Npgsql;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace AttributionLedger.Publications;

/// <summary>What a publication came to when it was looked at last, and what that rested on.</summary>
/// <param name="Id">Of the row of the publication.</param>
/// <param name="Streams">The incident and every party that its reading went through, with the versions that they had. Nothing else can change it: the desk's own reading waits for no embargo.</param>
internal sealed record Evaluation(string Id, string Incident, AttentionShape Attention, IReadOnlyDictionary<string, long> Streams);

/// <summary>
/// The last evaluation of each publication, so that nobody evaluates all of them to find the few that need attention. It can
/// be emptied at any time: what is not there is evaluated anew.
/// </summary>
internal static class AttentionTable
{
    private const string Name = LedgerStore.Schema + ".publication_attention", Streams = LedgerStore.Schema + ".mt_streams", Rows = LedgerStore.Schema + ".mt_doc_publicationrow";

    /// <summary>SQL over an evaluation <c>a</c>: whether more is on record than it rests on.</summary>
    private const string IsStale = $"exists (select 1 from unnest(a.streams, a.versions) as seen (id, version) left join {Streams} s on s.id = seen.id where s.version is distinct from seen.version)";

    public static void Register(StoreOptions options)
    {
        var table = new Table(Name);
        table.AddColumn("id", "text").AsPrimaryKey();
        table.AddColumn("incident", "text").NotNull();
        table.AddColumn("needed", "boolean").NotNull();
        table.AddColumn("since", "timestamptz");
        table.AddColumn("streams", "text[]").NotNull();
        table.AddColumn("versions", "bigint[]").NotNull();
        table.AddColumn("evaluation", "text").NotNull();
        table.Indexes.Add(new IndexDefinition("publication_attention_needed") { Columns = ["needed", "since", "id"] });
        table.Indexes.Add(new IndexDefinition("publication_attention_incident") { Columns = ["incident"] });
        options.Storage.ExtendedSchemaObjects.Add(table);
    }

    public static void ForgetAttention(this IDocumentOperations operations, string incident) => operations.QueueSqlCommand($"delete from {Name} where incident = ?", incident);

    /// <summary>Publications that were never evaluated, or of which more is on record since, those of one incident together.</summary>
    /// <param name="incident">Null for all.</param>
    public static async Task<List<(string Id, string Incident)>> StaleAsync(this IQuerySession session, string? incident, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select p.id, p.incident from {Rows} p left join {Name} a on a.id = p.id
            where ($1::text is null or p.incident = $1) and (a.id is null or {IsStale})
            order by p.incident, p.id limit $2
            """) { Parameters = { new() { Value = (object?)incident ?? DBNull.Value }, new() { Value = limit } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var stale = new List<(string, string)>();
        while (await reader.ReadAsync(ct)) stale.Add((reader.GetString(0), reader.GetString(1)));
        return stale;
    }

    /// <summary>Of some publications, the evaluations that hold.</summary>
    public static async Task<Dictionary<string, AttentionShape>> HoldingAsync(this IQuerySession session, IEnumerable<string> ids, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select a.id, a.evaluation from {Name} a where a.id = any($1) and not {IsStale}") { Parameters = { new() { Value = ids.ToArray() } } };
        return (await session.ReadAsync(command, ct)).ToDictionary(row => row.Id, row => row.Attention);
    }

    /// <summary>Those that need attention, the newest need first.</summary>
    /// <param name="beyond">Exclusive; where the page before ended.</param>
    public static async Task<List<(string Id, AttentionShape Attention)>> NeededAsync(this IQuerySession session, string? incident, (DateTimeOffset Since, string Id)? beyond, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select a.id, a.evaluation from {Name} a
            where a.needed and not {IsStale} and ($1::text is null or a.incident = $1) and ($2::timestamptz is null or (a.since, a.id collate "C") < ($2, $3))
            order by a.since desc, a.id collate "C" desc limit $4
            """)
        {
            Parameters = { new() { Value = (object?)incident ?? DBNull.Value }, new() { Value = (object?)beyond?.Since ?? DBNull.Value }, new() { Value = beyond?.Id ?? "" }, new() { Value = limit } }
        };
        return await session.ReadAsync(command, ct);
    }

    /// <summary>Keeps evaluations. An older one may come after a newer: then it is stale, and comes to be evaluated again.</summary>
    public static async Task KeepAsync(this LedgerStore store, IReadOnlyCollection<Evaluation> evaluations, CancellationToken ct)
    {
        await using var connection = await store.Plain.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        // In one order for all, so that two who keep the same do not wait for each other.
        foreach (var evaluation in evaluations.OrderBy(evaluation => evaluation.Id, StringComparer.Ordinal))
            batch.BatchCommands.Add(new($"""
                insert into {Name} (id, incident, needed, since, streams, versions, evaluation) values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (id) do update set needed = excluded.needed, since = excluded.since, streams = excluded.streams, versions = excluded.versions, evaluation = excluded.evaluation
                """)
            {
                Parameters =
                {
                    new() { Value = evaluation.Id }, new() { Value = evaluation.Incident }, new() { Value = evaluation.Attention.Needed }, new() { Value = (object?)evaluation.Attention.Since ?? DBNull.Value },
                    new() { Value = evaluation.Streams.Keys.ToArray() }, new() { Value = evaluation.Streams.Values.ToArray() }, new() { Value = JsonSerializer.Serialize(evaluation.Attention, ShapeJson.Options) }
                }
            });
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task<List<(string Id, AttentionShape Attention)>> ReadAsync(this IQuerySession session, NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var rows = new List<(string, AttentionShape)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetString(0), JsonSerializer.Deserialize<AttentionShape>(reader.GetString(1), ShapeJson.Options)!));
        return rows;
    }
}
