using AttributionLedger.Attribution;
using AttributionLedger.Pages;
using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Searching;

/// <summary>Asks the search, and names what was found.</summary>
internal static class Found
{
    public static async Task<SearchShape> SearchAsync(this TestLedger ledger, SearchQuery query, ReadingRequest? request = null) =>
        (await ledger.Ledger.Search.FindAsync(query, request ?? new(), CancellationToken.None)).ShouldBeOfType<Answer<SearchShape>.Given>().Shape;

    public static async Task<string> RefusedAsync(this TestLedger ledger, SearchQuery query, ReadingRequest? request = null) =>
        (await ledger.Ledger.Search.FindAsync(query, request ?? new(), CancellationToken.None)).ShouldBeOfType<Answer<SearchShape>.Refused>().Rejection.Code;

    public static Task<string[]> FindAsync(this TestLedger ledger, string words, ReadingRequest? request = null) => ledger.FindAsync(new SearchQuery(words), request);

    /// <summary>The ids of all that is found, over all pages, in their order.</summary>
    public static async Task<string[]> FindAsync(this TestLedger ledger, SearchQuery query, ReadingRequest? request = null)
    {
        var ids = new List<string>();
        do
        {
            var page = await ledger.SearchAsync(query, request);
            ids.AddRange(page.Found.Select(IdOf));
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        return [.. ids];
    }

    public static string IdOf(FoundShape found) => found.Kind switch
    {
        SearchKind.Statement => found.Statement!.Id,
        SearchKind.Claim => found.Claim!.Id,
        SearchKind.Incident => found.Incident!.Id,
        _ => found.Party!.Id
    };

    /// <summary>A passage with brackets around what was looked for.</summary>
    public static string Marked(this PassageShape passage) => string.Concat(passage.Pieces.Select(piece => piece.Found ? $"[{piece.Text}]" : piece.Text));
}
