using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Api.Searching;

/// <summary>The search over HTTP.</summary>
internal static class SearchReads
{
    private static readonly QueryParameter
        Text = new QueryParameter.Text("words", "What to look for: words, \"a phrase\", beginnings*, -exclusions, this OR that; in any script, with or without accents.", "fire OR burning"),
        Kind = QueryParameter.Word.Of<SearchKind>("kind", "Only statements, claims, incidents or parties."),
        Incident = new QueryParameter.Text("incident", "Only what is part of this incident."),
        Party = new QueryParameter.Text("party", "Only what this party or anybody under it said, claims that name it, and itself."),
        Speaker = new QueryParameter.Text("speaker", "Likewise, without those under it."),
        Stance = QueryParameter.Word.Of<StanceKind>("stance", "Only statements that take this stance; with claimKind, on a claim of that kind."),
        ClaimKind = QueryParameter.Word.Of<ClaimKind>("claimKind", "Only claims of this kind, and statements on one."),
        Standing = QueryParameter.Word.Of<Named>("standing", "Only what is on a claim whose actor is named so. Each incident is read: then the count ends with the page."),
        Status = QueryParameter.Word.Of<StatusKind>("status", "Only what is of an incident of this status; likewise."),
        Statement = QueryParameter.Word.Of<StatementStatus>("statement", "Only statements that stand, were taken back by their speaker, or were logged in error. Left out, the last are not among them."),
        Medium = new QueryParameter.Text("medium", "Only statements that came by this medium.", "interview"),
        Outlet = new QueryParameter.Text("outlet", "Only statements that came through this party, or are its own."),
        Order = QueryParameter.Word.Of("order", "What fits best first, or the last recorded.", (SearchOrder?)SearchOrder.Best);

    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Search",
        new ReadOperation("Search", "/api/search", "Statements, claims, incidents and parties by words and by what they are", typeof(SearchShape), FindAsync,
            [Text, Kind, Incident, Party, Speaker, Stance, ClaimKind, Standing, Status, Statement, Medium, Outlet, Order, Parameters.Limit(SearchQuery.DefaultPage, Asking.PageLimit), Parameters.Cursor, .. Parameters.Moments]));

    private static async Task<IResult> FindAsync(HttpRequest request, SearchEngine engine, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var asked = new SearchQuery(query.Text("words"), query.Word<SearchKind>("kind"), query.Text("incident"), query.Text("party"), query.Text("speaker"), query.Word<StanceKind>("stance"),
            query.Word<ClaimKind>("claimKind"), query.Word<Named>("standing"), query.Word<StatusKind>("status"), query.Word<StatementStatus>("statement"), query.Text("medium"), query.Text("outlet"),
            query.Word<SearchOrder>("order") ?? SearchOrder.Best, query.Limit(), query.Text("cursor"));
        var reading = query.Moments();
        return query.Done() is { Count: > 0 } refusals ? Problems.Malformed(refusals, isBody: false) : Read.Of(await engine.FindAsync(asked, reading, ct));
    }
}
