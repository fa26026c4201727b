using System.Collections.Frozen;
using System.Text.Json;
using AttributionLedger.Parties;
using AttributionLedger.Scripts;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Statements;

namespace AttributionLedger.Spreadsheets.Vocabularies;

/// <summary>The words that the columns take, and how people write them.</summary>
public static class Words
{
    private static readonly FrozenDictionary<Column, string> Lists = new Dictionary<Column, string>
    {
        [Column.Stance] = "stance", [Column.Scope] = "scope", [Column.Strength] = "strength", [Column.Form] = "form", [Column.TranslatedBy] = "translated by",
        [Column.Issuance] = "issuance", [Column.Basis] = "basis", [Column.Terms] = "terms", [Column.ClaimKind] = "claim kind", [Column.ByKind] = "kind",
        [Column.ActorKind] = "kind", [Column.Status] = "status", [Column.Invented] = "flag", [Column.Pool] = "flag", [Column.RaisedBy] = "raised by"
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, IReadOnlyList<string>> Allowed = new Dictionary<string, IReadOnlyList<string>>
    {
        ["stance"] = Of<StanceKind>(), ["scope"] = Of<Scope>(), ["strength"] = Of<Strength>(), ["form"] = Of<WordsForm>(), ["translated by"] = Of<Translator>(),
        ["issuance"] = Of<Issuance>(), ["basis"] = Of<Basis>(), ["terms"] = Of<GroundRule>(), ["claim kind"] = Of<ClaimKind>(),
        ["kind"] = [.. Of<PartyKind>().Where(kind => kind != "unnamed")], ["status"] = ["live", "retracted", "struck"], ["flag"] = ["yes", "no"],
        ["raised by"] = ["desk", "question", "unnamed-reports"]
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<(string List, string Written), string> Known = Rows().ToFrozenDictionary(row => (row.List, row.Written), row => row.Word);

    /// <summary>The words that a column takes, in the ledger's spelling; empty for a column that takes any text.</summary>
    public static IReadOnlyList<string> Of(Column column) => Lists.TryGetValue(column, out var list) ? Allowed[list] : [];

    /// <summary>The ledger's word for what is written in a column; null where it is none that is known.</summary>
    /// <param name="own">What the file's own words mean, folded; they come first.</param>
    public static string? Read(Column column, string written, IReadOnlyDictionary<string, string>? own = null) =>
        Lists.TryGetValue(column, out var list) && Folding.Plain(written) is var plain
            ? own?.GetValueOrDefault(plain) ?? Known.GetValueOrDefault((list, plain)) : null;

    /// <summary>The ledger's word that is nearest to what is written; null where none is near.</summary>
    public static string? Nearest(Column column, string written) => Lists.TryGetValue(column, out var list)
        && Sheets.Lines.Nearest.To(Folding.Plain(written), Known.Keys.Where(key => key.List == list).Select(key => key.Written)) is { } near ? Known[(list, near)] : null;

    /// <summary>A value in the ledger's spelling.</summary>
    public static string Spelt<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static IReadOnlyList<string> Of<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    private static IEnumerable<(string List, string Written, string Word)> Rows()
    {
        foreach (var row in WordSynonyms.Table.Split('\n'))
            if (row.Split('|') is [var head, var synonyms] && head.Split(':', StringSplitOptions.TrimEntries) is [var list, var word] && Allowed[list].Contains(word))
                foreach (var written in synonyms.Split(',').Prepend(word).Select(Folding.Plain).Distinct())
                    yield return (list, written, word);
            else
                throw new InvalidOperationException($"\"{row}\" is no row of words.");
    }
}
