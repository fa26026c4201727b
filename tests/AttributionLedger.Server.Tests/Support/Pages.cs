using AttributionLedger.Pages;
using AttributionLedger.Publications;
using AttributionLedger.Requests;
using AttributionLedger.Statements;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>Lists read to their end.</summary>
internal static class PagesOfALedger
{
    public static TShape Shape<TShape>(this Answer<TShape> answer) => answer.ShouldBeOfType<Answer<TShape>.Given>().Shape;

    public static string Code<TShape>(this Answer<TShape> answer) => answer.ShouldBeOfType<Answer<TShape>.Refused>().Rejection.Code;

    public static async Task<StatementsShape> StatementsAsync(this TestLedger ledger, StatementQuery query, string incident = Line.Incident) =>
        (await ledger.Ledger.Statements.ReadAsync(incident, query, CancellationToken.None)).Shape();

    /// <summary>The ids of all statements that a question finds; every page but the last is full.</summary>
    public static async Task<IReadOnlyList<string>> AllStatementsAsync(this TestLedger ledger, StatementQuery query, string incident = Line.Incident) =>
        await ToTheEndAsync(query.Limit, async after =>
        {
            var page = await ledger.StatementsAsync(query with { After = after }, incident);
            return (page.Statements.Select(statement => statement.Id), page.Next);
        });

    public static async Task<RequestsShape> RequestsAsync(this TestLedger ledger, RequestQuery? query = null, string incident = Line.Incident) =>
        (await ledger.Ledger.Requests.ReadAsync(incident, query ?? new(), CancellationToken.None)).Shape();

    public static async Task<PublicationsShape> PublicationsAsync(this TestLedger ledger, PublicationQuery? query = null, string incident = Line.Incident) =>
        (await ledger.Ledger.Publications.ReadAsync(incident, query ?? new(), CancellationToken.None)).Shape();

    public static async Task<AttentionListShape> AttentionAsync(this TestLedger ledger, AttentionQuery? query = null) =>
        (await ledger.Ledger.Attention.ReadAsync(query ?? new(), CancellationToken.None)).Shape();

    public static async Task<IReadOnlyList<string>> ToTheEndAsync(int limit, Func<string?, Task<(IEnumerable<string> Rows, string? Next)>> page)
    {
        var all = new List<string>();
        string? after = null;
        do
        {
            var (rows, next) = await page(after);
            var list = rows.ToList();
            if (next is not null) list.Count.ShouldBe(limit, "only the last page may have fewer");
            all.AddRange(list);
            after = next;
        }
        while (after is not null);
        return all;
    }
}
