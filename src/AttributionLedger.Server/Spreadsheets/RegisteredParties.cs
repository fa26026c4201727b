using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Scripts;
using AttributionLedger.SearchIndex;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Translations;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Spreadsheets;

/// <summary>Looks names up in the register, which holds no source that is not named, by the same names that are suggested while one types.</summary>
internal sealed class RegisteredParties(Following following) : IPartyLookup
{
    /// <summary>Parties that are offered for a name: more than these nobody reads.</summary>
    private const int OfferedLimit = 5;

    /// <summary>Unknown names of one file for which similar ones are looked up; who has more answers these first.</summary>
    private const int SimilarLimit = 200;

    /// <summary>How like a name must be to be offered, from 0 to 1.</summary>
    private const double LeastLikeness = 0.6;

    public async Task<IReadOnlyDictionary<string, PartyFound>> FindAsync(IReadOnlyCollection<string> written, CancellationToken ct)
    {
        if (written.Count == 0) return new Dictionary<string, PartyFound>();
        // A party may have been registered a moment ago.
        await using var session = await following.ReadingWhenCompleteAsync(ct);
        var plain = written.ToLookup(Tokens.Plain);
        var names = (await session.CalledAsync([.. plain.Select(same => same.Key).Where(key => key.Length > 0)], ct)).ToLookup(name => name.Tail);
        var byId = (await session.LoadManyAsync<ListedParty>(ct, [.. written.Concat(names.SelectMany(same => same.Select(name => name.Party))).Distinct()])).ToDictionary(party => party.Id);
        var unknown = written.Where(asked => !byId.ContainsKey(asked) && !names[Tokens.Plain(asked)].Any()).ToList();
        var similar = new Dictionary<string, IReadOnlyList<Candidate>>();
        foreach (var asked in unknown.Take(SimilarLimit)) similar[asked] = await SimilarAsync(session, asked, ct);

        var found = new Dictionary<string, PartyFound>();
        foreach (var asked in written) found[asked] = new(await ExactAsync(session, asked, names[Tokens.Plain(asked)].Select(name => name.Party), byId, ct), similar.GetValueOrDefault(asked) ?? []);
        return found;
    }

    private static async Task<IReadOnlyList<Candidate>> ExactAsync(IQuerySession session, string asked, IEnumerable<string> called, Dictionary<string, ListedParty> byId, CancellationToken ct)
    {
        var exact = new List<Candidate>();
        if (byId.TryGetValue(asked, out var own)) exact.Add(Shown(own, "its id"));
        foreach (var id in called)
            if (byId.TryGetValue(id, out var party) && await NowAsync(session, party, ct) is var now) exact.Add(Shown(now, Tokens.Plain(party.Name) == Tokens.Plain(asked) ? "its name" : "one of its names"));
        return [.. exact.DistinctBy(candidate => candidate.Id)];
    }

    private static async Task<IReadOnlyList<Candidate>> SimilarAsync(IQuerySession session, string asked, CancellationToken ct)
    {
        if (Tokens.Plain(asked) is not { Length: > 0 } plain) return [];
        var near = (await session.SimilarAsync(plain, OfferedLimit * 4, ct)).Where(name => Likeness.Of(name.Name, asked) >= LeastLikeness).OrderByDescending(name => Likeness.Of(name.Name, asked)).DistinctBy(name => name.Party).ToList();
        var parties = (await session.LoadManyAsync<ListedParty>(ct, [.. near.Select(name => name.Party)])).ToDictionary(party => party.Id);
        return [.. near.Where(name => parties.GetValueOrDefault(name.Party) is { MergedInto: null }).Take(OfferedLimit)
            .Select(name => Shown(parties[name.Party], name.Name == parties[name.Party].Name ? "a similar name" : $"a similar name: {Shortened.Value(name.Name)}"))];
    }

    /// <summary>What a party is by now that was merged into another.</summary>
    private static async Task<ListedParty> NowAsync(IQuerySession session, ListedParty party, CancellationToken ct)
    {
        for (var step = 0; party.MergedInto is { } into && step < Merging.Limit && await session.LoadAsync<ListedParty>(into, ct) is { } target; step++) party = target;
        return party;
    }

    private static Candidate Shown(ListedParty party, string why) => new(party.Id, party.Name, Spelling.Spelt(party.Kind), why);
}
