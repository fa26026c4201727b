namespace AttributionLedger.Sheets.Lines;

/// <summary>The word that was probably meant.</summary>
public static class Nearest
{
    /// <summary>The word of <paramref name="known"/> that fewest changes of a letter turn <paramref name="written"/> into; null when none is near.</summary>
    public static string? To(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > Shown.Limit) return null;
        var plain = Plain(written);
        return known.Select(word => (word, distance: Distance(plain, Plain(word))))
            .Where(near => near.distance <= Math.Max(1, Math.Min(plain.Length, near.word.Length) / 3))
            .OrderBy(near => near.distance).Select(near => near.word).FirstOrDefault();
    }

    /// <summary>The same as the end of a message; empty when nothing is near.</summary>
    public static string Question(string written, IEnumerable<string> known) => To(written, known) is { } near ? $" Did you mean {near}?" : "";

    // Underscores, hyphens and capitals are the commonest way to miss a name that one knows.
    private static string Plain(string text) => text.Replace("_", "").Replace("-", "").Replace(" ", "").ToLowerInvariant();

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
