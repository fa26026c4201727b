using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Incidents;

/// <summary>What figures may look like, and where they belong.</summary>
internal static class FigureRules
{
    private const int Limit = 20;

    public static IEnumerable<Rejection> Refusals(Listing<Figure>? figures, ClaimKind? kind, string field)
    {
        if (figures is null or { Count: 0 }) yield break;
        if (kind is { } and not (ClaimKind.Casualties or ClaimKind.Damage))
            yield return new("figures-do-not-fit", field, "Figures belong to claims of casualties or damage only.");
        if (figures.Count > Limit)
            yield return new("too-many", field, $"At most {Limit} figures are taken.");
        if (figures.Select(f => f.Category).Distinct().Count() < figures.Count)
            yield return new("figure-category-repeated", field, "Two figures have the same category; give one figure for each.");
        foreach (var (figure, i) in figures.Select((figure, i) => (figure, i)))
        {
            foreach (var rejection in Texts.Name(figure.Category, $"{field}[{i}].category")) yield return rejection;
            if (figure.Least < 0 || figure.Most < figure.Least || figure.Least > Figure.Limit || figure.Most > Figure.Limit)
                yield return new("figure-impossible", $"{field}[{i}]", "A figure is a whole number from 0 to 2^53 - 1, and the upper end of a range is not below the lower.");
        }
    }
}
