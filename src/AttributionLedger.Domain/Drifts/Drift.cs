using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Drifts;

/// <summary>
/// What one named party said on each claim of one incident, from first to last, as of two clocks and for one audience. It lists
/// and compares; it neither scores nor sums up.
/// </summary>
/// <param name="Party">Under the id that it goes by, as known then.</param>
/// <param name="Incident">As it was known then; null when nothing of it was.</param>
public sealed record Drift(PartyId Party, Incident? Incident, Listing<ClaimTrack> Tracks)
{
    /// <param name="party">The party under the id that it goes by after merges known then.</param>
    /// <param name="id">The incident's.</param>
    /// <param name="facts">All events of the incident in order, or those that bear on the party, on those whom it repeats, and on the claims.</param>
    /// <exception cref="ArgumentException">The party is not identified: there is no drift of an unnamed source, or of a description.</exception>
    public static Drift Of(PartyId party, string id, IReadOnlyCollection<Recorded<IncidentEvent>> facts, Register register, AsOf asOf)
    {
        if (Identity.IsMinted(party) || !register.IsIdentified(party)) throw new ArgumentException("There is a drift of named parties only.", nameof(party));
        var history = History.Of(facts);
        var words = facts.Select(fact => fact.Fact).OfType<IncidentEvent.StatementLogged>().ToDictionary(logged => logged.Id, logged => logged.Statement.Words);
        var accounts = history.Accounts(asOf, words).ToList();
        var heard = accounts.SelectMany(account => account.Heard).ToList();
        // Who raised a claim is another reading's to say.
        var incident = history.Incident(id, asOf, heard.Where(one => Hearing.Shows(one, register, asOf)));
        var own = Hearing.Understood(heard, register, asOf).Where(one => one.Party == party && one.IsVerified && one.CountsUnder.All(under => under == party)).Select(one => one.Entry).ToHashSet();
        var spoken = accounts.Where(account => own.Contains(account.Statement)).ToList();
        var about = spoken.SelectMany(account => account.Sayings).SelectMany(said => said.Stances).Select(stance => stance.Claim).Distinct().ToList();
        return new(party, incident,
        [
            .. (incident?.Claims ?? []).Where(claim => about.Contains(claim.Id)).Select(claim => new ClaimTrack(claim with { Raised = RaisedBy.Desk, RaisedByParty = null }, Drifting.Of(claim.Id, claim.Kind == ClaimKind.Responsibility, spoken, register))),
            .. about.Contains(null) ? [new ClaimTrack(null, Drifting.Of(null, false, spoken, register))] : Array.Empty<ClaimTrack>()
        ]);
    }
}
