using AttributionLedger.Scripts;

namespace AttributionLedger.SearchIndex;

/// <summary>Texts as they were cut, each once.</summary>
internal sealed class Cuttings
{
    private readonly Dictionary<string, IReadOnlyList<Run>> known = [];

    public IReadOnlyList<Run> Of(string text) => known.TryGetValue(text, out var runs) ? runs : known[text] = Tokens.Of(text);
}
