using System.Text.RegularExpressions;
using AttributionLedger.Parties;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Spreadsheets.Vocabularies;

namespace AttributionLedger.Spreadsheets.Cells;

/// <summary>A party as a cell tells it that has no columns beside it for id and kind.</summary>
/// <param name="Id">Null where the cell holds a name or an id alone.</param>
/// <param name="Kind">The ledger's word; null likewise.</param>
public sealed record PartyInCell(string Name, string? Id, string? Kind);

/// <summary>
/// A party with all that registers it: <c>The Seline Post [post, outlet]</c>. Two parties may go by one name, and who takes
/// the table in may know neither.
/// </summary>
public static partial class PartyCells
{
    private static readonly HashSet<string> Kinds = [.. Words.Of(Column.ByKind)];

    public static string Write(string name, string id, PartyKind kind) => $"{Widths.Trimmed(name)} [{id}, {Words.Spelt(kind)}]";

    /// <summary>Takes a cell apart. What does not end in an id and a kind is a name, whatever brackets it holds.</summary>
    public static PartyInCell Read(string cell) => Full().Match(cell) is { Success: true } parts && Kinds.Contains(parts.Groups["kind"].Value)
        ? new(parts.Groups["name"].Value, parts.Groups["id"].Value, parts.Groups["kind"].Value) : new(cell, null, null);

    [GeneratedRegex(@"^(?<name>\S|\S.*\S)\s*\[(?<id>[^\[\],\s]+),\s*(?<kind>[a-z-]+)\]$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Full();
}
