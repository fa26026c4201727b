using AttributionLedger.Attribution;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;

namespace AttributionLedger.Server.Tests.Moments;

/// <summary>What was read at a moment, in a test's words.</summary>
internal static class Looking
{
    private const string Utc = "to_char(timestamp at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    /// <summary>When the last of all events was recorded.</summary>
    public static Task<string> NowKnownAsync(this TestLedger ledger) => ledger.Database.AskAsync<string>($"select {Utc} from ledger.mt_events order by seq_id desc limit 1");

    /// <summary>Takes lines in, and tells when the last of them was recorded.</summary>
    public static async Task<string> ThenAsync(this TestLedger ledger, params string[] lines)
    {
        await ledger.TakeInAsync(lines);
        return await ledger.NowKnownAsync();
    }

    public static async Task<StatementsShape> StatementsAsync(this TestLedger ledger, StatementQuery query, ReadingRequest moment, string incident = Line.Incident) =>
        (await ledger.Ledger.StatementsAsOf.ReadAsync(incident, query, moment, CancellationToken.None)).Shape();

    /// <summary>All that a question finds at a moment, page by page.</summary>
    public static async Task<IReadOnlyList<StatementShape>> AllStatementsAsync(this TestLedger ledger, StatementQuery query, ReadingRequest moment, string incident = Line.Incident)
    {
        var all = new List<StatementShape>();
        string? after = null;
        do
        {
            var page = await ledger.StatementsAsync(query with { After = after }, moment, incident);
            page.Statements.Count.ShouldBeLessThanOrEqualTo(query.Limit);
            all.AddRange(page.Statements);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    public static async Task<string> IdsAsync(this TestLedger ledger, ReadingRequest moment, StatementQuery? query = null) =>
        string.Join(' ', (await ledger.AllStatementsAsync(query ?? new(), moment)).Select(statement => statement.Id));
}
