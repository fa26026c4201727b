using System.Globalization;
using AttributionLedger.Attribution;
using AttributionLedger.PartyRegister;
using AttributionLedger.Spreadsheets.Cells;

namespace AttributionLedger.Tables;

/// <summary>The columns of the table of standings, which goes out only.</summary>
internal static class StandingColumns
{
    private static readonly (string Name, Func<StandingRow, string?> Cell)[] All =
    [
        ("incident", row => row.Reading.Incident.Id),
        ("headline", row => row.Reading.Incident.Headline),
        ("invented", row => TableWords.Flag(row.Reading.Incident.Invented)),
        ("status", row => TableWords.Word(row.Reading.Status?.Status)),
        ("status phrase", row => row.Reading.Status?.Phrase),
        ("act", row => row.Standing?.Act),
        ("act text", row => row.Standing?.Act is { } act ? row.Reading.Claims.FirstOrDefault(claim => claim.Id == act)?.Text : null),
        ("actor", row => row.Standing?.Actor.Name),
        ("actor id", row => row.Standing?.Actor.Id),
        ("actor kind", row => row.Standing is { } standing ? TableWords.Word(standing.Actor.Kind) : null),
        ("named", row => row.Standing is { } standing ? TableWords.Word(standing.Named) : null),
        ("also named", row => CellLists.Join((row.Standing?.AlsoNamed ?? []).Select(TableWords.Word))),
        ("accused by", row => Number(row.Standing?.AccusedBy)),
        ("accusers", row => Sources(row.Standing?.Sources)),
        ("disputed by", row => Number(row.Standing?.DisputedBy.Count)),
        ("disputers", row => Sources(row.Standing?.DisputedBy)),
        ("stated as fact by", row => CellLists.Join((row.Standing?.StatedAsFactBy ?? []).Select(outlet => outlet.Name))),
        ("answers", row => TableWords.Word(row.Standing?.Answer.Answer)),
        ("answer phrase", row => row.Standing?.Answer.Phrase),
        ("divided voice", row => row.Standing is { } standing ? TableWords.Flag(standing.Answer.DividedVoice) : null),
        ("claims", row => CellLists.Join(row.Standing?.Claims ?? [])),
        ("phrase", row => row.Standing?.Phrase),
        .. TableWords.AsOf<StandingRow>(row => row.Reading.AsOf)
    ];

    public static IReadOnlyList<string> Heading { get; } = [.. All.Select(column => column.Name)];

    public static IReadOnlyList<string> Cells(StandingRow row) => [.. All.Select(column => column.Cell(row) ?? "")];

    private static string? Number(int? count) => count?.ToString(CultureInfo.InvariantCulture);

    private static string Sources(IReadOnlyList<SourceShape>? sources) => CellLists.Join((sources ?? []).Select(Source));

    // A source that is not named is told by its description, here as in every phrase.
    private static string Source(SourceShape source) =>
        source.Root is { } root && source.Speakers.All(speaker => speaker.Id != root.Id) ? $"{root.Name} ({Speakers(source)})" : Speakers(source);

    private static string Speakers(SourceShape source) => string.Join(" and ", source.Speakers.Select(speaker => speaker.Name));
}
