using System.Text.Encodings.Web;
using System.Text.Json;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Outcomes;

namespace AttributionLedger.Spreadsheets.Mappings;

/// <summary>Writes a mapping as it was understood, ready to be changed: what is still open is <c>null</c>.</summary>
public static class MappingWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="questions">What is open; of a question whose text may not be repeated nothing is written.</param>
    public static byte[] Write(Mapping mapping, Headings headings, IReadOnlyList<Question> questions, string? encoding, string? separator)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            Members(json, "columns", headings.Columns.DistinctBy(column => Headings.Key(column.Heading)), column => column.Heading, column =>
                Text(json, column.Meaning.IsIgnored ? MappingReader.Ignore : column.Meaning.Column?.Name()));
            var missing = headings.Errors.Where(error => error.Code == TableCodes.ColumnMissing).Select(error => (Name: error.Header!, Text: (string?)null));
            Members(json, "defaults", mapping.Defaults.Select(pair => (Name: pair.Key.Name(), Text: (string?)pair.Value)).Concat(missing), pair => pair.Name, pair => Text(json, pair.Text));
            if (mapping.Dates.Order is { } order) json.WriteString("dates", MappingReader.Orders.Single(one => one.Meaning == order).Word);
            else if (questions.Any(question => question.Kind == "dates")) json.WriteNull("dates");
            if (mapping.Dates.Serials is { } serials) json.WriteString("serials", MappingReader.Epochs.Single(one => one.Meaning == serials).Word);
            else if (questions.Any(question => question.Kind == "serials")) json.WriteNull("serials");
            Members(json, "parties", Parties(mapping, questions), pair => pair.Name, pair => Party(json, pair.Meaning));
            Members(json, "words", mapping.Words, pair => pair.Key.Name(), pair =>
            {
                json.WriteStartObject();
                foreach (var word in pair.Value) json.WriteString(word.Key, word.Value);
                json.WriteEndObject();
            });
            if (mapping.Encoding is not null || encoding is not (null or "utf-8")) json.WriteString("encoding", mapping.Encoding ?? encoding);
            if (separator is not null) json.WriteString("separator", separator == "\t" ? "tab" : separator);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static IEnumerable<(string Name, PartyMeaning? Meaning)> Parties(Mapping mapping, IReadOnlyList<Question> questions)
    {
        var open = questions.Where(question => question is { Kind: "party", Written: not null }).Select(question => (question.Written!, (PartyMeaning?)null));
        return mapping.Parties.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value)).Concat(open);
    }

    private static void Party(Utf8JsonWriter json, PartyMeaning? party)
    {
        if (party is not { Name: { } name, Kind: { } kind }) { Text(json, party?.Id); return; }
        json.WriteStartObject();
        json.WriteString("id", party.Id);
        json.WriteString("name", name);
        json.WriteString("kind", kind);
        json.WriteEndObject();
    }

    private static void Members<T>(Utf8JsonWriter json, string field, IEnumerable<T> members, Func<T, string> name, Action<T> value)
    {
        json.WriteStartObject(field);
        foreach (var member in members)
        {
            json.WritePropertyName(name(member));
            value(member);
        }
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string? text)
    {
        if (text is null) json.WriteNullValue();
        else json.WriteStringValue(text);
    }
}
