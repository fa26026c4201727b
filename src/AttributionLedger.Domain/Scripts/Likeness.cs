namespace AttributionLedger.Scripts;

/// <summary>How much alike two names are spelt.</summary>
public static class Likeness
{
    /// <summary>
    /// From 0 to 1: the share of letters that need not change to make one of the other, in their order or with the words in
    /// the order of the alphabet, whichever is more; 1 where they differ in case, accents, signs and spaces at most.
    /// </summary>
    public static double Of(string one, string other)
    {
        var (first, second) = (Tokens.Plain(one).Split(' '), Tokens.Plain(other).Split(' '));
        return Math.Max(Share(string.Concat(first), string.Concat(second)), Share(string.Concat(first.Order(StringComparer.Ordinal)), string.Concat(second.Order(StringComparer.Ordinal))));
    }

    private static double Share(string one, string other) => Math.Max(one.Length, other.Length) is > 0 and var longest ? 1 - ((double)Distance(one, other) / longest) : 0;

    /// <summary>Letters to add, take away or change (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, before) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                before = Math.Min(Math.Min(row[j] + 1, before + 1), diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = before;
            }
        }
        return row[other.Length];
    }
}
