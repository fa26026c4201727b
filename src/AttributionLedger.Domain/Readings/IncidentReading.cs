using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings;

/// <summary>Who stands where on an incident, in this record, as of two clocks. It says what was said, never what is true.</summary>
/// <param name="Status">Of the main act, which is the incident's.</param>
/// <param name="Acts">The status of every other act that a claim of responsibility names.</param>
/// <param name="Answered">Parties that answered although no claim names them.</param>
/// <param name="Asked">Requests for comment of such parties that are pending.</param>
/// <param name="Comments">Who spoke and took no position.</param>
public sealed record IncidentReading(
    Incident Incident, AsOf AsOf, int RulesVersion, Status Status, Listing<Status> Acts, Listing<Standing> Standings,
    Listing<Answered> Answered, Listing<Heard> Asked, Listing<ClaimReading> Claims, Listing<Heard> Comments, Listing<Guard> Guards)
{
    /// <summary>Reads the positions of an incident through the register.</summary>
    /// <param name="incident">The incident and its claims as of <paramref name="asOf"/>.</param>
    /// <param name="positions">Positions as of the two clocks; what the audience may not read is left out here.</param>
    /// <param name="register">The register as known at the same moment by the same clock.</param>
    public static IncidentReading Of(Incident incident, IReadOnlyCollection<Position> positions, Register register, AsOf asOf)
    {
        var hearing = new Hearing(incident, positions, register, asOf);
        var standings = Readings.Standings.Of(hearing);
        var claims = incident.Claims.Select(claim => ClaimReading.Of(hearing, claim)).ToList();
        var answered = AnsweredUnnamed(hearing, standings).ToList();
        return new(
            incident, asOf, asOf.Rules.Version,
            Statuses.Of(hearing, null, standings),
            standings.Where(standing => standing.Act is not null).Select(standing => standing.Act).Distinct().Select(act => Statuses.Of(hearing, act, standings)).ToListing(),
            standings.ToListing(), answered.Where(a => a.Answer.Kind != AnswerKind.AskedAndPending).ToListing(),
            answered.Select(a => a.Answer.Pending).OfType<Heard>().ToListing(), claims.ToListing(),
            hearing.All.Where(heard => heard is { Kind: StanceKind.Comments, Retracted: false }).OrderBy(heard => heard.Order).ToListing(),
            Readings.Guards.Of(hearing, standings, claims).ToListing());
    }

    /// <summary>Reads all events of an incident; null when nothing of it was known then.</summary>
    /// <param name="facts">All events of its stream in order, also those known later.</param>
    public static IncidentReading? Of(string id, IReadOnlyList<Recorded<IncidentEvent>> facts, IEnumerable<Party> parties, AsOf asOf)
    {
        var history = History.Of(facts);
        var heard = history.Heard(asOf).ToList();
        var register = new Register(parties, asOf.KnownAt, asOf.Clock);
        var known = asOf.KnowsMoreThanWasSaid ? heard.Concat(history.Heard(asOf.WithAllThatWasKnown)) : heard;
        return history.Incident(id, asOf, known.Where(h => Hearing.Shows(h, register, asOf))) is { } incident
            ? Of(incident, Position.Of(heard), register, asOf)
            : null;
    }

    // A refusal makes nobody a suspect: who answers and is named by no claim is listed with the answer and no standing.
    private static IEnumerable<Answered> AnsweredUnnamed(Hearing hearing, IReadOnlyList<Standing> standings) =>
        hearing.All.Where(heard => !heard.IsSubstantive && heard.IsVerified && Concerns(hearing, heard) && !HasPosition(hearing, heard) && !standings.Any(standing => IsAnswerOf(hearing, heard, standing)))
            .GroupBy(heard => heard.Party)
            .Select(own => new Answered(own.Key, own.Where(heard => heard.Claim is not null).Select(heard => heard.Claim!.Value).Distinct().ToListing(), Answers.Of([], own)))
            .Where(answered => answered.Answer.Kind != AnswerKind.NotRecordedWhetherAsked)
            .OrderBy(answered => answered.Party);

    private static bool Concerns(Hearing hearing, Heard heard) =>
        heard.Claim is not { } claim || hearing.Incident.Find(claim)?.Kind == ClaimKind.Responsibility;

    // Silence beside a position on the same claim displaces nothing, and is shown there.
    private static bool HasPosition(Hearing hearing, Heard heard) =>
        heard.Claim is { } claim && hearing.OnClaim(claim).Any(own => own.Party == heard.Party && own is { IsSubstantive: true, Retracted: false });

    private static bool IsAnswerOf(Hearing hearing, Heard heard, Standing standing) =>
        (heard.Claim is null || standing.Claims.Contains(heard.Claim.Value)) && hearing.IsOwnVoice(heard, standing.Actor);
}
