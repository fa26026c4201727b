using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.RuleComparisons;

namespace AttributionLedger.Api.RuleComparisons;

/// <summary>The versions of the rules, and what it would mean to read by another.</summary>
internal static class RuleReads
{
    private static readonly QueryParameter
        From = new QueryParameter.Number("from", "The one version.", Rules.Current.Version, Rules.All[^1].Version),
        To = new QueryParameter.Number("to", "The version that it is compared with.", Rules.All[^1].Version, Rules.All[^1].Version),
        Incident = new QueryParameter.Text("incident", "Only this incident.", "jordan-drone"),
        At = QueryParameter.Word.Of("at", "At which moments: after everything that may have changed a reading, or now.", (Moments?)Moments.Every);

    /// <summary>At which moments the two are compared.</summary>
    private enum Moments { Every, Now }

    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Readings",
        new("ListRules", "/api/rules", "The versions of the rules by which a record is read", typeof(RulesListShape), () => Results.Ok(RulesComparer.All)) { IsOfLedger = false },
        new("CompareRules", "/api/rules/comparison", "Where incidents read otherwise under another version of the rules, an incident a line", typeof(RuleComparisonShape), CompareAsync, From, To, At, Incident, Parameters.Reading)
        {
            Media = Streaming.JsonLines, OtherMedia = Streaming.Events, IsLong = true, IsInternal = true
        });

    private static async Task<IResult> CompareAsync(HttpRequest request, RulesComparer comparer, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var asked = new RuleComparisonQuery(query.Number("from")!.Value, query.Number("to")!.Value, query.Text("incident"), query.Word<Moments>("at") == Moments.Now);
        var audience = query.Audience();
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        if (audience != Audience.Internal) return Read.InternalOnly("Comparisons of rules are");
        if (Seats.Hurried.IsFull) return Seats.Hurried.Full;
        return await comparer.CompareAsync(asked, ct) switch
        {
            Answer<IAsyncEnumerable<RuleComparisonShape>>.Given given => new LinesResult<RuleComparisonShape>(given.Shape, "incident", _ => null, Seats.Hurried),
            Answer<IAsyncEnumerable<RuleComparisonShape>>.Refused refused => Read.Of<RuleComparisonShape>(refused.Rejection),
            _ => throw new InvalidOperationException("A question was neither answered nor refused.")
        };
    }
}
