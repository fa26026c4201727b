using System.Text;

namespace AttributionLedger.Duplicates;

/// <summary>
/// The words of a text without their order, to see how near two texts are; of scripts that put no spaces between words each
/// pair of characters. Kept as numbers, so that a long sheet can be compared with itself.
/// </summary>
internal sealed class Pieces
{
    /// <summary>Of the words of two texts together, how many both have: half. A paraphrase that changes person and adds who said so keeps more.</summary>
    public const double Near = 0.5;

    /// <summary>The same of two versions of one text, of which somebody mended or added a word or two.</summary>
    public const double Nearly = 0.75;

    private readonly ulong[] words, numbers;

    private Pieces(IEnumerable<string> pieces)
    {
        var distinct = pieces.Distinct().ToList();
        words = [.. distinct.Select(Number).Order()];
        numbers = [.. distinct.Where(piece => piece.Any(char.IsAsciiDigit)).Select(Number).Order()];
    }

    public int Count => words.Length;

    public static Pieces Of(string text) => new(SameWords.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Cut));

    /// <summary>Whether two texts tell the same. Other numbers are another story, however like the words are: an update, or a rival figure.</summary>
    /// <param name="share">Of their words together, how many both have at least.</param>
    public bool IsNear(Pieces other, double share = Near)
    {
        var both = Common(words, other.words);
        var common = Common(numbers, other.numbers);
        return both > 0 && both >= share * (words.Length + other.words.Length - both) && (common == numbers.Length || common == other.numbers.Length);
    }

    private static IEnumerable<string> Cut(string word)
    {
        var runes = word.EnumerateRunes().ToList();
        if (!runes.Exists(IsUnspaced)) return [word];
        return runes.Count == 1 ? [word] : runes.Zip(runes.Skip(1), (one, next) => $"{one}{next}");
    }

    // Chinese, Japanese, Thai, Lao, Burmese and Khmer.
    private static bool IsUnspaced(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
        or (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF);

    private static int Common(ulong[] one, ulong[] other)
    {
        var (common, i, k) = (0, 0, 0);
        while (i < one.Length && k < other.Length)
            if (one[i] == other[k]) (common, i, k) = (common + 1, i + 1, k + 1);
            else if (one[i] < other[k]) i++;
            else k++;
        return common;
    }

    // FNV-1a: spread well enough that two of a text's words hardly ever meet.
    private static ulong Number(string piece) => piece.Aggregate(14695981039346656037UL, (hash, c) => unchecked((hash ^ c) * 1099511628211UL));
}
