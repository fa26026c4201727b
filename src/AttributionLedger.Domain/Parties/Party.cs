using AttributionLedger.Basics;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties;

/// <summary>
/// A party with all that was ever recorded of it, and when. It grows with its names and affiliations, never with what it
/// says; every reading of a past moment takes from it only what was known then.
/// </summary>
/// <param name="Facts">In the order of the stream; the first is the registration.</param>
public sealed record Party(string Id, Listing<Recorded<PartyEvent>> Facts)
{
    /// <summary>Facts of one party: names, aliases, affiliations, grades of a lifetime.</summary>
    public const int FactLimit = 1_000;

    public PartyKind Kind => Registration.Kind;

    /// <summary>The name that it was registered under; <see cref="Register"/> knows the later ones.</summary>
    public PartyRegistered Registration => (PartyRegistered)Facts[0].Fact;

    /// <summary>The party into which this one is merged as far as the ledger knows now.</summary>
    public PartyId? MergedInto => MergedAfter(Facts.Select(fact => fact.Fact));

    /// <summary>The party into which one is merged after <paramref name="facts"/>; null when it stands on its own.</summary>
    internal static PartyId? MergedAfter(IEnumerable<PartyEvent> facts) => facts.Aggregate((PartyId?)null, (into, fact) => fact switch
    {
        PartyMerged merged => merged.Into,
        PartySplit => null,
        _ => into
    });

    /// <exception cref="InvalidOperationException">The stream holds what no decision can have put there.</exception>
    public static Party Evolve(Party? party, string id, Recorded<PartyEvent> fact) => (party, fact.Fact) switch
    {
        (null, PartyRegistered) => new(id, [fact]),
        (null, _) => throw new InvalidOperationException($"{fact.Fact.GetType().Name} cannot come before a party is registered."),
        ({ }, PartyRegistered) => throw new InvalidOperationException("A party cannot be registered twice."),
        ({ }, _) => party with { Facts = party.Facts.With(fact) }
    };

    /// <summary>The party as it was known at a moment; null when it was not registered by then.</summary>
    /// <param name="knownAt">UTC; nothing recorded (or noted, by that clock) later is taken.</param>
    public Party? At(DateTimeOffset knownAt, Clock clock) =>
        Facts[0].Known(clock) <= knownAt ? this with { Facts = Facts.Where(fact => fact.Known(clock) <= knownAt).ToListing() } : null;

    /// <summary>Every affiliation that is not struck, with its ends as far as the ledger knows now.</summary>
    public IEnumerable<Affiliation> Affiliations() => Affiliation.Of(Facts.Select(fact => fact.Fact));

    /// <summary>In whose name it may answer.</summary>
    /// <param name="at">UTC, in the world.</param>
    public IEnumerable<PartyId> SpeaksFor(DateTimeOffset at) => Affiliations().Where(affiliation => affiliation.Link == Link.SpeaksFor && affiliation.IsInForceAt(at)).Select(affiliation => affiliation.To);
}
