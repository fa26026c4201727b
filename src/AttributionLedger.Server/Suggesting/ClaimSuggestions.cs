using AttributionLedger.Attribution;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;

namespace AttributionLedger.Suggesting;

/// <summary>Claims by what is typed of them so far: the search, with a last word that may not be finished.</summary>
public sealed class ClaimSuggestions(SearchEngine search)
{
    /// <summary>Characters of a last word from which on it can be one that is not finished; shorter ones begin everything.</summary>
    private const int UnfinishedFrom = 2;

    /// <param name="incident">Null for claims about any incident.</param>
    /// <param name="limit">From 1 to <see cref="PartySuggestions.Limit"/>.</param>
    /// <returns>The likeliest; or a refusal of the search.</returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<SuggestedClaimsShape>> FindAsync(string typed, string? incident, int limit, Audience audience, CancellationToken ct)
    {
        if (limit is < 1 or > PartySuggestions.Limit) return new Basics.Rejection("limit-out-of-range", "limit", $"The limit is a number from 1 to {PartySuggestions.Limit}.");
        var words = string.Concat(typed.Where(sign => sign is not ('"' or '*'))).Trim().TrimStart('-');
        if (!words.Any(char.IsLetterOrDigit)) return new SuggestedClaimsShape(audience, []);
        var isUnfinished = !char.IsWhiteSpace(typed[^1]) && words.Split(' ')[^1].Length >= UnfinishedFrom;
        return await (await search.FindAsync(new(isUnfinished ? words + "*" : words, SearchKind.Claim, incident, Limit: limit), new ReadingRequest(Audience: audience), ct)).ThenAsync(found => Task.FromResult<Answer<SuggestedClaimsShape>>(
            new SuggestedClaimsShape(audience, [.. found.Found.Select(one => new SuggestedClaimShape(one.Incident!.Id, one.Incident.Headline, one.Claim!.Id, one.Claim.Kind, one.Claim.Text, one.Claim.Actor))])));
    }
}
