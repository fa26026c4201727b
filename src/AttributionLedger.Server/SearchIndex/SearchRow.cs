using AttributionLedger.Views;

namespace AttributionLedger.SearchIndex;

/// <summary>What can be found. The numbers are stored.</summary>
public enum SearchKind : short { Statement = 1, Claim = 2, Incident = 3, Party = 4 }

/// <summary>By which clock a row holds. The numbers are stored.</summary>
internal enum RowClock : short { Both = 0, Recorded = 1, Noted = 2 }

/// <summary>In whose reading a row is. The numbers are stored.</summary>
internal enum RowReading : short { Both = 0, Desk = 1, Public = 2 }

/// <summary>
/// What something could be found by between two moments on both clocks: a statement that was corrected has one row for its
/// words before and one for those after. What nothing was done to has one.
/// </summary>
/// <param name="Id">What it is, in all its rows; an incident is named by its id, what is in it by that and its own.</param>
/// <param name="Since">UTC, inclusive; from when it was known so.</param>
/// <param name="Until">UTC, exclusive; the end of time where it is so still.</param>
/// <param name="SaidFrom">UTC, inclusive, at its latest possible time; the beginning of time for what nobody said.</param>
/// <param name="SaidUntil">UTC, exclusive.</param>
/// <param name="Known">UTC, when it was recorded: the order of all that fits equally well.</param>
/// <param name="OpenFrom">UTC, when the embargo on it ends; the beginning of time where there is none.</param>
/// <param name="Vector">As PostgreSQL reads a <c>tsvector</c>.</param>
internal sealed record SearchRow(
    string Id, SearchKind Kind, string Incident, string Entry, RowClock Clock, RowReading Reading,
    DateTimeOffset Since, DateTimeOffset Until, DateTimeOffset SaidFrom, DateTimeOffset SaidUntil,
    DateTimeOffset Known, StatementStatus Status, DateTimeOffset OpenFrom, string Vector)
{
    public static readonly DateTimeOffset Beginning = DateTimeOffset.MinValue, End = DateTimeOffset.MaxValue;

    public static string IdOf(SearchKind kind, string incident, string entry) => kind switch
    {
        SearchKind.Statement => $"s/{incident}/{entry}",
        SearchKind.Claim => $"c/{incident}/{entry}",
        SearchKind.Incident => $"i/{incident}",
        _ => $"p/{entry}"
    };

    /// <summary>What it goes by where it is told of.</summary>
    public string Key => KeyOf(Id, Clock, Reading, Since, SaidFrom);

    public static string KeyOf(string id, RowClock clock, RowReading reading, DateTimeOffset since, DateTimeOffset saidFrom) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}/{(short)clock}/{(short)reading}/{since.UtcTicks}/{saidFrom.UtcTicks}");
}
