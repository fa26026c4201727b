using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Sheets.Lines;
using AttributionLedger.Statements;
using AttributionLedger.Store;

namespace AttributionLedger.Api.Reading;

/// <summary>
/// Reads what stands behind the question mark of an address. Only what the operation declares may stand there: a slip of the pen
/// must not read as another moment or another audience.
/// </summary>
internal sealed class QueryReader(HttpRequest request)
{
    private const int ShownLimit = 60;

    private readonly IReadOnlyList<QueryParameter> declared = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ReadOperation>()?.Query ?? [];
    private readonly HashSet<string> asked = [];
    private readonly List<Rejection> refusals = [];

    public string? Text(string name) => Written<QueryParameter>(name, out _);

    /// <summary>A word of the field; what is usual, which may be none, when it is left out.</summary>
    public TWord? Word<TWord>(string name) where TWord : struct, Enum
    {
        var text = Written<QueryParameter.Word>(name, out var parameter) ?? parameter.Usual;
        if (text is null) return null;
        foreach (var word in Enum.GetValues<TWord>()) if (Spelling.Spelt(word) == text) return word;
        Refused(name, "word-unknown", $"{name} takes one of {string.Join(", ", parameter.Words)}.{Nearest.Question(text, parameter.Words)}");
        return null;
    }

    /// <summary>How many rows a page has.</summary>
    public int Limit() => Number("limit")!.Value;

    /// <summary>The first version of a stream that is wanted, from 1.</summary>
    public int From() => Number("from")!.Value;

    /// <summary>For whom it is read. Whoever does not say gets what anybody may read.</summary>
    public Audience Audience() => Word<Audience>("reading") ?? Readings.Audience.Publishable;

    public ListOrder Order() => Word<ListOrder>("order") ?? ListOrder.Recorded;

    /// <summary>By which rules it is read; those in force where a number is refused.</summary>
    public Rules Rules() => Readings.Rules.Find(Number("rules")!.Value) ?? Readings.Rules.Current;

    public Clock Clock() => Word<Clock>("clock") ?? Basics.Clock.Recorded;

    /// <summary>What is wrong with the parameters, once all were asked for.</summary>
    /// <exception cref="InvalidOperationException">The operation declares a parameter that it does not read.</exception>
    public IReadOnlyList<Rejection> Done()
    {
        var names = declared.Select(parameter => parameter.Name).ToList();
        if (names.FirstOrDefault(name => !asked.Contains(name)) is { } idle) throw new InvalidOperationException($"The parameter {idle} is declared, and nobody reads it.");
        return
        [
            .. refusals, .. request.Query.Keys.Where(name => !names.Contains(name)).Select(name => new Rejection("parameter-unknown", name.Length > ShownLimit ? name[..ShownLimit] : name,
                $"There is no such parameter here.{(Nearest.Question(name, names) is { Length: > 0 } question ? question : names.Count > 0 ? $" There is {string.Join(", ", names)}." : "")}"))
        ];
    }

    /// <summary>A whole number; what is usual, which may be none, when it is left out.</summary>
    public int? Number(string name)
    {
        if (Written<QueryParameter.Number>(name, out var parameter) is not { } text) return parameter.Usual;
        if (int.TryParse(text, out var number) && number >= 1 && number <= (parameter.Most ?? int.MaxValue)) return number;
        Refused(name, "limit-out-of-range", $"{name} is a number from 1{(parameter.Most is { } most ? $" to {most}" : " on")}.");
        return parameter.Usual;
    }

    private string? Written<TParameter>(string name, out TParameter parameter) where TParameter : QueryParameter
    {
        parameter = declared.OfType<TParameter>().FirstOrDefault(one => one.Name == name) ?? throw new InvalidOperationException($"The parameter {name} is read, and the operation does not declare it.");
        asked.Add(name);
        if (!request.Query.TryGetValue(name, out var values)) return null;
        if (values.Count > 1) refusals.Add(new("parameter-repeated", name, $"{name} is there {values.Count} times, and only one can be meant."));
        if (values[0] is not { Length: > 0 } text) return Refused(name, "parameter-empty", $"{name} is empty. Give it a value, or leave it out.");
        // PostgreSQL cannot even be asked for it.
        return text.Contains('\0') ? Refused(name, "text-null-character", $"{name} holds the character U+0000, which nothing on record holds. Leave it out.") : text;
    }

    private string? Refused(string name, string code, string message)
    {
        refusals.Add(new(code, name, message));
        return null;
    }
}
