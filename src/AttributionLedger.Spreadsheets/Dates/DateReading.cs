namespace AttributionLedger.Spreadsheets.Dates;

/// <summary>In which order a file writes the parts of a date that is all numbers.</summary>
public enum DateOrder { DayFirst, MonthFirst, YearFirst }

/// <summary>From when a spreadsheet counts the days that it shows as numbers: Excel from 1900, old Macintosh ones from 1904.</summary>
public enum SerialEpoch { From1900, From1904 }

/// <summary>What a file says about its times.</summary>
/// <param name="Order">Null where nobody said: then what could be read in two ways is asked about.</param>
/// <param name="Serials">Null where nobody said that numbers are dates.</param>
public sealed record DateHabits(DateOrder? Order = null, SerialEpoch? Serials = null);

/// <summary>What came of reading a time as somebody wrote it.</summary>
public abstract record DateReading
{
    private DateReading() { }

    /// <summary>It means this, in EDTF.</summary>
    public sealed record Read(string Edtf) : DateReading;

    /// <summary>It could mean several days, and the file does not say which order it writes them in.</summary>
    public sealed record Ambiguous(IReadOnlyList<string> Readings) : DateReading;

    /// <summary>It is a number, which may be a spreadsheet's count of days.</summary>
    public sealed record Serial(string From1900, string From1904) : DateReading;

    /// <summary>It cannot be read.</summary>
    /// <param name="Code">Stable; it begins with <c>time-</c>, <c>date-</c> or <c>zone-</c>.</param>
    /// <param name="Quotes">The message repeats what was written.</param>
    public sealed record Refused(string Code, string Message, bool Quotes = false) : DateReading;
}
