using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings;

/// <summary>
/// What a reading may hear of an incident: its claims, the positions within the reading, and the register through which
/// they are understood. Every rule asks its questions here.
/// </summary>
public sealed class Hearing
{
    private readonly ILookup<ClaimId, Heard> onClaim;
    private readonly ILookup<ClaimId, ClaimId> narrower;
    private readonly HashSet<PartyId> speakers;
    private readonly Dictionary<ClaimId, IReadOnlyList<Heard>> flat = [];

    public Hearing(Incident incident, IReadOnlyCollection<Position> positions, Register register, AsOf asOf)
    {
        (Incident, Register, AsOf) = (incident, register, asOf);
        All = Position.Heard(Understood(positions.SelectMany(position => position.Latest), register, asOf));
        Twins = positions.SelectMany(position => position.Twins).Distinct().OrderBy(twins => twins.Later).ThenBy(twins => twins.Earlier).ToListing();
        onClaim = All.Where(heard => heard.Claim is not null).ToLookup(heard => heard.Claim!.Value);
        speakers = [.. All.Where(heard => !heard.IsRequest).SelectMany(heard => heard.InTheNameOf.Append(heard.Party))];
        narrower = incident.Claims.Where(claim => claim.Refines is not null).ToLookup(claim => claim.Refines!.Value, claim => claim.Id);
    }

    public Incident Incident { get; }
    public Register Register { get; }
    public AsOf AsOf { get; }

    /// <summary>
    /// Everything that this reading may hear, each party under the id that it goes by after merges; in an order that does not
    /// depend on the one in which a store returns its rows.
    /// </summary>
    public Listing<Heard> All { get; }

    /// <summary>The same words of the same party logged twice; for the desk only.</summary>
    public Listing<Twins> Twins { get; }

    public IEnumerable<Heard> OnClaim(ClaimId claim) => onClaim[claim];
    /// <summary>Whether this reading holds anything that <paramref name="party"/> said on the incident, or that was issued in its name, also where it took that back.</summary>
    public bool IsHeardToSpeak(PartyId party) => speakers.Contains(party);

    public IEnumerable<Heard> OnIncident => All.Where(heard => heard.Claim is null);

    /// <summary>Whether a reading holds <paramref name="heard"/>.</summary>
    public static bool Shows(Heard heard, Register register, AsOf asOf) => heard.Publishability.Allows(asOf)
        && (asOf.Audience == Audience.Internal || CanBeAttributed(heard.Rule, heard.Jointly, heard.InTheNameOf, register.IsUnnamed));

    /// <summary>
    /// Whether what was said on these terms can be published as it was agreed. Anonymity is a matter of the terms as well: a
    /// named party that spoke on background may be used, but there is no way to show it without the name, and nothing is
    /// published that cannot be attributed as agreed.
    /// </summary>
    public static bool CanBeAttributed(GroundRule rule, IEnumerable<PartyId> jointly, IEnumerable<PartyId> inTheNameOf, Func<PartyId, bool> isUnnamed) => rule switch
    {
        GroundRule.Background => jointly.All(isUnnamed),
        GroundRule.NotStated => !jointly.Concat(inTheNameOf).Any(isUnnamed),
        _ => true
    };

    /// <summary>What a reading holds of what was heard, each party under the id that it goes by, and each voice as its own or another's.</summary>
    public static IEnumerable<Heard> Understood(IEnumerable<Heard> heard, Register register, AsOf asOf)
    {
        var shown = heard.Where(one => Shows(one, register, asOf)).Select(one => Canonical(one, register)).ToList();
        var atFirstHand = shown.Where(one => one is { IsSubstantive: true, CountsUnder.Count: 0 }).Select(one => (one.Party, one.Claim)).ToHashSet();
        var takenBack = shown.Where(one => one is { IsSubstantive: true, Retracted: true }).Select(one => one.Entry).ToHashSet();
        return shown.Select(one => Relayed(one, atFirstHand, takenBack));
    }

    // Whether something stands or stood in the way of publishing, and what the desk told apart, is no part of what is read.
    private static Heard Canonical(Heard heard, Register register) => register.IsWithoutMerges ? heard with { Publishability = new(true, null), Apart = null } : heard with
    {
        Party = register.Canonical(heard.Party),
        Jointly = heard.Jointly.Select(register.Canonical).ToListing(),
        InTheNameOf = heard.InTheNameOf.Select(register.Canonical).ToListing(),
        CountsUnder = heard.CountsUnder.Select(register.Canonical).ToListing(),
        Publishability = new(true, null),
        Apart = null
    };

    /// <summary>
    /// Whether <paramref name="heard"/> is the own voice of <paramref name="actor"/>: the actor itself or one who speaks for
    /// it at that time, by name; not those who merely are part of it, not whom it belongs to, and no channel.
    /// </summary>
    public bool IsOwnVoice(Heard heard, PartyId actor) => heard.IsVerified
        && (heard.CountsUnder.Count > 0 ? heard.CountsUnder : [heard.Party]).Any(party => IsVoice(party, actor, heard.Latest));

    private bool IsVoice(PartyId party, PartyId actor, DateTimeOffset moment) =>
        party == actor || (Register.IsIdentified(party) && Register.SpeaksFor(party, actor, moment));

    /// <summary>An unverified issuance that claims in the name of <paramref name="actor"/>. What is known to be made up claims for nobody.</summary>
    public bool IsPurportedClaim(Heard heard, PartyId actor) =>
        heard is { IsVerified: false, IsFlat: true, IsAffirmative: true, Issuance: not Issuance.Fabricated }
        && (heard.Kind == StanceKind.ClaimsResponsibility || heard.InTheNameOf.Any(party => IsVoice(party, actor, heard.Latest)));

    // Who repeats a statement that this reading does not hold speaks for itself: to count it under the speaker would say
    // that there is one.
    private static Heard Relayed(Heard heard, HashSet<(PartyId, ClaimId?)> atFirstHand, HashSet<EntryId> takenBack) => heard with
    {
        CountsUnder = heard.RelayOf is not null && !heard.CountsUnder.Any(party => atFirstHand.Contains((party, heard.Claim))) ? [heard.Party] : heard.CountsUnder,
        // What it repeats is no part of what is read, unless that was taken back.
        RelayOf = heard.RelayOf is { } original && takenBack.Contains(original) ? original : null
    };

    /// <summary>
    /// The flat positions on <paramref name="claim"/>, one of each party, with what refinement adds: confirming the narrower
    /// supports the broader, denying the broader outright denies the narrower, never the reverse. What a statement says of the
    /// claim itself goes before what follows from what it says of another.
    /// </summary>
    public IReadOnlyList<Heard> FlatPositions(ClaimId claim)
    {
        if (!flat.TryGetValue(claim, out var found)) flat.Add(claim, found = [.. FlatPositionsAnew(claim)]);
        return found;
    }

    private IEnumerable<Heard> FlatPositionsAnew(ClaimId claim)
    {
        var direct = Tops(claim).ToList();
        if (narrower.Count == 0) return direct;
        var said = direct.Select(heard => (heard.Voice, heard.Entry)).ToHashSet();
        return direct.Concat(Narrower(claim).SelectMany(Tops).Where(heard => heard.IsAffirmative)
            .Concat(Broader(claim).SelectMany(broader => Tops(broader).Where(heard => DeniesOutright(heard, broader))))
            .Where(heard => !said.Contains((heard.Voice, heard.Entry))));
    }

    /// <summary>Whether a denial denies all of the claim, by the measure of its kind.</summary>
    public bool DeniesOutright(Heard heard, ClaimId claim) =>
        Incident.Find(claim)?.Kind == ClaimKind.Responsibility ? heard.DeniesResponsibility : heard.DeniesOutright;

    /// <summary>Those who say that the claim is so, with what narrower claims add.</summary>
    public IEnumerable<Heard> Supporting(ClaimId claim) => FlatPositions(claim).Where(heard => heard is { IsAffirmative: true, Retracted: false });

    /// <summary>
    /// What several took jointly, on these claims or on those that refine them or that they refine: of each who spoke, for as
    /// long as it has not said the same again by itself.
    /// </summary>
    public IEnumerable<Heard> JointOn(IEnumerable<ClaimId> claims) =>
        claims.SelectMany(claim => Narrower(claim).Concat(Broader(claim)).Append(claim)).Distinct().SelectMany(OnClaim).Where(Counts)
            .GroupBy(heard => (heard.Voice, heard.IsAffirmative)).Select(own => own.MaxBy(heard => heard.Order)!).Where(heard => heard.Jointly.Count > 1);

    /// <summary>What named the actor of <paramref name="claim"/> flatly and was taken back by who said it.</summary>
    public IEnumerable<Heard> RetractedNamings(ClaimId claim) =>
        new[] { claim }.Concat(Narrower(claim)).SelectMany(OnClaim).Where(heard => heard is { Retracted: true, IsAffirmative: true } && Counts(heard) && !IsHeardAtFirstHand(heard, heard.Claim!.Value));

    // What an outlet repeats does not make the one whom it repeats say it again, later: once that one is heard itself, its own
    // words count, also where it took them back.
    private bool IsHeardAtFirstHand(Heard heard, ClaimId claim) =>
        heard.CountsUnder.Count > 0 && onClaim[claim].Any(own => own is { IsSubstantive: true, CountsUnder.Count: 0 } && heard.CountsUnder.Contains(own.Party));

    // Only flat stances count towards a standing; the latest of them is the position, even where it was taken back.
    private IEnumerable<Heard> Tops(ClaimId claim) =>
        onClaim[claim].Where(heard => Counts(heard) && !IsHeardAtFirstHand(heard, claim)).LatestOfEachVoice();

    /// <summary>Whether a stance can count for the one who took it: substantive, flat, not known to be made up, and of one who counts by the rules.</summary>
    public bool Counts(Heard heard) => CouldCount(heard) && (AsOf.Rules.UnnamedSourcesCount || !IsOfUnnamed(heard));

    /// <summary>Whether a stance counts for nobody only because the rules do not count unnamed sources.</summary>
    public bool IsLeftUncounted(Heard heard) => CouldCount(heard) && !Counts(heard);

    private static bool CouldCount(Heard heard) => heard is { IsSubstantive: true, IsFlat: true, Issuance: not Issuance.Fabricated }
        && (heard.IsVerified || heard.Kind != StanceKind.ClaimsResponsibility);

    private bool IsOfUnnamed(Heard heard) => heard.CountsUnder.Count > 0 ? heard.CountsUnder.All(Register.IsUnnamed) : Register.IsUnnamed(heard.Party);

    private IEnumerable<ClaimId> Narrower(ClaimId claim) => narrower.Count == 0 ? [] : Closure(claim, id => narrower[id]);
    private IEnumerable<ClaimId> Broader(ClaimId claim) => narrower.Count == 0 ? [] : Closure(claim, id => Incident.Find(id)?.Refines is { } broader ? [broader] : []);

    private static IEnumerable<ClaimId> Closure(ClaimId claim, Func<ClaimId, IEnumerable<ClaimId>> next)
    {
        HashSet<ClaimId> seen = [claim];
        var todo = new Queue<ClaimId>(next(claim));
        while (todo.TryDequeue(out var id))
        {
            if (!seen.Add(id)) continue;
            yield return id;
            foreach (var further in next(id)) todo.Enqueue(further);
        }
    }
}
