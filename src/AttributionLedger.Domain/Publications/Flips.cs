using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Readings;

namespace AttributionLedger.Publications;

/// <summary>Compares who stood where with who stands where, as far as that is attribution: whom a status is about, how each is named, and what it answers.</summary>
internal sealed class Flips(IncidentReading? before, IncidentReading? after, Register register)
{
    /// <param name="claims">Only the standings that these claims bear on; null for all.</param>
    public IEnumerable<Flip> On(IReadOnlySet<ClaimId>? claims)
    {
        var (then, now) = (Standings(before, claims), Standings(after, claims));
        var named = then.Keys.Union(now.Keys).OrderBy(key => key.Actor).ThenBy(key => key.Act).ToList();
        var acts = claims is null ? Acts(before).Concat(Acts(after)).Append(null) : named.Select(key => key.Act);
        foreach (var act in acts.Distinct().Order())
            if (Status(before, act) is var was && Status(after, act) is var stands && !Says(was).Equals(Says(stands))) yield return new Flip.OfStatus(act, was, stands);
        foreach (var key in named)
            if (then.GetValueOrDefault(key) is var was && now.GetValueOrDefault(key) is var stands && Says(was) != Says(stands)) yield return new Flip.OfStanding(key.Actor, key.Act, was, stands);
    }

    // That two were found to be one is no other attribution.
    private Dictionary<(PartyId Actor, ClaimId? Act), Standing> Standings(IncidentReading? reading, IReadOnlySet<ClaimId>? claims) =>
        (reading?.Standings ?? []).Where(standing => claims is null || standing.Claims.Any(claims.Contains))
            .GroupBy(standing => (register.Canonical(standing.Actor), standing.Act)).ToDictionary(own => own.Key, own => own.First());

    private static IEnumerable<ClaimId?> Acts(IncidentReading? reading) => (reading?.Acts ?? []).Select(status => status.Act);

    private static Status? Status(IncidentReading? reading, ClaimId? act) => act is null ? reading?.Status : reading?.Acts.FirstOrDefault(status => status.Act == act);

    private (StatusKind, Listing<PartyId>) Says(Status? status) =>
        status is null ? (StatusKind.Unattributed, []) : (status.Kind, status.Actors.Select(register.Canonical).Distinct().Order().ToListing());

    private static (Named, AnswerKind) Says(Standing? standing) => standing is null ? (Named.NotAccused, AnswerKind.NotRecordedWhetherAsked) : (standing.Named, standing.Answer.Kind);
}
