namespace AttributionLedger.Spreadsheets.Tables;

/// <summary>How much of a spreadsheet is taken at once. It is held in memory whole, for its rows belong together in any order.</summary>
public static class TableLimits
{
    /// <summary>Bytes of a file: fifty thousand rows with a quote in each. What is larger is cut between two incidents, which costs nothing.</summary>
    public const int Bytes = 32 << 20;
    /// <summary>Rows of a file: more than a desk logs in a year.</summary>
    public const int Rows = 100_000;
    /// <summary>Columns of a file: the table has some sixty, and a desk's own may stand beside them.</summary>
    public const int Columns = 256;
    /// <summary>Characters of a cell: twice the longest words that the ledger takes, so that an ordinary slip is told from a missing quotation mark.</summary>
    public const int Cell = 100_000;
    /// <summary>Rows in which the header is looked for: titles, dates and remarks stand above it.</summary>
    public const int HeaderSearch = 20;
}
