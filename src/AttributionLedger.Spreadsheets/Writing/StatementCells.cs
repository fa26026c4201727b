using AttributionLedger.Sheets;
using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Spreadsheets.Writing;

/// <summary>
/// The rows of the statement table: one for each stance of a statement, in the columns that the way in takes. Each row is
/// whole, so that it can be sorted and filtered away from the others of its statement.
/// </summary>
/// <param name="labels">Those of the incident, from its first row on.</param>
public sealed class StatementCells(TableIncident incident, SourceLabels labels)
{
    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> Heading { get; } = [.. TableColumns.Written.Select(column => column.Name())];

    /// <summary>The rows of a statement, each made when it is asked for.</summary>
    public IEnumerable<IReadOnlyList<string>> Of(TableStatement statement) =>
        statement.Stances.Select(taken => (IReadOnlyList<string>)[.. TableColumns.Written.Select(column => Cell(column, statement, taken) ?? "")]);

    private string? Cell(Column column, TableStatement statement, TableStance taken) =>
        column <= Column.Invented ? OfIncident(column)
        : column is >= Column.Stance and <= Column.Figures ? OfStance(column, taken)
        : column is >= Column.Form and <= Column.OriginalLanguage ? OfWords(column, statement.Words)
        : OfStatement(column, statement);

    private string? OfIncident(Column column) => column switch
    {
        Column.Incident => incident.Id,
        Column.Headline => incident.Headline,
        Column.Zone => incident.Zone,
        Column.Occurred => Time(incident.Occurred),
        Column.Place => incident.Place,
        Column.Invented => Flag(incident.Invented),
        _ => throw Homeless(column)
    };

    private string? OfStance(Column column, TableStance taken) => column switch
    {
        Column.Stance => Word(taken.Stance.Kind),
        Column.Claim => taken.Claim?.Text,
        Column.ClaimId => taken.Stance.Claim?.Value,
        Column.ClaimKind => taken.Claim is { } claim ? Word(claim.Kind) : null,
        Column.Actor => taken.Claim?.Actor is { } named ? List([named], actor => actor.Name) : null,
        Column.ActorId => taken.Claim?.Actor?.Id,
        Column.ActorKind => taken.Claim?.Actor is { } actor ? Word(actor.Kind) : null,
        Column.RaisedBy => taken.Claim is { } raised ? raised.RaisedByParty is { } raiser ? List([raiser], Whole) : Word(raised.Raised) : null,
        Column.Refines => taken.Claim?.Refines,
        Column.Act => taken.Claim?.Act,
        Column.Request => taken.Stance.Request?.Value,
        Column.Scope => Word(taken.Stance.Scope),
        Column.Strength => Word(taken.Stance.Strength),
        Column.Qualifier => taken.Stance.Qualifier,
        Column.Verb => taken.Stance.Verb,
        Column.Ground => taken.Stance.Ground,
        Column.Figures => FigureCells.Write(taken.Stance.Figures ?? []),
        _ => throw Homeless(column)
    };

    private static string? OfWords(Column column, Words? words) => column switch
    {
        Column.Form => Word(words?.Form),
        Column.Words => words?.Text,
        Column.Language => words?.Language,
        Column.TranslatedBy => Word(words?.TranslatedBy),
        Column.Original => words?.Original,
        Column.OriginalLanguage => words?.OriginalLanguage,
        _ => throw Homeless(column)
    };

    private string? OfStatement(Column column, TableStatement said) => column switch
    {
        Column.Statement => said.Id,
        Column.By => List(said.By, by => by.IsUnnamed ? labels.Of(by.Id) : by.Name),
        Column.ById => List(said.By, by => by.IsUnnamed ? "" : by.Id),
        Column.ByKind => List(said.By, by => by.IsUnnamed ? "" : Word(by.Kind)),
        Column.Said => Time(said.Said),
        Column.Published => Time(said.Published),
        Column.Medium => said.Medium,
        Column.AskedBy => List(said.AskedBy ?? [], Whole),
        Column.Via => List(said.Via ?? [], Whole),
        Column.Embargo => Instant(said.Embargo),
        Column.Pool => Flag(said.Pool),
        Column.RelayOf => said.RelayOf,
        Column.Issuance => Word(said.Issuance),
        Column.Channel => said.Channel is { } channel ? List([channel], Whole) : null,
        Column.Basis => Word(said.Basis),
        Column.Terms => Word(said.Terms.Rule),
        Column.Agreed => said.Terms.Agreed,
        Column.Description => Description(said),
        Column.Reason => said.Terms.Reason,
        Column.Grade => said.Grade,
        Column.Evidence => EvidenceCells.Write(said.Evidence ?? []),
        Column.Noted => Instant(said.Noted),
        Column.Status => Word(said.Status),
        Column.RetractedSaid => Time(said.Retraction?.Said),
        Column.RetractedBecause => said.Retraction?.Because,
        Column.Known => Instant(said.Known),
        _ => throw Homeless(column)
    };

    // What was agreed for this statement goes before the description under which its source is known. Of several speakers each
    // has one, in the order of their names.
    private static string? Description(TableStatement said)
    {
        if (said.By.Any(by => by.IsUnnamed) && said.By.Count > 1) return List(said.By, by => by.IsUnnamed ? said.Terms.Description ?? by.Name : "");
        return said.Terms.Description ?? said.By.Append(said.Channel).OfType<TableParty>().FirstOrDefault(party => party.IsUnnamed)?.Name;
    }

    // With id and kind, for two parties may go by one name, and these columns have none beside them.
    private string Whole(TableParty party) => party.IsUnnamed ? labels.Of(party.Id) : PartyCells.Write(party.Name, party.Id, party.Kind);

    // Blanks at the ends of a name are nobody's, and would not come back.
    private static string List(IReadOnlyList<TableParty> parties, Func<TableParty, string> cell)
    {
        List<string> cells = [.. parties.Select(party => Widths.Trimmed(cell(party)))];
        return cells.All(one => one.Length == 0) ? "" : CellLists.Join(cells);
    }

    private string? Time(WorldTime? time) => time is null ? null : TimeCells.Write(time, incident.Zone);

    private static string? Instant(DateTimeOffset? at) => at is { } given ? SheetWriter.InstantText(given) : null;

    private static string Flag(bool flag) => flag ? "yes" : "no";

    private static string? Word<T>(T? word) where T : struct, Enum => word is { } said ? Word(said) : null;

    private static string Word<T>(T word) where T : struct, Enum => Vocabularies.Words.Spelt(word);

    private static InvalidOperationException Homeless(Column column) => new($"No table says what stands in the column {column.Name()}.");
}
