using AttributionLedger.Attribution;
using AttributionLedger.Sheets;
using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Store;

namespace AttributionLedger.Tables;

/// <summary>What the cells of readings have in common.</summary>
internal static class TableWords
{
    /// <summary>Stands where somebody was asked and nothing was heard since.</summary>
    public const string AskedForComment = "asked-for-comment";

    /// <summary>A word of the field, as sheets and JSON spell it.</summary>
    public static string? Word<T>(T? word) where T : struct, Enum => word is { } said ? Spelling.Spelt(said) : null;

    public static string Word<T>(T word) where T : struct, Enum => Spelling.Spelt(word);

    public static string Flag(bool flag) => flag ? "yes" : "no";

    /// <summary>UTC.</summary>
    public static string? Instant(DateTimeOffset? at) => at is { } given ? SheetWriter.InstantText(given) : null;

    /// <summary>Things that keep their places beside those of another cell; nothing where all are empty.</summary>
    public static string List(IEnumerable<string> things) => things.ToList() is var all && all.TrueForAll(thing => thing.Length == 0) ? "" : CellLists.Join(all);

    /// <summary>A file has no heading above its rows, so each says as of when it is meant and for whom.</summary>
    public static IEnumerable<(string Name, Func<TRow, string?> Cell)> AsOf<TRow>(Func<TRow, AsOfShape> asOf) =>
    [
        ("as of said", row => Instant(asOf(row).SaidBy)), ("as of known", row => Instant(asOf(row).KnownAt)), ("clock", row => Word(asOf(row).Clock)), ("reading", row => Word(asOf(row).Reading))
    ];
}
