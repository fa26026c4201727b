using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings;

/// <summary>The rules of how an actor is named, and of who it is that names it.</summary>
public static class Standings
{
    /// <summary>The standing of every actor that a claim of responsibility names for an act.</summary>
    public static IReadOnlyList<Standing> Of(Hearing hearing) => hearing.Incident.Claims
        .Where(claim => claim is { Kind: ClaimKind.Responsibility, Actor: not null })
        .GroupBy(claim => (Actor: hearing.Register.Canonical(claim.Actor!.Value), claim.Act))
        .Select(named => Of(hearing, named.Key.Actor, named.Key.Act, named.Select(claim => claim.Id).ToListing()))
        .ToList();

    private static Standing Of(Hearing hearing, PartyId actor, ClaimId? act, Listing<ClaimId> claims)
    {
        var all = claims.SelectMany(hearing.FlatPositions).Distinct(HeardLists.Same).ToList();
        var own = all.Where(heard => hearing.IsOwnVoice(heard, actor)).ToList();
        // To name another is no answer of one's own, also where that one is part of oneself.
        var voice = own.Where(heard => heard.IsDenial || claims.Contains(heard.Claim!.Value)).Union(Settling(hearing, actor, claims), HeardLists.Same).ToList();
        var purported = Purported(hearing, actor, claims);
        var outside = all.Except(own, HeardLists.Same).Except(purported, HeardLists.Same).Where(heard => !IsOwnVoicesCompany(hearing, heard, actor) && !IsOwnOfficial(hearing, heard, actor)).ToList();
        var outlets = outside.Where(heard => heard.IsOutletsOwnVoice(hearing)).ToList();
        var speakers = outside.Except(outlets, HeardLists.Same).ToList();

        var sources = Sources.Of(speakers, hearing.JointOn(claims), hearing);
        var accusing = sources.Where(source => source.Stance.IsAffirmative).ToListing();
        var disputing = sources.Where(source => source.Stance.DeniesResponsibility).ToListing();
        var answer = Answers.Of(voice, OwnVoiceBesides(hearing, actor, claims));
        var retracted = claims.SelectMany(hearing.RetractedNamings).Distinct(HeardLists.Same).Where(heard => !hearing.IsPurportedClaim(heard, actor) && (!heard.IsOutletsOwnVoice(hearing) || hearing.IsOwnVoice(heard, actor))).ToList();
        var (named, also) = Naming(answer, accusing, purported, retracted);
        var withdrawn = named == Named.Withdrawn ? Withdrawn(hearing, actor, retracted) : [];

        return new(actor, act, claims, named, also, accusing, disputing,
            outlets.Where(heard => heard is { IsAffirmative: true, Retracted: false }).SelectMany(heard => heard.StatingOutlets()).Distinct().ToListing(),
            withdrawn, claims.SelectMany(hearing.OnClaim).Where(heard => heard is { IsSubstantive: true, IsFlat: false, Retracted: false }).ToListing(),
            claims.SelectMany(hearing.OnClaim).Where(heard => !heard.Retracted && hearing.IsLeftUncounted(heard)).ToListing(),
            answer, Reasons(named, answer, accusing, purported, retracted).ToListing());
    }

    /// <summary>
    /// Silence, comments and requests of the own voice: on a claim that names the actor, or on the incident as a whole, which
    /// is the answer to every claim of responsibility that names the party or for whom it speaks.
    /// </summary>
    private static IEnumerable<Heard> OwnVoiceBesides(Hearing hearing, PartyId actor, Listing<ClaimId> claims) =>
        claims.SelectMany(hearing.OnClaim).Concat(hearing.OnIncident).Where(heard => !heard.IsSubstantive && hearing.IsOwnVoice(heard, actor));

    // What the desk marked as settling the voice is heard also where its speaker has spoken since.
    private static IEnumerable<Heard> Settling(Hearing hearing, PartyId actor, Listing<ClaimId> claims) =>
        claims.SelectMany(hearing.OnClaim).Where(heard => heard.SettledAt is not null && hearing.Counts(heard) && hearing.IsOwnVoice(heard, actor));

    // Who claims or acknowledges jointly with the actor accuses nobody.
    private static bool IsOwnVoicesCompany(Hearing hearing, Heard heard, PartyId actor) =>
        heard.IsAffirmative && heard.Jointly.Any(party => party != heard.Party && hearing.IsOwnVoice(heard with { Party = party, CountsUnder = [] }, actor));

    // An unnamed official of the actor that owns up to it neither answers for the actor nor accuses it.
    private static bool IsOwnOfficial(Hearing hearing, Heard heard, PartyId actor) =>
        heard.Kind is StanceKind.Acknowledges or StanceKind.ClaimsResponsibility && hearing.Register.IsUnnamed(heard.Party)
        && hearing.Register.Root(heard.Party, heard.Latest) == hearing.Register.Root(actor, heard.Latest);

    private static Listing<Heard> Purported(Hearing hearing, PartyId actor, Listing<ClaimId> claims) =>
        claims.SelectMany(hearing.OnClaim).Where(heard => !heard.Retracted && hearing.IsPurportedClaim(heard, actor)).ToListing();

    /// <summary>
    /// Named by its own voice first, for nobody can say more against a party than it says itself; then by others; then by an
    /// unverified issuance; then by what was taken back. Everything else that holds is listed beside it.
    /// </summary>
    private static (Named, Listing<Named>) Naming(Answer answer, Listing<Source> accusing, Listing<Heard> purported, List<Heard> retracted)
    {
        var ways = new List<Named>();
        if (answer.Kind == AnswerKind.Acknowledges) ways.Add(Named.Acknowledged);
        if (answer.Kind == AnswerKind.Claims) ways.Add(Named.Claimed);
        if (accusing.Count > 0) ways.Add(Named.Accused);
        if (purported.Count > 0) ways.Add(Named.ClaimPurported);
        if (ways.Count == 0 && retracted.Count > 0) ways.Add(Named.Withdrawn);
        return ways is [var first, .. var rest] ? (first, rest.ToListing()) : (Named.NotAccused, []);
    }

    // What was taken back names nobody any longer, whatever the speaker said after it. Claim and accusation read apart.
    private static Listing<string> Withdrawn(Hearing hearing, PartyId actor, List<Heard> retracted) =>
    [
        .. retracted.Any(heard => hearing.IsOwnVoice(heard, actor)) ? ["claim"] : Array.Empty<string>(),
        .. retracted.Any(heard => !hearing.IsOwnVoice(heard, actor)) ? ["accusation"] : Array.Empty<string>()
    ];

    private static IEnumerable<Reason> Reasons(Named named, Answer answer, Listing<Source> accusing, Listing<Heard> purported, List<Heard> retracted)
    {
        if (named is Named.Acknowledged or Named.Claimed) yield return new(named == Named.Claimed ? "own-voice-claims" : "own-voice-acknowledges", [answer.Stance!.Entry]);
        if (accusing.Count > 0) yield return new("accused-by-roots", accusing.SelectMany(source => source.Members).Where(heard => heard.IsAffirmative).Select(heard => heard.Entry).Distinct().ToListing());
        if (purported.Count > 0) yield return new("unverified-issuance-claims", purported.Select(heard => heard.Entry).Distinct().ToListing());
        if (named == Named.Withdrawn) yield return new("all-that-named-it-was-retracted", retracted.Select(heard => heard.Entry).Distinct().ToListing());
        if (answer.Stance is { } stance && named is not (Named.Acknowledged or Named.Claimed)) yield return new("latest-of-own-voice", [stance.Entry]);
        if (answer.DividedVoice) yield return new("divided-voice", answer.Opposed.Select(heard => heard.Entry).ToListing());
        if (answer.Stance is null && answer.Pending is { } pending) yield return new("request-pending", [pending.Entry]);
    }
}
