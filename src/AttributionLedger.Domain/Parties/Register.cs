using AttributionLedger.Basics;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties;

/// <summary>
/// The register of parties as it was known at one moment by one clock: names, kinds, merges, and who stood above whom
/// when. Standings are read through it, so that an affiliation learnt today does not change what was known yesterday.
/// </summary>
public sealed class Register
{
    /// <summary>Links from a party to the top. A real hierarchy has ten; the limit ends a walk that a fault made endless.</summary>
    private const int DepthLimit = 64;

    private readonly Dictionary<PartyId, Card> cards;
    private readonly ILookup<PartyId, PartyId> merged;

    /// <param name="parties">The parties that a reading names, and all that stand above them.</param>
    /// <param name="knownAt">UTC; nothing recorded (or noted, by that clock) later is taken.</param>
    public Register(IEnumerable<Party> parties, DateTimeOffset knownAt, Clock clock)
    {
        cards = parties.ToDictionary(party => PartyId.Of(party.Id), party => Card.Of(party, knownAt, clock));
        merged = cards.Where(card => card.Value.MergedInto is not null).ToLookup(card => Canonical(card.Key), card => card.Key);
    }

    /// <summary>Whether every party stands for itself.</summary>
    public bool IsWithoutMerges => merged.Count == 0;

    /// <summary>The party that <paramref name="id"/> now stands for, after merges.</summary>
    public PartyId Canonical(PartyId id)
    {
        for (var steps = 0; steps < DepthLimit && cards.TryGetValue(id, out var card) && card.MergedInto is { } into; steps++) id = into;
        return id;
    }

    public string Name(PartyId id) => cards.TryGetValue(id, out var card) ? card.Name : id.Value;
    public PartyKind Kind(PartyId id) => cards.TryGetValue(id, out var card) ? card.Kind : PartyKind.Other;

    public bool IsOutlet(PartyId id) => Kind(id) == PartyKind.Outlet;

    /// <summary>A source under an agreed description.</summary>
    public bool IsUnnamed(PartyId id) => Kind(id) == PartyKind.Unnamed;

    /// <summary>Named, and so able to be named as responsible; a description identifies nobody.</summary>
    public bool IsIdentified(PartyId id) => Kind(id) is not (PartyKind.Unnamed or PartyKind.Described);

    /// <summary>
    /// The top of the chain of counting parents in force at <paramref name="moment"/>. A party without one is its own root.
    /// </summary>
    public PartyId Root(PartyId party, DateTimeOffset moment)
    {
        var top = Canonical(party);
        if (StandsAlone(top)) return top;
        for (var steps = 0; steps < DepthLimit; steps++)
        {
            if (Above(top, moment).Where(link => link.Counts).Select(link => (PartyId?)Canonical(link.To)).FirstOrDefault() is not { } parent) break;
            top = parent;
        }
        return top;
    }

    /// <summary>Whether <paramref name="speaker"/> is <paramref name="party"/> or may answer in its name at <paramref name="moment"/>.</summary>
    public bool SpeaksFor(PartyId speaker, PartyId party, DateTimeOffset moment) =>
        StandsAlone(speaker) ? speaker == Canonical(party) : Upwards(speaker, moment, link => link.Link == Link.SpeaksFor).Contains(Canonical(party));

    /// <summary>Whether neither stands above the other, by either link, at <paramref name="moment"/>.</summary>
    public bool AreApart(PartyId one, PartyId other, DateTimeOffset moment) =>
        !Upwards(one, moment, _ => true).Contains(Canonical(other)) && !Upwards(other, moment, _ => true).Contains(Canonical(one));

    private HashSet<PartyId> Upwards(PartyId party, DateTimeOffset moment, Func<Affiliation, bool> follow)
    {
        HashSet<PartyId> seen = [Canonical(party)];
        if (StandsAlone(party)) return seen;
        var todo = new Queue<PartyId>(seen);
        while (todo.TryDequeue(out var next))
            foreach (var parent in Above(next, moment).Where(follow).Select(link => Canonical(link.To)).Where(seen.Add))
                todo.Enqueue(parent);
        return seen;
    }

    // What was merged into a party keeps whom it stood under; the party's own links come first, for only one counts.
    private IEnumerable<Affiliation> Above(PartyId party, DateTimeOffset moment) =>
        (merged.Contains(party) ? merged[party].Prepend(party).SelectMany(Affiliations) : Affiliations(party)).Where(link => link.IsInForceAt(moment));

    // So do most, and most questions are about them.
    private bool StandsAlone(PartyId party) => IsWithoutMerges && Affiliations(party).Count == 0;

    private Listing<Affiliation> Affiliations(PartyId party) => cards.TryGetValue(party, out var card) ? card.Affiliations : [];

    private sealed record Card(PartyKind Kind, string Name, PartyId? MergedInto, Listing<Affiliation> Affiliations)
    {
        // A party that was registered after the moment is shown all the same where somebody known then names it: its name
        // and kind are the desk's, its affiliations and merges are what must not be known too early.
        public static Card Of(Party party, DateTimeOffset knownAt, Clock clock)
        {
            var known = party.Facts.Where(fact => fact.Known(clock) <= knownAt).Select(fact => fact.Fact).ToList();
            var name = known.OfType<PartyRenamed>().LastOrDefault()?.Name ?? party.Registration.Name;
            return new(party.Kind, name, Party.MergedAfter(known), Affiliation.Of(known).ToListing());
        }
    }
}
