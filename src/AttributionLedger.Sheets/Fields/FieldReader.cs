using System.Text.Json;
using AttributionLedger.Sheets.Lines;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets.Fields;

/// <summary>
/// One object of a line, read field by field. Every asking for a field says that an object of this kind has it, so what
/// was never asked for is unknown. Whatever is wrong becomes an error of the line, and the reading goes on with a stand-in
/// that no entry is made of.
/// </summary>
/// <param name="element">The object.</param>
/// <param name="path">Where it is in the line, with the dot after it; empty for the line itself.</param>
internal sealed partial class FieldReader(JsonElement element, string path, LineReading line)
{
    private readonly List<string> asked = [];

    public JsonElement Element => element;
    public LineReading Line => line;

    public void Refuse(string name, string code, string message) => line.Refuse(path + name, code, message);

    public bool Has(string name)
    {
        if (!asked.Contains(name)) asked.Add(name);
        return element.TryGetProperty(name, out _);
    }

    /// <summary>Ends the reading of this object: what is left in it is unknown.</summary>
    /// <param name="what">What it is, for people: "a statement", "words".</param>
    public void Done(string what)
    {
        foreach (var field in element.EnumerateObject().Select(field => field.Name).Distinct().Except(asked))
        {
            var known = string.Join(", ", asked.Except(line.Addressed));
            var hidden = line.IsUnnamed || (line.IsDiscreet && Nearest.To(field, asked) is null);
            line.Refuse(hidden ? (path.Length > 0 ? path.TrimEnd('.') : null) : path + Shown.Cut(field), SheetCodes.FieldUnknown, hidden
                ? $"This {line.Noun} has a field that {what} does not have; it has {known}.{Nearest.Question(field, asked)}"
                : $"\"{Shown.Cut(field)}\" is no field of {what}.{(Nearest.To(field, asked) is { } near ? $" Did you mean {near}?" : $" It has {known}.")}");
        }
    }

    /// <summary>The value of a field of one type; null when it is not there or, which is an error, of another type.</summary>
    private JsonElement? Take(string name, string wanted, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (!Has(name)) return null;
        var value = element.GetProperty(name);
        return IsOf(value, name, wanted, kinds) ? value : null;
    }

    private bool IsOf(JsonElement value, string name, string wanted, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (kinds.Contains(value.ValueKind)) return true;
        Refuse(name, SheetCodes.FieldType, value.ValueKind == JsonValueKind.Null
            ? $"This field is null; leave it out, or give it {wanted}."
            : $"This field takes {wanted}, and holds {Name(value.ValueKind)}.");
        return false;
    }

    private void Missing(string name, string what) => Refuse(name, SheetCodes.FieldMissing, $"This field is missing: {what}.");

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false"
    };
}
