using System.Globalization;

namespace AttributionLedger.Spreadsheets.Writing;

/// <summary>
/// The sources of one incident that are not named, as <c>?1</c>, <c>?2</c> in the order in which a table comes to them. A
/// label means something in one incident of one table; it grows with the sources and not with what they said.
/// </summary>
public sealed class SourceLabels
{
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);

    /// <summary>The label of a source, which is another one the first time.</summary>
    public string Of(string source)
    {
        if (!labels.TryGetValue(source, out var label)) labels[source] = label = string.Create(CultureInfo.InvariantCulture, $"?{labels.Count + 1}");
        return label;
    }
}
