using AttributionLedger.Basics;

namespace AttributionLedger.Pages;

/// <summary>What is refused of every question for a page, in the same words.</summary>
internal static class Asking
{
    /// <summary>Rows of a page, unless somebody asks for another number.</summary>
    public const int DefaultPage = 50;

    /// <summary>Rows of any page: what a reader takes in at once, and what one answer holds in memory.</summary>
    public const int PageLimit = 100;

    public static Rejection? Limit(int limit) => limit is >= 1 and <= PageLimit ? null
        : new("limit-out-of-range", "limit", $"The limit is a number from 1 to {PageLimit}.");

    public static Rejection CursorMalformed { get; } =
        new("cursor-malformed", "after", "The cursor is none that a page of this list, asked for in this way, gave as its next.");

    public static Rejection IncidentUnknown(string id) => new("incident-unknown", null, $"No incident {id} is on record. The board lists those that are.");

    /// <summary>The first rows of a list of which one more than the page was fetched, and whether there are more.</summary>
    public static (List<T> Page, bool More) Cut<T>(this IEnumerable<T> rows, int limit)
    {
        var fetched = rows.Take(limit + 1).ToList();
        return (fetched.Take(limit).ToList(), fetched.Count > limit);
    }
}
