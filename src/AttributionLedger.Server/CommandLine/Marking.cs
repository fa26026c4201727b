using AttributionLedger.Wordings;

namespace AttributionLedger.CommandLine;

internal static class Marking
{
    /// <summary>What differs between two wordings; isolated, so that words of the other direction keep their place between the marks.</summary>
    public static string Marked(this IEnumerable<Segment> difference) => string.Concat(difference.Select(segment => segment.Change switch
    {
        Change.Added => $"{{+\u2068{segment.Text}\u2069+}}",
        Change.Removed => $"[-\u2068{segment.Text}\u2069-]",
        _ => segment.Text
    }).Prepend("\u2068").Append("\u2069"));
}
