using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Dates;

namespace AttributionLedger.Spreadsheets.Mappings;

/// <summary>What a heading of the file means.</summary>
/// <param name="Column">Null for one that is to be ignored, or is still open.</param>
/// <param name="IsIgnored">Somebody said that the column is none of ours.</param>
public sealed record HeadingMeaning(Column? Column, bool IsIgnored)
{
    /// <summary>Nobody has said yet.</summary>
    public bool IsOpen => Column is null && !IsIgnored;
}

/// <summary>Who is meant by a name of the file: a party of the ledger by its id, or one to register.</summary>
/// <param name="Name">Null for a party that is known.</param>
/// <param name="Kind">Null for a party that is known; else one of the ledger's words.</param>
public sealed record PartyMeaning(string Id, string? Name = null, string? Kind = null);

/// <summary>What a file means by its headings, dates, names and words: what people know and the file does not say.</summary>
/// <param name="Columns">By the heading as it is written; compared folded.</param>
/// <param name="Defaults">What a column holds that the file lacks, or where its cell is empty.</param>
/// <param name="Parties">By the name as it is written; null for a question that is still open.</param>
/// <param name="Words">By the column, then by what is written there: the ledger's word.</param>
/// <param name="Encoding">Null to find out.</param>
/// <param name="Separator">Null to find out.</param>
public sealed record Mapping(
    IReadOnlyDictionary<string, HeadingMeaning> Columns, IReadOnlyDictionary<Column, string> Defaults, DateHabits Dates,
    IReadOnlyDictionary<string, PartyMeaning?> Parties, IReadOnlyDictionary<Column, IReadOnlyDictionary<string, string>> Words,
    string? Encoding, char? Separator)
{
    /// <summary>That of a file of which nobody said anything.</summary>
    public static Mapping None { get; } = new(
        new Dictionary<string, HeadingMeaning>(), new Dictionary<Column, string>(), new(), new Dictionary<string, PartyMeaning?>(),
        new Dictionary<Column, IReadOnlyDictionary<string, string>>(), null, null);
}
