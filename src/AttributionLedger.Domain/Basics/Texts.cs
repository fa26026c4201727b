using System.Globalization;
using System.Text;

namespace AttributionLedger.Basics;

/// <summary>Which characters the ledger takes in its texts, and how many.</summary>
public static class Texts
{
    /// <summary>Characters of a name, an alias or a description: one line of a table, with room for long official names.</summary>
    public const int NameLimit = 300;
    /// <summary>Characters of one line of prose: a headline, a reason, a ground, a qualifier.</summary>
    public const int LineLimit = 2_000;
    /// <summary>Characters of what somebody said: a long communiqué. A book belongs in the evidence.</summary>
    public const int WordsLimit = 50_000;

    /// <summary>A name: one line, without control characters or the controls that reorder the text around them.</summary>
    public static IEnumerable<Rejection> Name(string? text, string field) =>
        Line(text, field, NameLimit).Concat(text is null || !text.Any(IsBidiControl) ? [] :
            [new Rejection("text-bidi-control", field, "This text holds an invisible control that reorders the text around it (such as U+202E); type it again without.")]);

    /// <summary>One line of prose.</summary>
    public static IEnumerable<Rejection> Line(string? text, string field, int limit = LineLimit) =>
        Prose(text, field, limit).Concat(text is null || !text.Any(c => c is '\n' or '\r' or '\t') ? [] :
            [new Rejection("text-control-character", field, "This text holds a line break or a tab; it must be one line.")]);

    /// <summary>Prose of several lines: the words of a statement.</summary>
    public static IEnumerable<Rejection> Prose(string? text, string field, int limit = WordsLimit)
    {
        if (text is null) yield break;
        if (text.Length > limit)
            yield return new Rejection("text-too-long", field, $"This text has {text.Length.ToString("N0", CultureInfo.InvariantCulture)} characters, and at most {limit.ToString("N0", CultureInfo.InvariantCulture)} are taken; keep the passage that matters and attach the rest as evidence.");
        if (!text.EnumerateRunes().Any(IsVisible))
            yield return new Rejection("text-empty", field, "This text is empty, or holds nothing that can be seen; leave the field out or fill it.");
        if (text.Contains('\0'))
            yield return new Rejection("text-null-character", field, "This text holds the character U+0000, which cannot be stored; remove it.");
        if (HasLoneSurrogate(text))
            yield return new Rejection("text-lone-surrogate", field, "This text holds half of a character (a lone surrogate); it was cut or badly converted. Copy it again.");
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\0')))
            yield return new Rejection("text-control-character", field, "This text holds a control character; remove it.");
    }

    /// <summary>An address on the web, of as many characters as a line.</summary>
    public static IEnumerable<Rejection> Address(string? url, string field)
    {
        if (url is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && url.Length <= LineLimit && !url.Any(char.IsControl))) yield break;
        yield return new Rejection("url-malformed", field, "Give a whole address that begins with https:// or http://.");
    }

    private static bool IsVisible(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control);

    /// <summary>Unicode's Bidi_Control property, without which Arabic, Persian and Hebrew names are written all the same.</summary>
    public static bool IsBidiControl(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    public static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!Rune.TryGetRuneAt(text, i, out _)) return true;
            i++;
        }
        return false;
    }

    /// <summary>An id that the writer chose.</summary>
    public static IEnumerable<Rejection> Id(string? id, string field, string what)
    {
        if (id is null || Identity.IsWellFormed(id)) yield break;
        yield return new Rejection("id-malformed", field, $"The id of {what} must be 1 to {Identity.Limit} letters and digits, with - _ . or : between them, and begin with a letter or a digit.");
    }
}
