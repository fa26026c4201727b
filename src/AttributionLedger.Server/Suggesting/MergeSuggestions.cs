using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Scripts;
using AttributionLedger.SearchIndex;
using AttributionLedger.Store;
using Marten;
using Npgsql;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Suggesting;

/// <summary>
/// Parties of the register that may be one under two spellings, to be merged by whoever knows. Each pair is offered once; what
/// was merged and split again is two, as somebody found out.
/// </summary>
public sealed class MergeSuggestions(Views.Following following)
{
    /// <summary>Parties that one page looks at, each for names like its own.</summary>
    private const int PageLimit = 100;

    /// <summary>Parties with a name like that of another; a name that more have is no name.</summary>
    private const int NearLimit = 10;

    /// <summary>How like names must be, from 0 to 1: one letter in five may differ.</summary>
    private const double Least = 0.8;

    /// <summary>Trigrams that names as like as that have in common at the least, as a share: by these PostgreSQL finds them.</summary>
    private const double LeastTrigrams = 0.4;

    /// <param name="party">Null for the whole register, in the order of the ids.</param>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <returns>A page, which may be empty and have a next; or a refusal: <c>party-unknown</c>, <c>cursor-malformed</c>.</returns>
    public async Task<Answer<SuggestedMergesShape>> FindAsync(string? party, string? after, CancellationToken ct)
    {
        const string Question = "suggestions/merges";
        var place = "";
        if (after is not null)
        {
            if (party is not null || Cursor.Read(after, Question, 1) is not [var last]) return Asking.CursorMalformed;
            place = last;
        }
        await using var session = await following.ReadingWhenCompleteAsync(ct);
        string[] page = party is null ? [.. await session.Query<ListedParty>().Where(row => row.Id.CompareTo(place) > 0).OrderBy(row => row.Id).Take(PageLimit).Select(row => row.Id).ToListAsync(ct)] : [party];
        if (party is not null && await session.LoadAsync<ListedParty>(party, ct) is null) return PartyReader.PartyUnknown(party);

        var pairs = await NearAsync(session, page, ct);
        var parties = (await session.LoadManyAsync<Party>(ct, [.. pairs.SelectMany(pair => new[] { pair.Party, pair.Other }).Distinct()])).ToDictionary(one => one.Id);
        var merges = pairs.Where(pair => AreTwo(parties, pair.Party, pair.Other) && (party is not null || string.CompareOrdinal(pair.Party, pair.Other) < 0))
            .OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.Party, StringComparer.Ordinal).ThenBy(pair => pair.Other, StringComparer.Ordinal).Select(pair => Shape(pair, parties)).ToList();
        return new SuggestedMergesShape(merges, party is null && page.Length == PageLimit ? Cursor.Of(Question, page[^1]) : null);
    }

    private sealed record Pair(string Party, string Other, string Name, string OtherName, double Likeness);

    private static async Task<List<Pair>> NearAsync(IQuerySession session, string[] page, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select n.party, near.party, n.name, near.name from {SearchTables.Names} n
            cross join lateral (
                select m.party, m.name, m.tail, similarity(m.tail, n.tail) as likeness from {SearchTables.Names} m where m.word = 0 and m.tail % n.tail and m.party <> n.party
                order by 4 desc, m.party limit {NearLimit}) near
            where n.party = any($1) and n.word = 0 and near.likeness >= {LeastTrigrams.ToString(System.Globalization.CultureInfo.InvariantCulture)}
            order by n.party, near.party, n.place
            """) { Parameters = { new() { Value = page } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var pairs = new List<Pair>();
        while (await reader.ReadAsync(ct)) pairs.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), Likeness.Of(reader.GetString(2), reader.GetString(3))));
        return [.. pairs.Where(pair => pair.Likeness >= Least && !TellsApart(Tokens.Plain(pair.Name), Tokens.Plain(pair.OtherName))).GroupBy(pair => (pair.Party, pair.Other)).Select(names => names.MaxBy(pair => pair.Likeness)!)];
    }

    /// <summary>Numbers tell units, battalions and years apart, however alike the rest is.</summary>
    private static bool TellsApart(string one, string other) => !Numbers(one).SequenceEqual(Numbers(other));

    private static IEnumerable<string> Numbers(string plain) => plain.Split(' ').Where(word => word.Any(char.IsDigit)).Order(StringComparer.Ordinal);

    private static bool AreTwo(Dictionary<string, Party> parties, string one, string other) =>
        parties.TryGetValue(one, out var first) && parties.TryGetValue(other, out var second) && first.MergedInto is null && second.MergedInto is null
        && !WasSplit(first, second) && !WasSplit(second, first) && !IsUnder(first, second) && !IsUnder(second, first);

    private static bool WasSplit(Party party, Party from) => party.Facts.Any(fact => fact.Fact is PartySplit split && split.From == PartyId.Of(from.Id));

    // Who speaks for another or is part of it is another, with a name that is often like it.
    private static bool IsUnder(Party party, Party above) => party.Affiliations().Any(affiliation => affiliation.To == PartyId.Of(above.Id));

    private static SuggestedMergeShape Shape(Pair pair, Dictionary<string, Party> parties)
    {
        var (party, into, name, intoName) = parties[pair.Party].Facts[0].At <= parties[pair.Other].Facts[0].At
            ? (parties[pair.Other], parties[pair.Party], pair.OtherName, pair.Name) : (parties[pair.Party], parties[pair.Other], pair.Name, pair.OtherName);
        var line = JsonSerializer.Serialize(new { entry = "merge-party", party = party.Id, into = into.Id, reason = $"{name} is {intoName}." }, ShapeJson.Options);
        return new(Shape(party), Shape(into), name, intoName, Math.Round(pair.Likeness, 2), line);
    }

    private static PartyShape Shape(Party party) => new(party.Id, ListedParty.Names(party).Last(), party.Kind);
}
