using System.Globalization;
using System.Text;
using AttributionLedger.Scripts;

namespace AttributionLedger.SearchIndex;

/// <summary>How much a word tells of what it stands in. The letters are PostgreSQL's.</summary>
internal enum Weight { D, C, B, A }

/// <summary>
/// Gathers what something can be found by, and writes it as PostgreSQL reads a <c>tsvector</c>. Words are cut here and not by
/// PostgreSQL, whose parser depends on its locale and knows neither folded letters nor writing without spaces.
/// </summary>
/// <param name="cuttings">Of texts that another vector is made of as well; null where there is none.</param>
internal sealed class Vector(Cuttings? cuttings = null)
{
    /// <summary>Positions that PostgreSQL tells apart; words beyond are found, and no phrase goes through them.</summary>
    private const int PositionLimit = 16_000;

    /// <summary>Positions of one word that PostgreSQL keeps.</summary>
    private const int OccurrenceLimit = 200;

    /// <summary>Positions between two texts, so that no phrase begins in one and ends in the other.</summary>
    private const int Gap = 20;

    /// <summary>A longer facet, of a medium that is described at length, is found by its beginning.</summary>
    private const int FacetLimit = 300;

    private readonly Cuttings cuttings = cuttings ?? new();
    private readonly SortedDictionary<string, List<(int Position, Weight Weight)>> lexemes = new(StringComparer.Ordinal);
    private int next;

    /// <summary>The words that it holds, without what is no word of its own.</summary>
    public HashSet<string> Words { get; } = [];

    public void Add(string? text, Weight weight)
    {
        if (text is null) return;
        var last = 0;
        foreach (var run in cuttings.Of(text))
        {
            foreach (var token in run.All) Add(token.Text, next + token.Position, weight);
            if (!run.IsUnspaced) Words.UnionWith(run.All.Select(token => token.Text));
            last = run.Parts[^1].Position;
        }
        if (last > 0) next += last + Gap;
    }

    public void Add(string facet) => Add(Capped(facet), 1, Weight.D);

    public static string Capped(string facet) => facet.Length <= FacetLimit ? facet : facet[..FacetLimit];

    private void Add(string lexeme, int position, Weight weight)
    {
        if (lexeme.Length == 0) return;
        if (!lexemes.TryGetValue(lexeme, out var places)) lexemes[lexeme] = places = [];
        if (position <= PositionLimit && places.Count < OccurrenceLimit) places.Add((position, weight));
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (lexeme, places) in lexemes)
        {
            if (text.Length > 0) text.Append(' ');
            text.Append(Quoted(lexeme));
            for (var i = 0; i < places.Count; i++)
                text.Append(i == 0 ? ':' : ',').Append(places[i].Position.ToString(CultureInfo.InvariantCulture)).Append(places[i].Weight == Weight.D ? "" : places[i].Weight.ToString());
        }
        return text.ToString();
    }

    /// <summary>A lexeme as PostgreSQL reads it, in vectors and in questions.</summary>
    public static string Quoted(string lexeme) => $"'{lexeme.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
