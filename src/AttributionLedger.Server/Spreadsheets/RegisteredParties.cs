using AttributionLedger.PartyRegister;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Translations;
using AttributionLedger.Store;
using Marten;

namespace AttributionLedger.Spreadsheets;

/// <summary>
/// Looks names up in the register, which holds no source that is not named. It goes over the register once for all names of
/// a file, so it takes time with the number of parties and memory with that of the names.
/// </summary>
internal sealed class RegisteredParties(LedgerStore store) : IPartyLookup
{
    /// <summary>Parties that are offered for a name: more than these nobody reads.</summary>
    private const int OfferedLimit = 5;

    public async Task<IReadOnlyDictionary<string, PartyFound>> FindAsync(IReadOnlyCollection<string> written, CancellationToken ct)
    {
        if (written.Count == 0) return new Dictionary<string, PartyFound>();
        var names = new SimilarNames(written);
        var (exact, near) = (new Dictionary<string, List<(ListedParty Party, string Why)>>(), new Dictionary<string, List<(ListedParty Party, string Name, double Likeness)>>());
        await using var session = store.Reading();
        await foreach (var party in session.Query<ListedParty>().ToAsyncEnumerable(ct))
        {
            if (written.Contains(party.Id)) Of(exact, party.Id).Add((party, "its id"));
            foreach (var name in party.Search.Split('\n'))
            {
                foreach (var asked in names.Same(name)) Of(exact, asked).Add((party, name == party.Name ? "its name" : "one of its names"));
                foreach (var (asked, likeness) in names.Like(name)) Of(near, asked).Add((party, name, likeness));
            }
        }
        var merged = await MergedAsync(session, exact.Values.SelectMany(found => found.Select(one => one.Party)), ct);
        return written.ToDictionary(asked => asked, asked => new PartyFound(
            [.. (exact.GetValueOrDefault(asked) ?? []).Select(found => found.Party.Id == asked ? found : (Party: merged.GetValueOrDefault(found.Party.Id, found.Party), found.Why)).DistinctBy(found => found.Party.Id).Select(found => Shown(found.Party, found.Why))],
            [.. (near.GetValueOrDefault(asked) ?? []).Where(found => found.Party.MergedInto is null).OrderByDescending(found => found.Likeness).DistinctBy(found => found.Party.Id).Take(OfferedLimit).Select(found => Shown(found.Party, found.Name == found.Party.Name ? "a similar name" : $"a similar name: {Shortened.Value(found.Name)}"))]));
    }

    /// <summary>What those parties are by now that were merged into others.</summary>
    private static async Task<Dictionary<string, ListedParty>> MergedAsync(IQuerySession session, IEnumerable<ListedParty> found, CancellationToken ct)
    {
        var now = new Dictionary<string, ListedParty>();
        foreach (var party in found.Where(party => party.MergedInto is not null).DistinctBy(party => party.Id))
        {
            var at = party;
            while (at.MergedInto is { } into && await session.LoadAsync<ListedParty>(into, ct) is { } target) at = target;
            now[party.Id] = at;
        }
        return now;
    }

    private static Candidate Shown(ListedParty party, string why) => new(party.Id, party.Name, Spelling.Spelt(party.Kind), why);

    private static List<T> Of<T>(Dictionary<string, List<T>> found, string asked) => found.TryGetValue(asked, out var list) ? list : found[asked] = [];

    /// <summary>The names that are asked for, by what is the same but for case and accents, and by the triples of letters in them.</summary>
    private sealed class SimilarNames
    {
        /// <summary>Of the triples in either name, how many both must have.</summary>
        private const double LeastLikeness = 0.4;

        private readonly ILookup<string, string> byPlain;
        private readonly ILookup<string, string> byTriple;
        private readonly Dictionary<string, int> triples;

        public SimilarNames(IReadOnlyCollection<string> written)
        {
            byPlain = written.Where(name => Folding.Plain(name).Length > 0).ToLookup(Folding.Plain);
            var all = byPlain.SelectMany(same => same).Select(name => (name, triples: Triples(Folding.Plain(name)))).ToList();
            triples = all.ToDictionary(one => one.name, one => one.triples.Count);
            byTriple = all.SelectMany(one => one.triples.Select(triple => (triple, one.name))).ToLookup(pair => pair.triple, pair => pair.name);
        }

        public IEnumerable<string> Same(string name) => byPlain[Folding.Plain(name)];

        public IEnumerable<(string Asked, double Likeness)> Like(string name)
        {
            var plain = Folding.Plain(name);
            var own = Triples(plain);
            return own.SelectMany(triple => byTriple[triple]).GroupBy(asked => asked)
                .Select(shared => (Asked: shared.Key, Likeness: (double)shared.Count() / (own.Count + triples[shared.Key] - shared.Count())))
                .Where(found => found.Likeness >= LeastLikeness && Folding.Plain(found.Asked) != plain);
        }

        private static HashSet<string> Triples(string plain) =>
            [.. plain.Split(' ').SelectMany(word => Enumerable.Range(0, word.Length + 1).Select(i => $"  {word} ".Substring(i, 3)))];
    }
}
