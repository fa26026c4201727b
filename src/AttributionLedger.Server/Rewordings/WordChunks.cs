using System.Globalization;
using System.Text;
using DiffPlex;

namespace AttributionLedger.Rewordings;

/// <summary>
/// Cuts a text into words, white space and single signs, never within what is one character to a reader. What is written without
/// spaces is cut at every character, for where its words end only a dictionary knows. The order is that of reading, whatever
/// the direction of the script.
/// </summary>
internal sealed class WordChunks : IChunker
{
    public static readonly WordChunks Instance = new();

    private enum Sort { Word, Space, Single }

    public IReadOnlyList<string> Chunk(string text)
    {
        var chunks = new List<string>();
        var (start, before) = (0, Sort.Single);
        for (var at = 0; at < text.Length; at += StringInfo.GetNextTextElementLength(text, at))
        {
            var sort = Of(Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar);
            if (at > start && (sort != before || sort == Sort.Single)) chunks.Add(text[start..(start = at)]);
            before = sort;
        }
        if (start < text.Length) chunks.Add(text[start..]);
        return chunks;
    }

    private static Sort Of(Rune rune) =>
        Rune.IsWhiteSpace(rune) ? Sort.Space : Rune.IsLetterOrDigit(rune) && !IsWithoutSpaces(rune.Value) ? Sort.Word : Sort.Single;

    // Thai and Lao; Tibetan; Burmese; Khmer; Japanese and Chinese, with the planes of rarer characters.
    private static bool IsWithoutSpaces(int rune) => rune is (>= 0x0E00 and <= 0x0FFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
