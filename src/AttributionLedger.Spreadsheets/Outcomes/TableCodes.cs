namespace AttributionLedger.Spreadsheets.Outcomes;

/// <summary>The codes that belong to a spreadsheet itself; all else that can be wrong with a row is wrong with the line of a sheet that it becomes.</summary>
public static class TableCodes
{
    /// <summary>The file is larger than is taken at once.</summary>
    public const string TooLarge = "table-too-large";
    /// <summary>The file holds nothing.</summary>
    public const string Empty = "table-empty";
    /// <summary>The file is no text: a workbook, a picture, a page of the web.</summary>
    public const string NotText = "table-not-text";
    /// <summary>The bytes may be letters of several scripts.</summary>
    public const string EncodingAmbiguous = "encoding-ambiguous";
    /// <summary>The bytes are not in the encoding that they seem to be in, or that the mapping names.</summary>
    public const string EncodingBroken = "encoding-broken";
    /// <summary>The line <c>sep=</c> or the mapping names a separator that is none.</summary>
    public const string SeparatorNotTaken = "separator-not-taken";
    /// <summary>More rows than are taken at once.</summary>
    public const string TooManyRows = "too-many-rows";
    /// <summary>More columns than are taken.</summary>
    public const string TooManyColumns = "too-many-columns";
    /// <summary>A cell that nothing could come out of.</summary>
    public const string CellTooLong = "cell-too-long";
    /// <summary>A quotation mark opens a cell and none closes it.</summary>
    public const string QuoteUnclosed = "quote-unclosed";
    /// <summary>Text follows the quotation mark that closes a cell.</summary>
    public const string QuoteMisplaced = "quote-misplaced";
    /// <summary>No row names the columns.</summary>
    public const string HeaderMissing = "header-missing";
    /// <summary>There is a header, and nothing below it.</summary>
    public const string NoRows = "table-without-rows";
    /// <summary>A heading that means no column, and of which nobody said that it is to be ignored.</summary>
    public const string ColumnUnknown = "column-unknown";
    /// <summary>Two headings mean the same column.</summary>
    public const string ColumnRepeated = "column-repeated";
    /// <summary>A column without which no row can be understood is not there.</summary>
    public const string ColumnMissing = "column-missing";
    /// <summary>A column without a heading holds something.</summary>
    public const string ColumnUnnamed = "column-unnamed";
    /// <summary>A row of the table stands above its header.</summary>
    public const string RowAboveHeader = "row-above-header";
    /// <summary>A row holds something beyond the last column.</summary>
    public const string RowTooLong = "row-too-long";

    /// <summary>A cell that must hold something is empty.</summary>
    public const string CellMissing = "cell-missing";
    /// <summary>A word that is none of those the column takes.</summary>
    public const string WordUnknown = "word-unknown";
    /// <summary>A time that cannot be read.</summary>
    public const string TimeUnreadable = "time-unreadable";
    /// <summary>A clock time that the clocks skipped.</summary>
    public const string TimeSkipped = "time-skipped";
    /// <summary>A clock time that the clocks showed twice.</summary>
    public const string TimeTwice = "time-twice";
    /// <summary>A time of day without the day, or beside one that has its own.</summary>
    public const string TimeWithoutDay = "time-without-day";
    /// <summary>A date that is counted from another beginning than the Gregorian.</summary>
    public const string TimeOtherCalendar = "time-other-calendar";
    /// <summary>The zone of times that need one is not known.</summary>
    public const string ZoneMissing = "zone-missing";
    /// <summary>A figure that is none.</summary>
    public const string FigureUnreadable = "figure-unreadable";
    /// <summary>Two rows of one statement, claim or incident say different things of it.</summary>
    public const string CellsDisagree = "cells-disagree";
    /// <summary>Lists that go together have different lengths.</summary>
    public const string ListsDisagree = "lists-disagree";
    /// <summary>A party that the ledger does not know, or several of that name.</summary>
    public const string PartyAsked = "party-asked";
    /// <summary>What stands for a speaker describes a source that nobody names.</summary>
    public const string SourceDescribed = "source-described";
    /// <summary>A person whom the ledger does not know is named as speaking on terms under which nobody is named.</summary>
    public const string SourceNamed = "source-named";
    /// <summary>A source that is not named has an id or a kind.</summary>
    public const string SourceIdentified = "source-identified";
    /// <summary>A row of a statement that was struck.</summary>
    public const string RowStruck = "row-struck";
    /// <summary>No id for the incident can be made.</summary>
    public const string IncidentMissing = "incident-missing";
    /// <summary>A new claim without its kind.</summary>
    public const string ClaimKindMissing = "claim-kind-missing";
    /// <summary>The claim of that id reads otherwise on record.</summary>
    public const string ClaimDiffers = "claim-differs";

    /// <summary>The mapping is not JSON, or not an object of the right kind.</summary>
    public const string MappingMalformed = "mapping-malformed";
    /// <summary>The mapping has a field that it does not take.</summary>
    public const string MappingFieldUnknown = "mapping-field-unknown";
    /// <summary>The mapping names a column, a word or an id that there is not.</summary>
    public const string MappingValueUnknown = "mapping-value-unknown";
}
