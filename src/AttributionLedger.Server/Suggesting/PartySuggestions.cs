using AttributionLedger.Basics;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Scripts;
using AttributionLedger.SearchIndex;
using AttributionLedger.Store;
using AttributionLedger.Times;
using Marten;
using Npgsql;

namespace AttributionLedger.Suggesting;

/// <summary>
/// Parties by what is typed of a name so far: from the beginning or from any word on, in any script, and where nothing begins
/// so, by what is spelt almost alike. It costs the same whatever the size of the register.
/// </summary>
public sealed class PartySuggestions(LedgerStore store, TimeProvider clock)
{
    /// <summary>Suggestions that one chooses from at a glance.</summary>
    public const int Limit = 20;

    public const int UsualLimit = 8;

    /// <summary>Names that are looked at to find the likeliest.</summary>
    private const int Looked = 200;

    /// <summary>Characters from which on a misspelt name, or a word of one, can be told from others.</summary>
    private const int GuessedFrom = 4;

    /// <summary>Characters of a word by which the index finds it in the middle of a name.</summary>
    private const int Trigram = 3;

    /// <param name="limit">From 1 to <see cref="Limit"/>.</param>
    /// <returns>The likeliest; or a refusal: <c>limit-out-of-range</c>, <c>text-too-long</c>.</returns>
    public async Task<Answer<SuggestedPartiesShape>> FindAsync(string typed, int limit, Audience audience, CancellationToken ct)
    {
        if (limit is < 1 or > Limit) return new Rejection("limit-out-of-range", "limit", $"The limit is a number from 1 to {Limit}.");
        if (typed.Length > Texts.NameLimit) return new Rejection("text-too-long", "typed", $"A name has at most {Texts.NameLimit} characters.");
        var plain = Tokens.Plain(typed);
        if (plain.Length == 0) return new SuggestedPartiesShape(audience, []);

        await using var session = await store.ReadingOneMomentAsync(ct);
        var names = await session.BeginningAsync(plain, Looked, ct);
        if (names.Count == 0 && plain.Split(' ') is { Length: > 1 } words && words.Any(word => word.Length >= Trigram)) names = await session.HoldingAsync(words, Looked, ct);
        var isGuess = names.Count == 0 && plain.Length >= GuessedFrom;
        if (isGuess) names = [.. (await session.LikeAsync([.. plain.Split(' ').Where(word => word.Length >= GuessedFrom)], Looked, ct)).OrderByDescending(name => Likeness.Of(name.Name, plain))];
        // The whole name before a part of it, the present one before an alias, the shorter before the longer.
        var best = (isGuess ? names : (IEnumerable<NameRow>)names.OrderBy(name => name.Tail != plain).ThenBy(name => name.Word > 0).ThenBy(name => name.Place > 0).ThenBy(name => name.Name.Length).ThenBy(name => name.Name, StringComparer.Ordinal)).DistinctBy(name => name.Party).ToList();
        return new SuggestedPartiesShape(audience, await ShapesAsync(session, best, isGuess, limit, audience, ct));
    }

    private async Task<IReadOnlyList<SuggestedPartyShape>> ShapesAsync(IQuerySession session, List<NameRow> names, bool isGuess, int limit, Audience audience, CancellationToken ct)
    {
        var now = Microseconds.Of(clock.GetUtcNow());
        var allowed = audience == Audience.Internal ? null : await session.ShownAsync(names.Select(name => name.Party), audience, now, ct);
        var chosen = names.Where(name => allowed?.Contains(name.Party) != false).Take(limit).ToList();
        // With those above them, for the one that it was merged into and those in whose name it speaks.
        var parties = (await session.LoadWithAncestorsAsync(chosen.Select(name => PartyId.Of(name.Party)), ct)).ToDictionary(party => party.Id);
        var register = new Register(parties.Values, DateTimeOffset.MaxValue, Clock.Recorded);
        var shown = audience == Audience.Internal ? null : await session.ShownAsync(parties.Keys, audience, now, ct);
        return [.. chosen.Where(name => parties.ContainsKey(name.Party)).Select(name => (Name: name, Party: parties.GetValueOrDefault(register.Canonical(PartyId.Of(name.Party)).Value) ?? parties[name.Party]))
            .Where(one => shown?.Contains(one.Party.Id) != false).DistinctBy(one => one.Party.Id)
            .Select(one => new SuggestedPartyShape(one.Party.Id, ListedParty.Names(one.Party).Last(), one.Party.Kind, one.Name.Name == ListedParty.Names(one.Party).Last() ? null : one.Name.Name,
                [.. one.Party.SpeaksFor(now).Where(to => shown?.Contains(to.Value) != false).Select(register.Shape).Distinct()], isGuess))];
    }
}
