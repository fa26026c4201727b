namespace AttributionLedger.Searching;

/// <summary>A text with what was found in it.</summary>
/// <param name="Found">The stretches that are what was looked for, in order and apart.</param>
/// <param name="Meant">Words that were found though they were not asked for just so.</param>
internal sealed record Marked(string Text, IReadOnlyList<(int Start, int End)> Found, IReadOnlyList<string> Meant)
{
    /// <summary>Characters of a passage: what one takes in at a glance.</summary>
    private const int PassageLength = 240;

    public bool IsFound => Found.Count > 0;

    /// <summary>The part of the text with the most of what was looked for.</summary>
    public PassageShape Passage(PassageField field, string? language)
    {
        var best = Densest();
        var from = Text.Length <= PassageLength ? 0 : Math.Clamp(best - PassageLength / 4, 0, Text.Length - PassageLength);
        var until = Math.Min(Text.Length, from + PassageLength);
        (from, until) = (from == 0 ? 0 : AfterSpace(from, best), until == Text.Length ? until : BeforeSpace(until, from));
        var pieces = new List<PieceShape>();
        var at = from;
        foreach (var (start, end) in Found.Where(mark => mark.Start >= from && mark.End <= until))
        {
            if (start > at) pieces.Add(new(Text[at..start], false));
            pieces.Add(new(Text[start..end], true));
            at = end;
        }
        if (at < until) pieces.Add(new(Text[at..until], false));
        return new(field, language, from > 0, pieces, until < Text.Length);
    }

    /// <summary>Where most of what was found stands close together.</summary>
    private int Densest()
    {
        var (best, most) = (0, 0);
        for (int first = 0, next = 0; first < Found.Count; first++)
        {
            while (next < Found.Count && Found[next].End <= Found[first].Start + PassageLength * 2 / 3) next++;
            if (most == 0 || next - first > most) (best, most) = (Found[first].Start, Math.Max(1, next - first));
        }
        return best;
    }

    // Between words where there are spaces near, and never within a character.
    private int AfterSpace(int at, int latest)
    {
        for (var i = at; i < Math.Min(at + 30, latest); i++) if (char.IsWhiteSpace(Text[i])) return i + 1;
        return char.IsLowSurrogate(Text[at]) ? at - 1 : at;
    }

    private int BeforeSpace(int at, int earliest)
    {
        for (var i = at; i > Math.Max(at - 30, earliest); i--) if (char.IsWhiteSpace(Text[i])) return i;
        return char.IsLowSurrogate(Text[at]) ? at - 1 : at;
    }
}
