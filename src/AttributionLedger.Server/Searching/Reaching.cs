using AttributionLedger.Readings;
using AttributionLedger.SearchIndex;
using AttributionLedger.Store;
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

    /// <param name="misspelt">Look also for what may be meant.</param>
    public static async Task<IReadOnlyDictionary<Term, Reach>> ReachAsync(this IQuerySession session, SearchText text, AsOf asOf, bool misspelt, CancellationToken ct)
    {
        var terms = text.Terms.Concat(text.Excluded).Distinct().ToList();
        if (terms.Count == 0) return new Dictionary<Term, Reach>();
        if (misspelt) await session.ForgiveMoreAsync(ct);
        var words = terms.Select(term => term.Word ?? "").ToArray();
        var known = asOf.Clock == Basics.Clock.Recorded ? "known" : "noted";
        await using var command = new NpgsqlCommand($"""
            with asked as (select * from unnest($1, $2, $3, $4, $5, $6) with ordinality as a(word, script, plain, is_prefix, is_meant, is_shouted, place))
            select place, 1 as what, f.word as found from asked cross join lateral (
                select distinct s.word from (
                    {Stemming.Of("asked.word", "asked.script")}
                    union all select h.stem from unnest($7, $8) h(stem, word) where h.word = asked.word) own(stem)
                join {SearchTables.Stems} s using (stem) join {SearchTables.Words} w on w.word = s.word
                where ($9 or w.open) and s.word <> asked.word limit {FormLimit}) f where asked.word <> ''
            union all
            select place, 2, n.party from asked cross join lateral (
                select distinct party from (
                    select party from {SearchTables.Names} where tail ~>=~ asked.plain and tail ~<~ (asked.plain || ' ' || chr(1114111)) and (tail = asked.plain or starts_with(tail, asked.plain || ' ')) and not is_prefix and {known} <= $11
                    union all select party from {SearchTables.Names} where tail ~>=~ asked.plain and tail ~<~ (asked.plain || chr(1114111)) and is_prefix and {known} <= $11
                    limit {2 * PartyLimit}) called limit {PartyLimit + 1}) n
            union all
            select place, 3, '' from asked where word <> '' and script = 'l' and not is_shouted and (ts_lexize('pg_catalog.english_stem', word) = array[]::text[] or ts_lexize('pg_catalog.french_stem', word) = array[]::text[])
            union all
            select place, 4, m.word from asked cross join lateral (
                select word from {SearchTables.Words} w where w.word % asked.word and ($9 or w.open) and similarity(w.word, asked.word) >= {Likeness.ToString(System.Globalization.CultureInfo.InvariantCulture)}
                order by similarity(w.word, asked.word) desc, word limit {MeantLimit}) m where is_meant and $10
            union all
            select place, 5, m.party from asked cross join lateral (
                select party from (select distinct on (party) party, word_similarity(asked.plain, n.tail) as likeness from {SearchTables.Names} n where asked.plain <% n.tail and n.word = 0 and n.{known} <= $11 order by party, 2 desc) near
                order by likeness desc, party limit {MeantLimit}) m where is_meant and $10
            """)
        {
            Parameters =
            {
                new() { Value = words }, new() { Value = words.Select(Stemming.ScriptOf).ToArray() }, new() { Value = terms.Select(term => term.Plain).ToArray() },
                new() { Value = terms.Select(term => term.IsPrefix).ToArray() }, new() { Value = terms.Select(term => term.MayBeMisspelt).ToArray() }, new() { Value = terms.Select(term => term.IsShouted).ToArray() },
                new() { Value = words.SelectMany(word => Scripts.HebrewStems.Of(word)).ToArray() }, new() { Value = words.SelectMany(word => Scripts.HebrewStems.Of(word).Select(_ => word)).ToArray() },
                new() { Value = asOf.Audience == Audience.Internal }, new() { Value = misspelt }, new() { Value = asOf.KnownAt }
            }
        };
        var found = new List<(int Place, int What, string Found)>();
        await using (var reader = await session.ExecuteReaderAsync(command, ct))
            while (await reader.ReadAsync(ct)) found.Add(((int)reader.GetInt64(0) - 1, reader.GetInt32(1), reader.GetString(2)));

        var ids = await session.OneAsync([.. found.Where(one => one.What is 2 or 5).Select(one => one.Found).Distinct()], ct);
        var byPlace = found.ToLookup(one => (one.Place, one.What), one => one.Found);
        return terms.Select((term, i) => (term, Reach: new Reach(
                [.. byPlace[(i, 1)]], [.. byPlace[(i, 4)]], [.. byPlace[(i, 2)].Take(PartyLimit).Concat(byPlace[(i, 5)]).SelectMany(party => ids[party]).Distinct()],
                byPlace[(i, 2)].Count() > PartyLimit, byPlace[(i, 3)].Any())))
            .ToDictionary(pair => pair.term, pair => pair.Reach);
    }

    /// <summary>For each party every id that it goes by: that of the one into which it was merged, and of all that were.</summary>
    private static async Task<ILookup<string, string>> OneAsync(this IQuerySession session, string[] parties, CancellationToken ct)
    {
        if (parties.Length == 0) return Array.Empty<string>().ToLookup(party => party);
        const string Listed = $"{LedgerStore.Schema}.mt_doc_listedparty";
        await using var command = new NpgsqlCommand($"""
            with recursive up(asked, id, depth) as (
                select p, p, 0 from unnest($1) p union all select up.asked, l.merged_into, depth + 1 from up join {Listed} l on l.id = up.id where l.merged_into is not null and depth < 10),
            top as (select distinct on (asked) asked, id from up order by asked, depth desc),
            down(asked, id, depth) as (select asked, id, 0 from top union all select down.asked, l.id, depth + 1 from down join {Listed} l on l.merged_into = down.id where depth < 10)
            select distinct asked, id from down limit {PartyLimit * 20}
            """) { Parameters = { new() { Value = parties } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var ids = new List<(string Asked, string Id)>();
        while (await reader.ReadAsync(ct)) ids.Add((reader.GetString(0), reader.GetString(1)));
        return ids.ToLookup(pair => pair.Asked, pair => pair.Id);
    }
}
