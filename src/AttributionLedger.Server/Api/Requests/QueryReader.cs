using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Sheets.Lines;
using AttributionLedger.Store;

namespace AttributionLedger.Api.Requests;

/// <summary>
/// Reads what stands behind the question mark of an address. Every asking for a parameter says that there is one, so what was
/// never asked for is refused: a slip of the pen must not read as another moment or another audience.
/// </summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private const int ShownLimit = 60;

    private readonly List<string> asked = [];
    private readonly List<Rejection> refusals = [];

    public string? Text(string name)
    {
        asked.Add(name);
        if (!query.TryGetValue(name, out var values)) return null;
        if (values.Count > 1) refusals.Add(new("parameter-repeated", name, $"{name} is there {values.Count} times, and only one can be meant."));
        return values[0] is { Length: > 0 } text ? text : Refused(name, "parameter-empty", $"{name} is empty. Give it a value, or leave it out.");
    }

    /// <summary>A word of the field, in kebab-case.</summary>
    public TWord? Word<TWord>(string name) where TWord : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        foreach (var word in Enum.GetValues<TWord>()) if (Spelling.Spelt(word) == text) return word;
        var words = Enum.GetValues<TWord>().Select(Spelling.Spelt).ToList();
        Refused(name, "word-unknown", $"{name} takes one of {string.Join(", ", words)}.{Nearest.Question(text, words)}");
        return null;
    }

    /// <summary>How many rows a page has.</summary>
    public int Limit(int usual, int most)
    {
        if (Text("limit") is not { } text) return usual;
        if (int.TryParse(text, out var limit) && limit >= 1 && limit <= most) return limit;
        Refused("limit", "limit-out-of-range", $"The limit is a number from 1 to {most}.");
        return usual;
    }

    /// <summary>The first version of a stream that is wanted, from 1.</summary>
    public long From()
    {
        if (Text("from") is not { } text) return 1;
        if (long.TryParse(text, out var from) && from >= 1) return from;
        Refused("from", "limit-out-of-range", "from is the number of an event, from 1 on.");
        return 1;
    }

    /// <summary>For whom it is read. Whoever does not say gets what anybody may read.</summary>
    public Audience Audience() => Word<Audience>("reading") ?? Readings.Audience.Publishable;

    /// <summary>What is wrong with the parameters, once all that there are were asked for.</summary>
    public IReadOnlyList<Rejection> Done() =>
    [
        .. refusals, .. query.Keys.Where(name => !asked.Contains(name)).Select(name => new Rejection("parameter-unknown", name.Length > ShownLimit ? name[..ShownLimit] : name,
            $"There is no such parameter here.{(Nearest.Question(name, asked) is { Length: > 0 } question ? question : asked.Count > 0 ? $" There is {string.Join(", ", asked)}." : "")}"))
    ];

    private string? Refused(string name, string code, string message)
    {
        refusals.Add(new(code, name, message));
        return null;
    }
}
