using System.Text.Json;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Translations;

namespace AttributionLedger.Spreadsheets;

/// <summary>What came of a spreadsheet: how it was understood, what is asked, what is wrong, and what is on record.</summary>
/// <param name="DryRun">It was looked at, and nothing was to be written.</param>
/// <param name="Encoding">In which it was read; null where that could not be found out.</param>
/// <param name="Separator">What stands between two cells.</param>
/// <param name="Header">The row that names the columns, from 1; null where none does.</param>
/// <param name="Columns">In the order of the file.</param>
/// <param name="Rows">Those below the header that hold something.</param>
/// <param name="Entries">Lines of a ledger sheet that the rows became: statements, and what they need to be there before.</param>
/// <param name="New">Entries that were put on record; of a dry run those that would be.</param>
/// <param name="OnRecord">Entries that were on record already, with the same content.</param>
/// <param name="Questions">What only people can answer, in the mapping. Nothing is taken in while there are any.</param>
/// <param name="Errors">In the order of the rows; at most 1,000.</param>
/// <param name="Truncated">Whether there may be more errors than are listed.</param>
/// <param name="First">The first statements as they were understood.</param>
/// <param name="Mapping">The mapping as it was understood, ready to be changed and given back; what is open in it is null.</param>
public sealed record TableReportShape(
    bool DryRun, string? Encoding, string? Separator, int? Header, IReadOnlyList<ColumnShape> Columns, int Rows, int Entries, int New, int OnRecord, int Incidents,
    IReadOnlyList<Question> Questions, IReadOnlyList<RowError> Errors, bool Truncated, IReadOnlyList<TableNote> Notes, IReadOnlyList<UnderstoodRow> First, JsonElement Mapping)
{
    public bool IsRefused => Errors.Count > 0 || Questions.Count > 0;
}

/// <param name="Column">Its letters.</param>
/// <param name="Heading">As it is written.</param>
/// <param name="Means">The column of the statement table, or ignore; null where nobody knows.</param>
public sealed record ColumnShape(string Column, string Heading, string? Means);
