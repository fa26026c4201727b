using AttributionLedger.Attribution;
using AttributionLedger.PartyRegister;
using AttributionLedger.Sheets;
using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Statements;

namespace AttributionLedger.Tables;

/// <summary>The columns of the table of positions, which goes out only.</summary>
internal static class PositionColumns
{
    private static readonly (string Name, Func<PositionRow, string?> Cell)[] All =
    [
        ("incident", row => row.Reading.Incident.Id),
        ("headline", row => row.Reading.Incident.Headline),
        ("invented", row => TableWords.Flag(row.Reading.Incident.Invented)),
        ("party", row => row.Label ?? row.Party.Name),
        ("party id", row => row.Label is null ? row.Party.Id : null),
        ("party kind", row => row.Label is null ? TableWords.Word(row.Party.Kind) : null),
        ("description", row => row.Label is null ? null : row.Party.Name),
        ("claim id", row => row.Claim?.Id),
        ("claim", row => row.Claim?.Text),
        ("claim kind", row => row.Claim is { } claim ? TableWords.Word(claim.Kind) : null),
        ("actor", row => row.Claim?.Actor?.Name),
        ("actor id", row => row.Claim?.Actor?.Id),
        ("stance", row => TableWords.Word(row.Position?.Stance)),
        ("strength", row => TableWords.Word(row.Position?.Strength)),
        ("scope", row => TableWords.Word(row.Position?.Scope)),
        ("qualifier", row => row.Position?.Qualifier),
        ("verb", row => row.Position?.Verb),
        ("figures", Figures),
        ("issuance", row => TableWords.Word(row.Position?.Issuance)),
        ("in the name of", row => CellLists.Join((row.Position?.InTheNameOf ?? []).Select(party => party.Name))),
        ("said from", row => TableWords.Instant(row.Position?.SaidEarliest)),
        ("said", row => TableWords.Instant(row.Position?.SaidLatest)),
        ("known", row => TableWords.Instant(row.Position?.Known)),
        ("statement", row => row.Position?.Statement),
        ("silence", row => CellLists.Join(row.Silence.Select(said => TableWords.Word(said.Stance) ?? TableWords.AskedForComment))),
        ("silence ground", row => TableWords.List(row.Silence.Select(said => said.Ground ?? ""))),
        ("silence said", row => CellLists.Join(row.Silence.Select(said => SheetWriter.InstantText(said.SaidLatest)))),
        ("silence entry", row => CellLists.Join(row.Silence.Select(said => said.Statement))),
        .. TableWords.AsOf<PositionRow>(row => row.Reading.AsOf)
    ];

    public static IReadOnlyList<string> Heading { get; } = [.. All.Select(column => column.Name)];

    public static IReadOnlyList<string> Cells(PositionRow row) => [.. All.Select(column => column.Cell(row) ?? "")];

    // As the party gives them with this very stance.
    private static string? Figures(PositionRow row) => row is { Claim: { } claim, Position: { } position }
        ? FigureCells.Write(claim.Figures.Where(figure => figure.Statement == position.Statement && figure.Party.Id == row.Party.Id).Select(figure => new Figure(figure.Category, figure.Least, figure.Most, figure.AsOf))) : null;
}
