namespace AttributionLedger.Statements;

/// <summary>What the words of a statement are. They are always marked as one of these.</summary>
public enum WordsForm { Verbatim, Paraphrase, Translation }

/// <summary>Who translated: the speaker, the outlet that carried it, this desk, or a machine.</summary>
public enum Translator { Speaker, Outlet, Us, Machine }

/// <summary>The words of a statement.</summary>
/// <param name="Text">The words themselves, in <paramref name="Language"/>.</param>
/// <param name="Language">BCP 47 tag (<c>en</c>, <c>ar</c>, <c>fa-AF</c>); null when not recorded.</param>
/// <param name="TranslatedBy">For a translation only, and then always.</param>
/// <param name="Original">The words that were translated, where the desk has them.</param>
/// <param name="OriginalLanguage">BCP 47 tag of the original.</param>
public sealed record Words(
    WordsForm Form, string Text, string? Language = null,
    Translator? TranslatedBy = null, string? Original = null, string? OriginalLanguage = null);
