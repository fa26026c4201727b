using System.Text.Json;
using AttributionLedger.Sheets.Lines;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Statements;

namespace AttributionLedger.Sheets.Fields;

// Texts, words of a list, numbers, flags, objects.
internal sealed partial class FieldReader
{
    public string? Text(string name) =>
        Take(name, "a text", JsonValueKind.String) is { } value ? Read(value) : null;

    /// <param name="what">What to write, as the end of "This field is missing: ...".</param>
    public string NeededText(string name, string what)
    {
        if (!Has(name)) Missing(name, what);
        return Text(name) ?? "";
    }

    /// <summary>Texts in a list; empty when it is not there.</summary>
    public IReadOnlyList<string> Texts(string name) => Take(name, "a list of texts", JsonValueKind.Array) is not { } list ? [] :
        [.. list.EnumerateArray().Select((item, i) => IsOf(item, $"{name}[{i}]", "a text", JsonValueKind.String) ? Read(item) : "")];

    public bool Flag(string name, bool otherwise = false) =>
        Take(name, "true or false", JsonValueKind.True, JsonValueKind.False)?.GetBoolean() ?? otherwise;

    /// <summary>A word that names a value of <typeparamref name="T"/>.</summary>
    /// <param name="except">A value that has no word in sheets.</param>
    public T? Word<T>(string name, T? except = null) where T : struct, Enum => Text(name) is { } word ? Word(name, word, except) : null;

    public T NeededWord<T>(string name, T? except = null) where T : struct, Enum
    {
        if (!Has(name)) Missing(name, $"one of {string.Join(", ", Taken(except))}");
        return Word(name, except) ?? default;
    }

    /// <summary>Reads a word that stands in the field <paramref name="name"/>.</summary>
    public T? Word<T>(string name, string word, T? except = null) where T : struct, Enum
    {
        if (Vocabulary<T>.TryRead(word, out var value) && !value.Equals(except)) return value;
        RefuseWord(name, word, Taken(except));
        return null;
    }

    public void RefuseWord(string name, string word, IReadOnlyList<string> taken, string code = SheetCodes.WordUnknown) => Refuse(name, code,
        $"{(line.IsDiscreet ? "What stands here" : $"\"{Shown.Cut(word)}\"")} is not one of {string.Join(", ", taken)}.{Nearest.Question(word, taken)}");

    private static IReadOnlyList<string> Taken<T>(T? except) where T : struct, Enum => except is { } value
        ? [.. Vocabulary<T>.Words.Where(word => !Vocabulary<T>.TryRead(word, out var other) || !other.Equals(value))] : Vocabulary<T>.Words;

    /// <summary>A whole number that every program keeps exactly.</summary>
    public long? Number(string name)
    {
        if (Take(name, "a whole number", JsonValueKind.Number) is not { } value) return null;
        if (value.TryGetDecimal(out var number) && number == decimal.Truncate(number) && number is >= 0 and <= Figure.Limit) return (long)number;
        Refuse(name, SheetCodes.NumberOutOfRange, $"A number is whole and from 0 to {Figure.Limit} (2^53 - 1).");
        return null;
    }

    /// <summary>An object, read by <paramref name="read"/> and then searched for what it should not have.</summary>
    public T? Object<T>(string name, string what, Func<FieldReader, T> read) where T : class =>
        Take(name, "an object, { ... }", JsonValueKind.Object) is { } value ? Inside(value, name, what, read) : null;

    /// <summary>Objects in a list; null when it is not there.</summary>
    public IReadOnlyList<T>? Objects<T>(string name, string what, Func<FieldReader, T> read) where T : class
    {
        if (Take(name, "a list of objects, [{ ... }]", JsonValueKind.Array) is not { } list) return null;
        return [.. list.EnumerateArray().Select((item, i) => (item, at: $"{name}[{i}]"))
            .Where(place => IsOf(place.item, place.at, "an object, { ... }", JsonValueKind.Object))
            .Select(place => Inside(place.item, place.at, what, read))];
    }

    /// <summary>What is written as one word, or as an object with more to say.</summary>
    public T? WordOrObject<T>(string name, string what, Func<string, T?> word, Func<FieldReader, T> read) where T : class =>
        Take(name, "a word or an object", JsonValueKind.String, JsonValueKind.Object) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? word(Read(value)) : Inside(value, name, what, read);

    private T Inside<T>(JsonElement value, string name, string what, Func<FieldReader, T> read)
    {
        var inside = new FieldReader(value, $"{path}{name}.", line);
        var result = read(inside);
        inside.Done(what);
        return result;
    }

    // A text with half a character is refused before its field is read; here it must only not fail.
    private static string Read(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
