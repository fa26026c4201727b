using AttributionLedger.Scripts;

namespace AttributionLedger.Searching;

/// <summary>Finds in a text what made it be found, as the index does: by the same tokens.</summary>
internal sealed class Marks
{
    private readonly HashSet<string> words = [], meant = [];
    private readonly List<string> beginnings = [];
    private readonly List<(string Text, int Step)[]> sequences = [];

    public Marks(SearchText text, IReadOnlyDictionary<Term, Reach> reaches)
    {
        foreach (var term in text.Terms)
        {
            words.UnionWith(reaches[term].Forms);
            meant.UnionWith(reaches[term].Meant);
            if (term.Beginning is { } beginning) beginnings.Add(beginning);
            else
            {
                if (term.Joined is { } joined) words.Add(joined.Text);
                var asked = term.Asked;
                if (asked.Count == 1) words.Add(asked[0].Text);
                else sequences.Add([.. asked.Select((token, i) => (token.Text, i == 0 ? 0 : token.Position - asked[i - 1].Position))]);
            }
        }
    }

    public Marked In(string text)
    {
        var tokens = Tokens.Of(text).SelectMany(run => run.All).ToList();
        var found = tokens.Where(token => words.Contains(token.Text) || meant.Contains(token.Text)).Select(token => (token.Start, End: token.Start + token.Length)).ToList();
        // Of a pair that begins with the character that was asked for, the character.
        foreach (var beginning in beginnings)
            found.AddRange(tokens.Where(token => token.Text.StartsWith(beginning, StringComparison.Ordinal)).Select(token => (token.Start, token.Start + (IsPair(token) ? Math.Min(beginning.Length, token.Length) : token.Length))));
        if (sequences.Count > 0)
        {
            var at = tokens.ToLookup(token => token.Position);
            foreach (var sequence in sequences)
                foreach (var first in tokens.Where(token => token.Text == sequence[0].Text))
                    if (Follow(at, sequence, first) is { } last) found.Add((first.Start, last.Start + last.Length));
        }
        return new(text, Apart(found), [.. tokens.Where(token => meant.Contains(token.Text)).Select(token => token.Text).Distinct()]);
    }

    private static bool IsPair(Token token) => token.Text.Length <= 4 && token.Text.All(c => c > '\u0E00');

    private static Token? Follow(ILookup<int, Token> at, (string Text, int Step)[] sequence, Token first)
    {
        var last = first;
        foreach (var (text, step) in sequence.Skip(1))
        {
            if (at[last.Position + step].Where(token => token.Text == text).Select(token => (Token?)token).FirstOrDefault() is not { } next) return null;
            last = next;
        }
        return last;
    }

    private static List<(int Start, int End)> Apart(List<(int Start, int End)> found)
    {
        var apart = new List<(int Start, int End)>();
        foreach (var mark in found.OrderBy(mark => mark.Start).ThenBy(mark => mark.End))
            if (apart.Count > 0 && mark.Start < apart[^1].End) apart[^1] = (apart[^1].Start, Math.Max(apart[^1].End, mark.End));
            else apart.Add(mark);
        return apart;
    }
}
