using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Tables;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>What is found while the rows are read: errors, questions and notes.</summary>
internal sealed class Findings
{
    private readonly List<RowError> errors = [];
    private readonly List<TableNote> notes = [];
    private readonly Dictionary<(string Kind, string Key), Question> questions = [];
    private readonly HashSet<int> spoilt = [];

    public IReadOnlyList<RowError> Errors => errors;
    public IReadOnlyList<TableNote> Notes => notes;
    public IReadOnlyList<Question> Questions => [.. questions.Values.OrderBy(question => question.Row)];

    /// <summary>Whether the row can be taken in as far as is known.</summary>
    public bool IsSound(RowCells row) => !spoilt.Contains(row.Number);

    public void Refuse(RowCells row, Column column, string code, string message)
    {
        spoilt.Add(row.Number);
        errors.Add(new(row.At(column), code, message, row.Shown(column)));
    }

    /// <summary>Refuses a cell that stands in no column of the table. What it holds is not repeated: nobody knows what it is.</summary>
    public void Refuse(TableRow row, int index, string code, string message)
    {
        spoilt.Add(row.Number);
        errors.Add(new(new Place(row.Number, row.Line, Place.Letters(index)), code, message));
    }

    public void Note(RowCells? row, Column? column, string code, string message) =>
        notes.Add(new(row?.Number ?? 0, row is not null && column is { } one ? row.At(one).Column : null, code, message));

    /// <summary>Asks once, however many rows do.</summary>
    /// <param name="key">What makes it the same question.</param>
    /// <param name="written">Not repeated where the row is about a source.</param>
    public void Ask(RowCells row, Column column, string kind, string key, string? written, string message, IReadOnlyList<Candidate> candidates)
    {
        spoilt.Add(row.Number);
        if (questions.TryGetValue((kind, key), out var asked))
        {
            questions[(kind, key)] = asked with { Rows = asked.Rows + 1, Written = asked.Written ?? (row.IsDiscreet ? null : written) };
            return;
        }
        var place = row.At(column);
        questions[(kind, key)] = new(kind, place.Row, place.Line, place.Column, place.Header, row.IsDiscreet ? null : written, 1,
            row.IsDiscreet ? $"{message} The row is about a source, so what stands there is not repeated; write it into the mapping as it stands in the cell." : message,
            row.IsDiscreet ? [] : candidates);
    }
}
