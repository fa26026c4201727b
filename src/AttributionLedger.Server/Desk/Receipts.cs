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

    private static readonly JsonSerializerOptions Json = LedgerJson.Configure(new JsonSerializerOptions());

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

    /// <summary>The outcomes of those requests that were carried out before.</summary>
    public static async Task<IReadOnlyDictionary<string, EntryOutcome>> OutcomesAsync(this IQuerySession session, IEnumerable<Receipt?> receipts, CancellationToken ct)
    {
        var asked = receipts.OfType<Receipt>().DistinctBy(receipt => receipt.Key).ToDictionary(receipt => receipt.Key);
        if (asked.Count == 0) return new Dictionary<string, EntryOutcome>();
        await using var command = new NpgsqlCommand($"select key, digest, outcome from {TableName} where key = any($1)") { Parameters = { new() { Value = asked.Keys.ToArray() } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var outcomes = new Dictionary<string, EntryOutcome>();
        while (await reader.ReadAsync(ct))
            outcomes[reader.GetString(0)] = asked[reader.GetString(0)].Digest == reader.GetString(1)
                ? JsonSerializer.Deserialize<EntryOutcome>(reader.GetString(2), Json)! : EntryOutcome.Refused("", Reused);
        return outcomes;
    }

    /// <summary>
    /// Keeps the outcome when the session is saved. That somebody came too late is not kept: once they have looked again, the
    /// same request is what they want.
    /// </summary>
    public static void Keep(this IDocumentSession session, Receipt? receipt, EntryOutcome outcome)
    {
        if (receipt is null || outcome.IsStale) return;
        session.QueueSqlCommand($"insert into {TableName} (key, digest, outcome) values (?, ?, ?)", receipt.Key, receipt.Digest, JsonSerializer.Serialize(outcome, Json));
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
