namespace AttributionLedger.Spreadsheets.Outcomes;

/// <summary>Where in a file something stands, as a spreadsheet shows it.</summary>
/// <param name="Row">From 1, the header counted; 0 for the file as a whole. Rows are counted, not lines.</param>
/// <param name="Line">The line of the file at which the row begins, from 1; more than the row where cells hold line breaks.</param>
/// <param name="Column">Its letters: A, B, …, AA; null for the row as a whole.</param>
/// <param name="Header">What heads the column; null where nothing does.</param>
public readonly record struct Place(int Row, int Line, string? Column = null, string? Header = null)
{
    /// <summary>The file as a whole.</summary>
    public static Place File { get; } = new(0, 0);

    /// <summary>The letters of a column.</summary>
    /// <param name="index">From 0.</param>
    public static string Letters(int index) => index < 26 ? $"{(char)('A' + index)}" : Letters(index / 26 - 1) + (char)('A' + index % 26);
}

/// <summary>Why a file, a row or a cell was refused.</summary>
/// <param name="Code">Stable: one of <see cref="TableCodes"/>, of the ledger sheet's, or of the domain's.</param>
/// <param name="Message">What is wrong and what to do. It holds nothing of the row where the row is about an unnamed source.</param>
/// <param name="Value">What stands in the cell, cut short; null where it may not be repeated.</param>
public sealed record RowError(int Row, int Line, string? Column, string? Header, string Code, string Message, string? Value = null)
{
    public RowError(Place place, string code, string message, string? value = null) : this(place.Row, place.Line, place.Column, place.Header, code, message, value) { }
}

/// <summary>Something that was done with the file and that whoever sent it may want to know; nothing is wrong with it.</summary>
public sealed record TableNote(int Row, string? Column, string Code, string Message);
