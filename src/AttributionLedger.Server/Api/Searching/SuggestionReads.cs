using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Suggesting;

namespace AttributionLedger.Api.Searching;

/// <summary>What may be meant, while it is typed; and what may be one.</summary>
internal static class SuggestionReads
{
    private static readonly QueryParameter
        Typed = new QueryParameter.Text("typed", "What was typed so far.", "bri"),
        Incident = new QueryParameter.Text("incident", "Only claims about this incident."),
        Party = new QueryParameter.Text("party", "Only what may be the same as this party."),
        Limit = Parameters.Limit(PartySuggestions.UsualLimit, PartySuggestions.Limit);

    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Search",
        new("SuggestParties", "/api/suggestions/parties", "Parties whose names begin with what was typed, from any word on, or are spelt almost alike", typeof(SuggestedPartiesShape), PartiesAsync, [Typed, Limit, Parameters.Reading]),
        new("SuggestClaims", "/api/suggestions/claims", "Claims that hold the words that were typed, the last of which may not be finished", typeof(SuggestedClaimsShape), ClaimsAsync, [Typed, Incident, Limit, Parameters.Reading]),
        new("SuggestMerges", "/api/suggestions/merges", "Parties of nearly the same name, which may be one; each with the line that merges them", typeof(SuggestedMergesShape), MergesAsync, [Party, Parameters.Cursor, Parameters.Reading]) { IsInternal = true });

    private static async Task<IResult> PartiesAsync(HttpRequest request, PartySuggestions suggestions, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (typed, limit, audience) = (query.Text("typed") ?? "", query.Limit(), query.Audience());
        return query.Done() is { Count: > 0 } refusals ? Problems.Malformed(refusals, isBody: false) : Read.Of(await suggestions.FindAsync(typed, limit, audience, ct));
    }

    private static async Task<IResult> ClaimsAsync(HttpRequest request, ClaimSuggestions suggestions, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (typed, incident, limit, audience) = (query.Text("typed") ?? "", query.Text("incident"), query.Limit(), query.Audience());
        return query.Done() is { Count: > 0 } refusals ? Problems.Malformed(refusals, isBody: false) : Read.Of(await suggestions.FindAsync(typed, incident, limit, audience, ct));
    }

    private static async Task<IResult> MergesAsync(HttpRequest request, MergeSuggestions suggestions, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (party, cursor, audience) = (query.Text("party"), query.Text("cursor"), query.Audience());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        return audience != Readings.Audience.Internal ? Read.InternalOnly("Suggestions of what to merge are") : Read.Of(await suggestions.FindAsync(party, cursor, ct));
    }
}
