using AttributionLedger.Statements;
using AttributionLedger.Wordings;

namespace AttributionLedger.Drifts;

/// <summary>
/// Compares the words of two positions where a difference between them is the speaker's. Between two languages, a quotation
/// and a paraphrase, or two translators, it is somebody else's.
/// </summary>
internal static class Comparison
{
    public static WordingShape Of(Words? before, Words? after) => Hindrance(before, after) is { } note
        ? new(null, note) : new(WordDifference.Of(before!.Text, after!.Text), null);

    private static string? Hindrance(Words? before, Words? after) => (before, after) switch
    {
        (null, _) or (_, null) => "not comparable: words not recorded",
        _ when !string.Equals(before.Language, after.Language, StringComparison.OrdinalIgnoreCase) => "not comparable: another language",
        _ when before.Form != after.Form => $"not comparable: {Of(before.Form)} and {Of(after.Form)}",
        _ when before.TranslatedBy != after.TranslatedBy => "not comparable: translations of two hands",
        _ => null
    };

    private static string Of(WordsForm form) => form switch { WordsForm.Verbatim => "a quotation", WordsForm.Paraphrase => "a paraphrase", _ => "a translation" };
}
