using System.Globalization;
using System.Text;

namespace AttributionLedger.Scripts;

/// <summary>
/// Cuts a text of any script into what can be looked for. The same for what is kept and for what is asked, so that they meet.
/// </summary>
public static class Tokens
{
    /// <summary>Characters of one token; what is longer is no word, and is found by its beginning.</summary>
    public const int LengthLimit = 64;

    /// <summary>Parts that are also kept as one word; what has more is an address or a list.</summary>
    private const int JoinLimit = 4;

    public static IReadOnlyList<Run> Of(string text) => new Cutter(text).Cut();

    /// <summary>The words in their order, folded, with one space between: equal for texts that differ in case, accents, signs and spaces only.</summary>
    public static string Plain(string text) => string.Join(' ', Of(text).SelectMany(run => run.IsUnspaced ? [run.Folded] : run.Parts.Select(part => part.Text)));

    private enum Sign { Other, Letter, Unspaced, Joint }

    /// <summary>One character as a reader sees it.</summary>
    private readonly record struct Cluster(int Start, int Length, Sign Sign, string Folded, bool EndsWord, bool IsHebrew);

    private sealed class Cutter(string text)
    {
        private readonly List<Run> runs = [];
        private readonly List<Cluster> pending = [];
        private readonly List<Token> parts = [];
        private int position;

        public IReadOnlyList<Run> Cut()
        {
            var clusters = Clusters();
            for (var i = 0; i < clusters.Count; i++)
            {
                var (cluster, next) = (clusters[i], i + 1 < clusters.Count ? clusters[i + 1] : default);
                switch (cluster.Sign)
                {
                    case Sign.Letter:
                        if (pending.Count > 0 && pending[^1].Sign == Sign.Unspaced) EndRun();
                        pending.Add(cluster);
                        if (cluster.EndsWord) EndRun();
                        break;
                    case Sign.Unspaced:
                        if (parts.Count > 0 || (pending.Count > 0 && pending[^1].Sign != Sign.Unspaced)) EndRun();
                        pending.Add(cluster);
                        break;
                    // Within a Hebrew word it marks an abbreviation or a foreign sound, and joins nothing.
                    case Sign.Joint or Sign.Other when pending.Count > 0 && pending[^1].IsHebrew && next.IsHebrew && text[cluster.Start] is '"' or '\'' or '’' or '”' or '\u05F3' or '\u05F4': break;
                    case Sign.Joint when pending.Count > 0 && pending[^1].Sign == Sign.Letter && next.Sign == Sign.Letter: EndPart(); break;
                    default: EndRun(); break;
                }
            }
            EndRun();
            return runs;
        }

        private List<Cluster> Clusters()
        {
            var clusters = new List<Cluster>(text.Length);
            for (var at = 0; at < text.Length;)
            {
                var length = StandsAlone(at) ? 1 : StringInfo.GetNextTextElementLength(text, at);
                var folded = length == 1 ? Folding.Fold(text[at]) : Folding.Fold(text.Substring(at, length));
                var sign = SignAt(at, folded);
                // The zero width non-joiner, by which Persian parts an ending from its word, belongs to the character before it.
                if (sign != Sign.Other || folded.Length > 0) clusters.Add(new(at, length, sign, sign is Sign.Letter or Sign.Unspaced ? folded : "", text.AsSpan(at, length).Contains('\u200C'), text[at] is >= '\u05D0' and <= '\u05F2'));
                at += length;
            }
            return clusters;
        }

        // Nothing that joins a character before it is plain.
        private bool StandsAlone(int at) => char.IsAscii(text[at]) && (at + 1 == text.Length || char.IsAscii(text[at + 1]));

        private Sign SignAt(int at, string folded)
        {
            if (text[at] is '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '´' or '-' or '\u2010' or '\u2011' or '.' or ',' or '·' or '&') return Sign.Joint;
            if (folded.Length == 0 || !Rune.TryGetRuneAt(text, at, out var rune)) return Sign.Other;
            if (Rune.TryGetRuneAt(folded, 0, out var first) && !Rune.IsLetterOrDigit(first)) return Sign.Other;
            return IsUnspaced(rune.Value) ? Sign.Unspaced : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber ? Sign.Letter : Sign.Other;
        }

        // Han, kana, Thai, Lao, Burmese and Khmer.
        private static bool IsUnspaced(int rune) => rune is
            (>= 0x0E01 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x2E80 and <= 0x2FDF) or (>= 0x3005 and <= 0x3007) or (>= 0x3021 and <= 0x3029)
            or (>= 0x3041 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9D) or (>= 0x20000 and <= 0x3FFFF);

        private void EndPart()
        {
            if (pending.Count == 0) return;
            parts.Add(new(Cap(string.Concat(pending.Select(cluster => cluster.Folded))), pending[0].Start, End(pending[^1]) - pending[0].Start, ++position));
            pending.Clear();
        }

        private void EndRun()
        {
            if (pending.Count > 0 && pending[^1].Sign == Sign.Unspaced) EndUnspaced();
            else EndPart();
            if (parts.Count == 0) return;
            var whole = string.Concat(parts.Select(part => part.Text));
            runs.Add(new([.. parts], parts.Count is > 1 and <= JoinLimit ? new(Cap(whole), parts[0].Start, parts[^1].Start + parts[^1].Length - parts[0].Start, parts[0].Position) : null, false, whole));
            parts.Clear();
        }

        private void EndUnspaced()
        {
            var pairs = new List<Token>(pending.Count);
            for (var i = 0; i < pending.Count; i++)
            {
                var (one, two) = (pending[i], i + 1 < pending.Count ? pending[i + 1] : (Cluster?)null);
                pairs.Add(new(one.Folded + two?.Folded, one.Start, End(two ?? one) - one.Start, ++position));
            }
            runs.Add(new(pairs, null, true, string.Concat(pending.Select(cluster => cluster.Folded))));
            pending.Clear();
        }

        private static int End(Cluster cluster) => cluster.Start + cluster.Length;

        private static string Cap(string token) => token.Length <= LengthLimit ? token : token[..(char.IsHighSurrogate(token[LengthLimit - 1]) ? LengthLimit - 1 : LengthLimit)];
    }
}
