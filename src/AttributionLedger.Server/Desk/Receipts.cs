using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Store;
using Marten;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace AttributionLedger.Desk;

/// <summary>
/// What requests came to, kept in the transaction that carries them out: who repeats one because its answer was lost gets the
/// same answer, and nothing is done twice.
/// </summary>
internal static class Receipts
{
    /// <summary>How long a receipt is kept; a client that has not heard for a day asks what is on record.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private const string TableName = $"{LedgerStore.Schema}.receipt";

    /// <summary>Receipts that one round of tidying removes, so that it holds no lock for long.</summary>
    private const int Page = 1_000;

    public static void Register(StoreOptions options)
    {
        var table = new Table(TableName);
        table.AddColumn<string>("key").AsPrimaryKey();
        table.AddColumn<string>("digest").NotNull();
        table.AddColumn<string>("outcome").NotNull();
        table.AddColumn("at", "timestamptz").NotNull().DefaultValueByExpression("now()");
        table.Indexes.Add(new IndexDefinition("receipt_at") { Columns = ["at"] });
        options.Storage.ExtendedSchemaObjects.Add(table);
    }

    /// <summary>Asks for what requests came to before.</summary>
    public static NpgsqlBatchCommand Finding(IReadOnlyList<Receipt> receipts) =>
        new($"select key, digest, outcome from {TableName} where key = any($1) and at > now() - $2") { Parameters = { new() { Value = receipts.Select(receipt => receipt.Key).Distinct().ToArray() }, new() { Value = Kept } } };

    /// <summary>The outcomes of those requests that were carried out before, by their keys.</summary>
    public static async Task<IReadOnlyDictionary<string, EntryOutcome>> ReadOutcomesAsync(this NpgsqlDataReader reader, IReadOnlyList<Receipt> receipts, CancellationToken ct)
    {
        var outcomes = new Dictionary<string, EntryOutcome>();
        while (await reader.ReadAsync(ct))
            outcomes[reader.GetString(0)] = receipts.First(receipt => receipt.Key == reader.GetString(0)).Digest == reader.GetString(1)
                ? JsonSerializer.Deserialize<EntryOutcome>(reader.GetString(2), LedgerJson.Options)! : EntryOutcome.Refused("", Reused);
        return outcomes;
    }

    public static async Task<EntryOutcome?> OutcomeAsync(this IQuerySession session, Receipt? receipt, CancellationToken ct)
    {
        if (receipt is null) return null;
        await using var batch = new NpgsqlBatch(session.Connection) { BatchCommands = { Finding([receipt]) } };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return (await reader.ReadOutcomesAsync([receipt], ct)).GetValueOrDefault(receipt.Key);
    }

    /// <summary>
    /// Keeps the outcome when the session is saved. That somebody came too late is not kept: once they have looked again, the
    /// same request is what they want.
    /// </summary>
    public static void Keep(this IDocumentSession session, Receipt? receipt, EntryOutcome outcome)
    {
        if (receipt is null || outcome.IsStale) return;
        // A key that was used long ago is free again, whether its receipt was tidied away yet or not.
        session.QueueSqlCommand($"insert into {TableName} (key, digest, outcome) values (?, ?, ?) on conflict (key) do update set digest = excluded.digest, outcome = excluded.outcome, at = now() where {TableName}.at <= now() - interval '{Kept.TotalHours} hours'", receipt.Key, receipt.Digest, JsonSerializer.Serialize(outcome, LedgerJson.Options));
    }

    /// <summary>Removes what nobody will ask for any more.</summary>
    public static async Task TidyAsync(LedgerStore store, CancellationToken ct)
    {
        int removed;
        do
        {
            await using var connection = await store.Plain.OpenConnectionAsync(ct);
            await using var command = new NpgsqlCommand($"delete from {TableName} where key in (select key from {TableName} where at < now() - $1 limit {Page})", connection) { Parameters = { new() { Value = Kept } } };
            removed = await command.ExecuteNonQueryAsync(ct);
        }
        while (removed == Page);
    }

    private static readonly Rejection Reused = new("idempotency-key-reused", null, "This Idempotency-Key came with another request before. Use a new key for a new request, and the same only to repeat one unchanged.");
}
