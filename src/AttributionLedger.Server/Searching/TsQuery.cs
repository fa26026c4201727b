using System.Globalization;
using AttributionLedger.Scripts;
using AttributionLedger.SearchIndex;

namespace AttributionLedger.Searching;

/// <summary>Writes a question as PostgreSQL reads a <c>tsquery</c>.</summary>
internal static class TsQuery
{
    /// <summary>What must hold.</summary>
    /// <param name="filters">Facets; of each list, any.</param>
    public static string Matching(SearchText text, IReadOnlyDictionary<Term, Reach> reaches, IEnumerable<IReadOnlyCollection<string>> filters)
    {
        var needed = text.Groups.Where(group => !group.All(term => reaches[term].IsCommon)).ToList();
        // Where every word is common, they are what is asked for.
        if (needed.Count == 0) needed = [.. text.Groups];
        return string.Join(" & ",
            needed.Select(group => Any(group.Select(term => Wide(term, reaches[term]))))
                .Concat(filters.Select(any => Any(any.Select(facet => Vector.Quoted(Vector.Capped(facet))))))
                .Concat(text.Excluded.Select(term => $"!{Any([Wide(term, reaches[term])])}")));
    }

    /// <summary>What makes one fit better than another: the words just as they were asked.</summary>
    public static string Exact(SearchText text) => Any(text.Terms.Select(Exact));

    /// <summary>Likewise, with all that they reach.</summary>
    public static string Wide(SearchText text, IReadOnlyDictionary<Term, Reach> reaches) => Any(text.Terms.Select(term => Wide(term, reaches[term])));

    private static string Wide(Term term, Reach reach) =>
        Any(reach.Forms.Concat(reach.Meant).Select(Vector.Quoted).Concat(reach.Parties.Select(party => Vector.Quoted(Facets.By(party)))).Prepend(Exact(term)));

    private static string Exact(Term term) => term switch
    {
        { Beginning: { } beginning } => $"{Vector.Quoted(beginning)}:*",
        { Joined: { } joined } => Any([Sequence(term.Asked), Vector.Quoted(joined.Text)]),
        _ => Sequence(term.Asked)
    };

    private static string Sequence(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 1) return Vector.Quoted(tokens[0].Text);
        var text = new System.Text.StringBuilder("(").Append(Vector.Quoted(tokens[0].Text));
        for (var i = 1; i < tokens.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $" <{tokens[i].Position - tokens[i - 1].Position}> {Vector.Quoted(tokens[i].Text)}");
        return text.Append(')').ToString();
    }

    private static string Any(IEnumerable<string> queries) => $"({string.Join(" | ", queries)})";
}
