using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings;

/// <summary>A figure as one party gives it now.</summary>
/// <param name="Rival">Another party gives another figure of the same category; that is a rival figure, not a denial.</param>
public sealed record StatedFigure(PartyId Party, Figure Figure, EntryId Entry, bool Rival);

/// <summary>Who stands where on one claim.</summary>
/// <param name="Claim">As the desk framed it; in public without who raised it, where that one is not heard.</param>
/// <param name="Supports">Sources that say so, with what narrower claims add; outlets in their own voice are none.</param>
/// <param name="Denies">Sources that deny it outright, with what the denial of a broader claim adds.</param>
/// <param name="DeniesInPart">Sources that deny a part or a circumstance of it.</param>
/// <param name="Positions">The latest live stance of each party that took one, of any strength.</param>
/// <param name="Beside">Silence and dismissals, which displace no position.</param>
/// <param name="Independence">Where the desk recorded that, and why, sources know of it independently.</param>
public sealed record ClaimReading(
    Claim Claim, Listing<Source> Supports, Listing<Source> Denies, Listing<Source> DeniesInPart, Listing<PartyId> StatedAsFactBy,
    Listing<Heard> Positions, Listing<Heard> Beside, Listing<StatedFigure> Figures, Listing<IncidentEvent.IndependenceRecorded> Independence)
{
    public static ClaimReading Of(Hearing hearing, Claim claim)
    {
        var flat = hearing.FlatPositions(claim.Id).ToList();
        var outlets = flat.Where(heard => heard.IsOutletsOwnVoice(hearing)).ToList();
        var sources = Sources.Of(flat.Except(outlets, HeardLists.Same), hearing.JointOn([claim.Id]), hearing);
        bool Outright(Heard heard) => hearing.DeniesOutright(heard, claim.Id);
        var positions = Positioned(hearing.OnClaim(claim.Id)).ToListing();
        return new(
            ForThisReader(hearing, claim, positions),
            sources.Where(source => source.Stance.IsAffirmative).ToListing(),
            sources.Where(source => Outright(source.Stance)).ToListing(),
            sources.Where(source => source.Stance.IsDenial && !Outright(source.Stance)).ToListing(),
            outlets.Where(heard => heard is { IsAffirmative: true, Retracted: false }).SelectMany(heard => heard.StatingOutlets()).Distinct().ToListing(),
            positions,
            hearing.OnClaim(claim.Id).Where(heard => heard is { IsSubstantive: false, Retracted: false }).OrderBy(heard => heard.Order).ToListing(),
            Figured(hearing, claim).ToListing(),
            hearing.Incident.Independence.Where(note => note.Claim == claim.Id && IsForThisReader(hearing, note)).ToListing());
    }

    // That somebody raised a claim says that it spoke. A named party may have spoken elsewhere on the incident; of one that is
    // not named, only what it says of the claim itself is known to be its.
    private static Claim ForThisReader(Hearing hearing, Claim claim, Listing<Heard> positions)
    {
        if (hearing.AsOf.Audience == Audience.Internal || claim.RaisedByParty is not { } raised) return claim;
        var raiser = hearing.Register.Canonical(raised);
        var isHeard = hearing.Register.IsUnnamed(raiser) ? positions.Any(heard => heard.Party == raiser) : hearing.IsHeardToSpeak(raiser);
        return isHeard ? claim with { RaisedByParty = raiser } : claim with { Raised = RaisedBy.Desk, RaisedByParty = null };
    }

    // To say in public that two are independent is to say that both spoke.
    private static bool IsForThisReader(Hearing hearing, IncidentEvent.IndependenceRecorded note) => hearing.AsOf.Audience == Audience.Internal
        || note.Parties.All(party => hearing.Supporting(note.Claim).Any(heard => heard.Party == hearing.Register.Canonical(party)));

    /// <summary>The position of each party: its latest live substantive stance; none where that was taken back, until it speaks again.</summary>
    private static IEnumerable<Heard> Positioned(IEnumerable<Heard> heard) =>
        heard.Where(h => h.IsSubstantive).GroupBy(h => (h.Voice, h.IsVerified)).Select(own => own.MaxBy(h => h.Order)!).Where(h => !h.Retracted).OrderBy(h => h.Order);

    // A party's newer figure is an update of its own, and who no longer says that the claim is so gives no figure of it; a
    // stance without figures adopts those that the claim was framed with.
    private static IEnumerable<StatedFigure> Figured(Hearing hearing, Claim claim)
    {
        var standing = hearing.OnClaim(claim.Id).Where(hearing.Counts).GroupBy(heard => heard.Voice)
            .Where(own => own.MaxBy(heard => heard.Order) is { IsAffirmative: true, Retracted: false }).SelectMany(own => own);
        var stated = standing.Where(heard => heard is { IsAffirmative: true, Retracted: false })
            .SelectMany(heard => (heard.Figures.Count > 0 ? heard.Figures : claim.Figures ?? []).Select(figure => (heard, figure)))
            .GroupBy(given => (given.heard.Party, given.figure.Category)).Select(own => own.MaxBy(given => given.heard.Order)).ToList();
        return stated.Select(own => new StatedFigure(own.heard.Party, own.figure, own.heard.Entry,
            stated.Any(other => other.figure.Category == own.figure.Category && (other.figure.Least, other.figure.Most) != (own.figure.Least, own.figure.Most))));
    }
}
