using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Readings.Timelines;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Publications;

/// <summary>
/// Whether an editor should look at a story again, and why: a statement that it rests on was reversed, or the attribution is
/// another one, since it ran or since an editor looked last.
/// </summary>
/// <param name="LookedAt">UTC, the moment up to which this looks. Who settles it saw what was on record by then, and no more.</param>
/// <param name="Since">UTC, when the last of what calls for attention was recorded; null when nothing does.</param>
/// <param name="KnewNothing">Nothing of the incident was on record at the moment of the basis, so that all that came since is change.</param>
public sealed record Attention(AttentionBasis Basis, DateTimeOffset LookedAt, Listing<ReversedStatement> Reversals, Listing<Change> Flips, DateTimeOffset? Since, bool KnewNothing)
{
    public bool IsNeeded => Reversals.Count > 0 || Flips.Count > 0;

    /// <summary>
    /// The last moment at which anything was recorded of an incident or its parties: what is read as of it is what is read now,
    /// and whatever is recorded while somebody looks comes after it.
    /// </summary>
    public static DateTimeOffset LastRecorded(IReadOnlyList<Recorded<IncidentEvent>> facts, IEnumerable<Party> parties) =>
        parties.SelectMany(party => party.Facts).Select(fact => fact.At).Append(facts[^1].At).Max();

    /// <summary>Compares the desk's own reading of the moment of the basis with that of now.</summary>
    /// <param name="timeline">The incident's, prepared once for all of its publications.</param>
    /// <param name="facts">All events of its stream in order.</param>
    /// <param name="parties">Everybody whom they name, and all that stand above them.</param>
    /// <param name="now">UTC; nothing is recorded after it.</param>
    public static Attention Of(Publication publication, Timeline timeline, IReadOnlyList<Recorded<IncidentEvent>> facts, IReadOnlyCollection<Party> parties, DateTimeOffset now)
    {
        var basis = publication.Basis();
        var (then, today) = (basis.Then, basis.Until(now));
        var positions = timeline.Positions(then);
        var before = timeline.Reading(positions, new Register(parties, then.KnownAt, then.Clock), then);
        if (publication.Struck) return new(basis, now, [], [], null, before is null);

        var restsOn = publication.RestsOn?.ToHashSet();
        var reversals = new ReversalsSince(basis, facts, restsOn ?? Read(positions)).All().ToListing();
        var register = new Register(parties, now, basis.Clock);
        var since = new FlipsSince(before, timeline.Reading(timeline.Positions(today), register, today), register);
        var flips = since.On(restsOn is null ? null : Claims(facts, restsOn)).ToListing();
        return new(basis, now, reversals, flips, Newest(basis, reversals, flips, [.. flips.SelectMany(since.Behind)], facts), before is null);
    }

    /// <summary>The statements that the reading of a moment is made of.</summary>
    private static HashSet<EntryId> Read(IEnumerable<Position> positions) =>
        positions.SelectMany(position => position.Latest).Where(heard => heard is { IsRequest: false, Retracted: false }).Select(heard => heard.Entry).ToHashSet();

    /// <summary>The claims on which statements take, or were found to take, a stance.</summary>
    private static HashSet<ClaimId> Claims(IReadOnlyList<Recorded<IncidentEvent>> facts, HashSet<EntryId> statements) => facts.SelectMany(fact => fact.Fact switch
    {
        StanceTaken e when statements.Contains(e.Statement) => [e.Claim],
        StatementCorrected { Stances: { } corrected } e when statements.Contains(e.Statement) => corrected.Select(stance => stance.Claim),
        _ => (IEnumerable<ClaimId?>)[]
    }).OfType<ClaimId>().ToHashSet();

    /// <summary>The last thing on record that calls for attention: a reversal, or a statement that a flip rests on. A flip by what was learnt of parties, or by what is gone, has the time of the last entry.</summary>
    private static DateTimeOffset? Newest(AttentionBasis basis, Listing<ReversedStatement> reversals, Listing<Change> flips, HashSet<EntryId> behind, IReadOnlyList<Recorded<IncidentEvent>> facts)
    {
        if (reversals.Count + flips.Count == 0) return null;
        var times = facts.Where(fact => fact.Known(basis.Clock) > basis.At && fact.Fact is StatementLogged e && behind.Contains(e.Id)).Select(fact => fact.At).Concat(reversals.Select(reversal => reversal.Known)).ToList();
        return times.Count > 0 ? times.Max() : facts[^1].At;
    }
}
