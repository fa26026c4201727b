namespace AttributionLedger.Scripts;

/// <summary>
/// Hebrew writes "and", "the", "in", "to", "from", "that" and "as" on to the word that follows (ו ה ב ל מ ש כ). Whether the
/// first letter is one of these or of the word itself only a dictionary tells, so a word has a stem for either.
/// </summary>
public static class HebrewStems
{
    private const string Prefixes = "והבלמשכ";

    /// <summary>Letters that must be left for a stem: shorter ones are stems of everything.</summary>
    private const int Least = 3;

    /// <summary>The stems of a folded word; none where it is not Hebrew or too short.</summary>
    public static IEnumerable<string> Of(string word)
    {
        if (word.Length < Least || word[0] is < 'א' or > 'ת') yield break;
        yield return $"he {word}";
        if (word.Length > Least && Prefixes.Contains(word[0], StringComparison.Ordinal)) yield return $"he {word[1..]}";
        // "And the", "that the", "from the".
        if (word.Length > Least + 1 && word[1] == 'ה' && Prefixes.Contains(word[0], StringComparison.Ordinal)) yield return $"he {word[2..]}";
    }
}
