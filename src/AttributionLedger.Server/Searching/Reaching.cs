using AttributionLedger.Readings;
using AttributionLedger.SearchIndex;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;
using Npgsql;

namespace AttributionLedger.Searching;

/// <summary>Looks up what the terms of a question reach, in one trip.</summary>
internal static class Reaching
{
    /// <summary>Parties of one name that a term reaches; a word that is part of more names tells nobody apart.</summary>
    public const int PartyLimit = 50;

    private const int FormLimit = 50, MeantLimit = 8;

    /// <summary>How like a word one must be to be meant: from 0 to 1, by the share of trigrams that they have in common.</summary>
    private const double Likeness = 0.35;

    private const string Listed = $"{LedgerStore.Schema}.mt_doc_listedparty";

    // What was found of a term, in the order of the numbers.
    private const int Form = 1, Called = 2, Common = 3, Meant = 4, Near = 5;

    /// <param name="misspelt">Look also for what may be meant.</param>
    /// <returns>What each term reaches, and how far the views were.</returns>
    public static async Task<(Views.Standing Standing, IReadOnlyDictionary<Term, Reach> Reaches)> ReachAsync(this IQuerySession session, SearchText text, AsOf asOf, bool misspelt, CancellationToken ct)
    {
        var terms = text.Terms.Concat(text.Excluded).Distinct().ToList();
        await using var batch = new NpgsqlBatch(session.Connection) { BatchCommands = { Progressing.Standing(), Planning.Once } };
        if (misspelt) batch.BatchCommands.Add(Planning.ForgivingMore);
        if (terms.Count > 0) batch.BatchCommands.Add(Question(terms, asOf, misspelt));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var standing = await reader.ReadStandingAsync(ct);
        if (terms.Count == 0) return (standing, new Dictionary<Term, Reach>());
        for (var before = batch.BatchCommands.Count - 1; before > 0; before--) await reader.NextResultAsync(ct);
        var found = new List<(int Place, int What, string Found, string Id)>();
        while (await reader.ReadAsync(ct)) found.Add(((int)reader.GetInt64(0) - 1, reader.GetInt32(1), reader.GetString(2), reader.GetString(3)));
        return (standing, Reaches(terms, found));
    }

    private static Dictionary<Term, Reach> Reaches(List<Term> terms, List<(int Place, int What, string Found, string Id)> found)
    {
        var byPlace = found.ToLookup(one => (one.Place, one.What));
        return terms.Select((term, i) =>
            {
                var called = byPlace[(i, Called)].GroupBy(one => one.Found, one => one.Id).ToList();
                return (term, Reach: new Reach(
                    [.. byPlace[(i, Form)].Select(one => one.Found)], [.. byPlace[(i, Meant)].Select(one => one.Found)],
                    [.. called.Take(PartyLimit).SelectMany(ids => ids).Concat(byPlace[(i, Near)].Select(one => one.Id)).Distinct()],
                    called.Count > PartyLimit, byPlace[(i, Common)].Any()));
            })
            .ToDictionary(pair => pair.term, pair => pair.Reach);
    }

    /// <summary>Each party that is found is there with every id that it goes by: that of the one into which it was merged, and of all that were.</summary>
    private static NpgsqlBatchCommand Question(List<Term> terms, AsOf asOf, bool misspelt)
    {
        var words = terms.Select(term => term.Word ?? "").ToArray();
        var known = asOf.Clock == Basics.Clock.Recorded ? "known" : "noted";
        return new($"""
            with recursive asked as (select * from unnest($1, $2, $3, $4, $5, $6) with ordinality as a(word, script, plain, is_prefix, is_meant, is_shouted, place)),
            found(place, what, found) as materialized (
                select place, {Form}, f.word from asked cross join lateral (
                    select distinct s.word from (
                        {Stemming.Of("asked.word", "asked.script")}
                        union all select h.stem from unnest($7, $8) h(stem, word) where h.word = asked.word) own(stem)
                    join {SearchTables.Stems} s using (stem) join {SearchTables.Words} w on w.word = s.word
                    where ($9 or w.open) and s.word <> asked.word limit {FormLimit}) f where asked.word <> ''
                union all
                select place, {Called}, n.party from asked cross join lateral (
                    select distinct party from (
                        select party from {SearchTables.Names} where tail ~>=~ asked.plain and tail ~<~ (asked.plain || ' ' || chr(1114111)) and (tail = asked.plain or starts_with(tail, asked.plain || ' ')) and not is_prefix and {known} <= $10
                        union all select party from {SearchTables.Names} where tail ~>=~ asked.plain and tail ~<~ (asked.plain || chr(1114111)) and is_prefix and {known} <= $10
                        limit {2 * PartyLimit}) called limit {PartyLimit + 1}) n
                union all
                select place, {Common}, '' from asked where word <> '' and script = 'l' and not is_shouted and (ts_lexize('pg_catalog.english_stem', word) = array[]::text[] or ts_lexize('pg_catalog.french_stem', word) = array[]::text[])
                {(misspelt ? Misspelt(known) : "")}),
            up(asked, id, depth) as (
                select distinct found, found, 0 from found where what in ({Called}, {Near}) union all select up.asked, l.merged_into, depth + 1 from up join {Listed} l on l.id = up.id where l.merged_into is not null and depth < 10),
            top as (select distinct on (asked) asked, id from up order by asked, depth desc),
            down(asked, id, depth) as (select asked, id, 0 from top union all select down.asked, l.id, depth + 1 from down join {Listed} l on l.merged_into = down.id where depth < 10)
            select place, what, found, coalesce(one.id, '') from found left join (select distinct asked, id from down limit {PartyLimit * 20}) one on what in ({Called}, {Near}) and one.asked = found
            """)
        {
            Parameters =
            {
                new() { Value = words }, new() { Value = words.Select(Stemming.ScriptOf).ToArray() }, new() { Value = terms.Select(term => term.Plain).ToArray() },
                new() { Value = terms.Select(term => term.IsPrefix).ToArray() }, new() { Value = terms.Select(term => term.MayBeMisspelt).ToArray() }, new() { Value = terms.Select(term => term.IsShouted).ToArray() },
                new() { Value = words.SelectMany(word => Scripts.HebrewStems.Of(word)).ToArray() }, new() { Value = words.SelectMany(word => Scripts.HebrewStems.Of(word).Select(_ => word)).ToArray() },
                new() { Value = asOf.Audience == Audience.Internal }, new() { Value = asOf.KnownAt }
            }
        };
    }

    private static string Misspelt(string known) => $"""
                union all
                select place, {Meant}, m.word from asked cross join lateral (
                    select word from {SearchTables.Words} w where w.word % asked.word and ($9 or w.open) and similarity(w.word, asked.word) >= {Likeness.ToString(System.Globalization.CultureInfo.InvariantCulture)}
                    order by similarity(w.word, asked.word) desc, word limit {MeantLimit}) m where is_meant
                union all
                select place, {Near}, m.party from asked cross join lateral (
                    select party from (select distinct on (party) party, word_similarity(asked.plain, n.tail) as likeness from {SearchTables.Names} n where asked.plain <% n.tail and n.word = 0 and n.{known} <= $10 order by party, 2 desc) near
                    order by likeness desc, party limit {MeantLimit}) m where is_meant
        """;
}
