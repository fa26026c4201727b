using AttributionLedger.Basics;
using AttributionLedger.Scripts;

namespace AttributionLedger.Searching;

/// <summary>One thing that is looked for.</summary>
/// <param name="Runs">One for a word; several for words in quotation marks, one after the other.</param>
/// <param name="IsPhrase">Just so, in no other form.</param>
/// <param name="IsPrefix">Whatever begins so.</param>
/// <param name="IsExcluded">What holds it is left out.</param>
/// <param name="IsShouted">Written in capitals, as an acronym is: <c>IS</c> is no verb.</param>
internal sealed record Term(IReadOnlyList<Run> Runs, bool IsPhrase, bool IsPrefix, bool IsExcluded, bool IsShouted)
{
    /// <summary>As names are kept: folded, with one space between the words.</summary>
    public string Plain => string.Join(' ', Runs.SelectMany(run => run.IsUnspaced ? [run.Folded] : run.Parts.Select(part => part.Text)));

    /// <summary>What anything that holds it begins with: of a beginning, and of a single character of unspaced writing, which stands at the beginning of every pair that it begins; null where it is looked for whole.</summary>
    public string? Beginning => Runs is [{ Parts: [var only] } run] && (IsPrefix || run.IsUnspaced) ? only.Text : null;

    /// <summary>What must stand one after the other.</summary>
    public IReadOnlyList<Token> Asked => [.. Runs.SelectMany((run, i) => i == Runs.Count - 1 ? run.Asked : run.Parts)];

    /// <summary>The one word that hyphens and the like join, which does as well; null where there is none, or where just these are asked for.</summary>
    public Token? Joined => this is { IsPhrase: false, Runs: [{ Joined: { } joined }] } ? joined : null;

    /// <summary>A word that can have other forms, or be misspelt.</summary>
    public string? Word => !IsPhrase && !IsPrefix && !IsExcluded && Runs is [{ IsUnspaced: false } run] ? run.Folded : null;

    /// <summary>Whether it is misspelt, if it is found nowhere: shorter ones are like everything.</summary>
    public bool MayBeMisspelt => Word is { Length: >= 4 } word && word.All(char.IsLetter);
}

/// <summary>
/// What somebody types to search: words that must all occur, "words in quotation marks" one after the other, beginnings* and
/// -exclusions; OR between two lets either do.
/// </summary>
/// <param name="Groups">Each must be found; of the terms of one, any.</param>
/// <param name="Excluded">None may be.</param>
internal sealed record SearchText(IReadOnlyList<IReadOnlyList<Term>> Groups, IReadOnlyList<Term> Excluded)
{
    /// <summary>Characters of a question: a sentence that somebody remembers.</summary>
    public const int LengthLimit = 500;

    /// <summary>Words and phrases of a question: each is one more to look up.</summary>
    public const int TermLimit = 24;

    private const string Opening = "\"“„«”»", Closing = "\"”“»«";

    public IEnumerable<Term> Terms => Groups.SelectMany(group => group);

    public bool IsEmpty => Groups.Count == 0;

    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static Rejection? Read(string? text, out SearchText read)
    {
        read = new([], []);
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > LengthLimit) return new("text-too-long", "words", $"A search has at most {LengthLimit} characters. Look for a few words of it, or for a phrase in quotation marks.");
        if (text.Contains('\0')) return new("text-null-character", "words", "This text holds the character U+0000, which nothing on record holds. Leave it out.");
        if (Texts.HasLoneSurrogate(text)) return new("text-lone-surrogate", "words", "This text holds half of a character (a lone surrogate), which nothing on record holds. Type it again.");

        var (groups, excluded, either) = (new List<List<Term>>(), new List<Term>(), false);
        foreach (var piece in Pieces(text))
        {
            if (piece is { Text: "OR", IsPhrase: false, IsExcluded: false } && groups.Count > 0)
            {
                either = true;
                continue;
            }
            if (TermOf(piece) is not { } term) continue;
            if (term.IsExcluded) excluded.Add(term);
            else if (either) groups[^1].Add(term);
            else groups.Add([term]);
            either = false;
        }
        if (groups.Sum(group => group.Count) + excluded.Count > TermLimit) return new("too-many-words", "words", $"A search has at most {TermLimit} words and phrases. Leave some out.");
        if (groups.Count == 0) return new("search-empty", "words", excluded.Count > 0 ? "This only says what to leave out. Say also what to look for." : "This holds no word or number to look for.");
        read = new(groups, excluded);
        return null;
    }

    private readonly record struct Piece(string Text, bool IsPhrase, bool IsExcluded);

    private static IEnumerable<Piece> Pieces(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) { at++; continue; }
            var isExcluded = text[at] is '-' or '−' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            if (isExcluded) at++;
            if (Opening.Contains(text[at], StringComparison.Ordinal))
            {
                // One that is never closed goes to the end.
                var end = text.AsSpan(at + 1).IndexOfAny(Closing);
                yield return new(end < 0 ? text[(at + 1)..] : text.Substring(at + 1, end), true, isExcluded);
                at = end < 0 ? text.Length : at + end + 2;
            }
            else
            {
                var end = at;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && !(end > at && OpensPhrase(text, end))) end++;
                yield return new(text[at..end], false, isExcluded);
                at = end;
            }
        }
    }

    // Within a Hebrew abbreviation the sign is a letter's.
    private static bool OpensPhrase(string text, int at) =>
        Opening.Contains(text[at], StringComparison.Ordinal) && !(text[at - 1] is >= 'א' and <= 'ת' && at + 1 < text.Length && text[at + 1] is >= 'א' and <= 'ת');

    private static Term? TermOf(Piece piece)
    {
        var isPrefix = !piece.IsPhrase && piece.Text.EndsWith('*');
        var runs = Tokens.Of(piece.Text);
        if (runs.Count == 0) return null;
        // What one writes without a space and the ledger cuts (a date, an address) is one after the other.
        return new(runs, piece.IsPhrase || runs.Count > 1, isPrefix && runs.Count == 1, piece.IsExcluded, piece.Text.Any(char.IsUpper) && !piece.Text.Any(char.IsLower));
    }
}
