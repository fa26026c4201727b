using System.Text;
using System.Text.RegularExpressions;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Statements;

namespace AttributionLedger.Spreadsheets.Cells;

/// <summary>
/// Where something can be checked, as a cell tells it: an address, and what else there is as <c>key=value</c>, for example
/// <c>https://example.org/interview at=2:10 note="our own recording"</c>. Quotation marks are needed only where a value
/// holds one, or what looks like another key.
/// </summary>
public static partial class EvidenceCells
{
    /// <summary>What a piece may say of itself, in the order in which it is written.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["url", "archive", "file", "sha256", "at", "note"];

    /// <summary>All pieces of a statement in one cell.</summary>
    public static string Write(IEnumerable<Evidence> pieces) => CellLists.Join(pieces.Select(Write));

    private static string Write(Evidence piece)
    {
        var pairs = Keys.Zip([piece.Url, piece.Archive, piece.File, piece.Sha256, piece.At, piece.Note])
            .Where(pair => pair.Second is not null).Select(pair => $"{pair.First}={Value(pair.Second!)}").ToList();
        // An address alone needs no key.
        return piece.Url is { } url && Value(url) == url && !KeyAt().IsMatch(url) ? string.Join(" ", pairs.Skip(1).Prepend(url)) : string.Join(" ", pairs);
    }

    private static string Value(string value) => value.Length > 0 && !value.Any(c => char.IsWhiteSpace(c) || c == '"') ? value
        : $"\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n")}\"";

    /// <summary>The pieces that a cell lists, each as its keys and values; what has no key is the address. Nothing is checked.</summary>
    public static IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> Read(string cell) => [.. CellLists.SplitPieces(cell).Select(Piece)];

    private static IReadOnlyList<KeyValuePair<string, string>> Piece(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        var (key, at) = ("url", 0);
        if (KeyAt().Match(text) is { Success: true, Index: 0 } first) (key, at) = (first.Groups["key"].Value.ToLowerInvariant(), first.Length);
        while (at < text.Length)
        {
            var (value, end, next) = Quoted(text, at) ?? Plain(text, at);
            if (value.Length > 0) pairs.Add(new(key, value));
            (key, at) = (next ?? "url", end);
        }
        return pairs;
    }

    private static (string Value, int End, string? Next) Plain(string text, int at)
    {
        var next = KeyAt().Match(text, at);
        var end = next.Success ? next.Index : text.Length;
        return (Widths.Trimmed(text[at..end]), next.Success ? next.Index + next.Length : text.Length, next.Success ? next.Groups["key"].Value.ToLowerInvariant() : null);
    }

    private static (string Value, int End, string? Next)? Quoted(string text, int at)
    {
        if (text[at] != '"') return null;
        var value = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
            if (text[i] == '\\' && i + 1 < text.Length) value.Append(text[++i] switch { 'n' => '\n', 'r' => '\r', var c => c });
            else if (text[i] != '"') value.Append(text[i]);
            else return (value.ToString(), Plain(text, i + 1).End, Plain(text, i + 1).Next);
        return null;
    }

    [GeneratedRegex(@"(?:^|\s)(?<key>url|archive|file|sha256|at|note)\s?=\s?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeyAt();
}
