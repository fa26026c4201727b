namespace AttributionLedger.SearchIndex;

/// <summary>
/// Which words are forms of one word. The stems are made by the Snowball stemmers that come with every PostgreSQL: English
/// and French for Latin letters, Russian for Cyrillic, Arabic for Arabic (Persian words pass through it mostly unchanged).
/// </summary>
internal static class Stemming
{
    /// <summary>SQL that gives the stems of a word, each with its language before it, for some have the same in two.</summary>
    public static string Of(string word, string script) => $"""
        select 'en ' || (ts_lexize('pg_catalog.english_stem', {word}))[1] where {script} = 'l' and cardinality(ts_lexize('pg_catalog.english_stem', {word})) > 0
        union all select 'fr ' || (ts_lexize('pg_catalog.french_stem', {word}))[1] where {script} = 'l' and cardinality(ts_lexize('pg_catalog.french_stem', {word})) > 0
        union all select 'ru ' || (ts_lexize('pg_catalog.russian_stem', {word}))[1] where {script} = 'c' and cardinality(ts_lexize('pg_catalog.russian_stem', {word})) > 0
        union all select 'ar ' || (ts_lexize('pg_catalog.arabic_stem', {word}))[1] where {script} = 'a' and cardinality(ts_lexize('pg_catalog.arabic_stem', {word})) > 0
        """;

    /// <summary>The script of a folded word, by its first letter: Latin, Cyrillic, Arabic, or none with a stemmer.</summary>
    public static string ScriptOf(string word) => word.FirstOrDefault(char.IsLetter) switch
    {
        >= 'a' and <= '\u024F' => "l",
        >= '\u0400' and <= '\u052F' => "c",
        >= '\u0600' and <= '\u06FF' => "a",
        _ => ""
    };
}
