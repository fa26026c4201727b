using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Scripts;
using AttributionLedger.Sheets.Lines;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Dates;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Tables;
using VocabularyWords = AttributionLedger.Spreadsheets.Vocabularies.Words;

namespace AttributionLedger.Spreadsheets.Mappings;

/// <summary>Reads a mapping from its JSON, whose fields are in the schema. What it does not take, it refuses: a slip of the pen must not be lost.</summary>
public sealed class MappingReader
{
    /// <summary>Bytes of a mapping: ten thousand names with who is meant by each.</summary>
    public const int SizeLimit = 1 << 20;

    /// <summary>What stands in a mapping for a column that is none of the table's.</summary>
    public const string Ignore = "ignore";

    internal static readonly (string Word, DateOrder Meaning)[] Orders = [("day-first", DateOrder.DayFirst), ("month-first", DateOrder.MonthFirst), ("year-first", DateOrder.YearFirst)];
    internal static readonly (string Word, SerialEpoch Meaning)[] Epochs = [("1900", SerialEpoch.From1900), ("1904", SerialEpoch.From1904)];

    private static readonly string[] Fields = ["columns", "defaults", "dates", "serials", "parties", "words", "encoding", "separator"];
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    private readonly List<RowError> errors = [];

    private MappingReader() { }

    /// <summary>The mapping, and everything that is wrong with it.</summary>
    public static (Mapping Mapping, IReadOnlyList<RowError> Errors) Read(ReadOnlyMemory<byte> json)
    {
        var reader = new MappingReader();
        if (json.Length > SizeLimit) reader.Refuse("", TableCodes.MappingMalformed, $"it has {json.Length} bytes, and at most {SizeLimit} are taken");
        else
            try
            {
                // Editors on Windows put a mark before it.
                using var document = JsonDocument.Parse(json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json, Options);
                if (document.RootElement.ValueKind == JsonValueKind.Object) return (reader.Whole(document.RootElement), reader.errors);
                reader.Refuse("", TableCodes.MappingMalformed, "it is no object, { ... }");
            }
            catch (JsonException e)
            {
                reader.Refuse("", TableCodes.MappingMalformed, $"it is not JSON, or says one thing twice, from line {e.LineNumber + 1} on");
            }
            catch (InvalidOperationException)
            {
                // That is JSON as well, and no text in which a name could be.
                reader.Refuse("", TableCodes.MappingMalformed, "a name in it holds half a character, such as \\ud83d without its other half");
            }
        return (Mapping.None, reader.errors);
    }

    private Mapping Whole(JsonElement mapping)
    {
        foreach (var field in mapping.EnumerateObject().Where(field => !Fields.Contains(field.Name)))
            Refuse(Shortened.Value(field.Name), TableCodes.MappingFieldUnknown, $"there is no such field, but {string.Join(", ", Fields)}.{Nearest.Question(field.Name, Fields).TrimEnd('.')}");
        var columns = new Dictionary<string, HeadingMeaning>();
        foreach (var (name, at, value) in Members(mapping, "columns"))
            if (Meaning(at, value) is { } meaning) Add(columns, Headings.Key(name), meaning, at);
        var defaults = new Dictionary<Column, string>();
        foreach (var (name, at, value) in Members(mapping, "defaults"))
            if (Column(at, name) is { } column && Text(at, value) is { } text) Add(defaults, column, text, at);
        var parties = new Dictionary<string, PartyMeaning?>();
        foreach (var (name, at, value) in Members(mapping, "parties"))
            Add(parties, Folding.Plain(name), Party(at, value), at);
        var words = new Dictionary<Column, IReadOnlyDictionary<string, string>>();
        foreach (var (name, at, value) in Members(mapping, "words"))
            if (Column(at, name) is { } column) Add(words, column, WordsOf(column, at, value), at);
        return new(columns, defaults, Dates(mapping), parties, words, Encoding(mapping), Separator(mapping));
    }

    private void Add<TKey, TMeaning>(Dictionary<TKey, TMeaning> known, TKey key, TMeaning meaning, string at) where TKey : notnull
    {
        if (!known.TryAdd(key, meaning)) Refuse(at, TableCodes.MappingValueUnknown, "another name beside it is the same but for case, accents or punctuation, or means the same column");
    }

    private HeadingMeaning? Meaning(string at, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return new(null, false);
        return Text(at, value) switch
        {
            null => null,
            Ignore => new(null, true),
            var name => Column(at, name) is { } column ? new(column, false) : null
        };
    }

    private Column? Column(string at, string name)
    {
        if (ColumnSynonyms.Read(name) is { } column) return column;
        Refuse(at, TableCodes.MappingValueUnknown, $"\"{Shortened.Value(name)}\" is no column{(ColumnSynonyms.Nearest(name) is { } near ? $"; did you mean {near}" : $"; there are {string.Join(", ", TableColumns.Taken.Select(one => one.Name()))}, and {Ignore}")}");
        return null;
    }

    private PartyMeaning? Party(string at, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.Object) return Text(at, value) is { } known && Id($"{at}", known) ? new(known) : null;
        foreach (var field in value.EnumerateObject().Where(field => field.Name is not ("id" or "name" or "kind")))
            Refuse($"{at}.{Shortened.Value(field.Name)}", TableCodes.MappingFieldUnknown, "a new party has id, name and kind");
        var (id, name, kind) = (Field("id"), Field("name"), Field("kind"));
        if (id is null || name is null || kind is null || !Id($"{at}.id", id)) return null;
        if (VocabularyWords.Read(Columns.Column.ByKind, kind) is { } word) return new(id, name, word);
        Refuse($"{at}.kind", TableCodes.MappingValueUnknown, $"\"{Shortened.Value(kind)}\" is not one of {string.Join(", ", VocabularyWords.Of(Columns.Column.ByKind))}");
        return null;

        string? Field(string field)
        {
            if (value.TryGetProperty(field, out var text)) return Text($"{at}.{field}", text);
            Refuse($"{at}.{field}", TableCodes.MappingMalformed, "this field is missing: a new party has id, name and kind");
            return null;
        }
    }

    private bool Id(string at, string id)
    {
        var refused = Identity.IsMinted(PartyId.Of(id)) ? "it is the id of a source that is not named, which no file may use"
            : !Identity.IsWellFormed(id) ? "an id is of letters and digits, with - _ . or : between them" : null;
        if (refused is not null) Refuse(at, TableCodes.MappingValueUnknown, refused);
        return refused is null;
    }

    private Dictionary<string, string> WordsOf(Column column, string at, JsonElement value)
    {
        var own = new Dictionary<string, string>();
        var allowed = VocabularyWords.Of(column);
        if (allowed.Count == 0 || value.ValueKind != JsonValueKind.Object)
            Refuse(at, TableCodes.MappingMalformed, allowed.Count == 0 ? "this column takes any text and has no words of its own" : "it is no object of what is written and what it means");
        else
            foreach (var word in value.EnumerateObject().Where(word => word.Value.ValueKind != JsonValueKind.Null))
                if (Text($"{at}.{Shortened.Value(word.Name)}", word.Value) is not { } meant) continue;
                else if (allowed.Contains(meant)) Add(own, Folding.Plain(word.Name), meant, $"{at}.{Shortened.Value(word.Name)}");
                else Refuse($"{at}.{Shortened.Value(word.Name)}", TableCodes.MappingValueUnknown, $"\"{Shortened.Value(meant)}\" is not one of {string.Join(", ", allowed)}");
        return own;
    }

    private DateHabits Dates(JsonElement mapping) => new(
        Choice(mapping, "dates", Orders), Choice(mapping, "serials", Epochs));

    private string? Encoding(JsonElement mapping) => TextOf(mapping, "encoding") is not { } name ? null
        : Choice(mapping, "encoding", [.. TableReader.EncodingNames.Select((known, i) => (known, i))]) is { } index ? TableReader.EncodingNames[index] : null;

    private char? Separator(JsonElement mapping)
    {
        if (TextOf(mapping, "separator") is not { } text) return null;
        if (text is "tab") text = "\t";
        if (text is [var separator] && TableReader.IsSeparator(separator)) return separator;
        Refuse("separator", TableCodes.SeparatorNotTaken, "a separator is one sign, such as , ; | or \"tab\"");
        return null;
    }

    private T? Choice<T>(JsonElement mapping, string field, params (string Word, T Meaning)[] choices) where T : struct
    {
        if (TextOf(mapping, field) is not { } word) return null;
        foreach (var choice in choices)
            if (string.Equals(choice.Word, word, StringComparison.OrdinalIgnoreCase)) return choice.Meaning;
        Refuse(field, TableCodes.MappingValueUnknown, $"\"{Shortened.Value(word)}\" is not one of {string.Join(", ", choices.Select(choice => choice.Word))}");
        return null;
    }

    private string? TextOf(JsonElement mapping, string field) =>
        mapping.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? Text(field, value) : null;

    private string? Text(string at, JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => Unbroken(value),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            _ => null
        };
        if (text is null && value.ValueKind != JsonValueKind.Null) Refuse(at, TableCodes.MappingMalformed, "it is no text");
        return text;
    }

    // Half a character is JSON and no text.
    private static string? Unbroken(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private IEnumerable<(string Name, string At, JsonElement Value)> Members(JsonElement mapping, string field)
    {
        if (!mapping.TryGetProperty(field, out var members) || members.ValueKind == JsonValueKind.Null) return [];
        if (members.ValueKind == JsonValueKind.Object) return members.EnumerateObject().Select(member => (member.Name, $"{field}.{Shortened.Value(member.Name)}", member.Value));
        Refuse(field, TableCodes.MappingMalformed, "it is no object, { ... }");
        return [];
    }

    private void Refuse(string at, string code, string what) => errors.Add(new(Place.File, code, $"In the mapping{(at == "" ? "" : $", {at}")}: {what}."));
}
