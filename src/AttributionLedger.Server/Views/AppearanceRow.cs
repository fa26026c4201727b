using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Views;

/// <summary>
/// That a party comes up on an incident, and how: what a party's profile is made of. There is none of an unnamed source,
/// whom nobody must be able to follow from one incident to another.
/// </summary>
/// <param name="Statements">How often it spoke, whatever the terms and whatever became of it: no number for readers.</param>
/// <param name="Asked">It was asked for comment.</param>
/// <param name="Named">A claim names it as who did it.</param>
/// <param name="Raised">A claim names it as who raised it, whatever became of what it said: not for readers by itself.</param>
/// <param name="Last">UTC, when it last came up.</param>
public sealed record AppearanceRow(string Id, string Party, string Incident, int Statements, bool Asked, bool Named, bool Raised, DateTimeOffset Last)
{
    public static string IdOf(string incident, PartyId party) => $"{party}/{incident}";

    /// <summary>Who comes up in <paramref name="fact"/>.</summary>
    public static IEnumerable<PartyId> Seen(IncidentEvent fact) => fact switch
    {
        StatementLogged e => e.Statement.By.Concat(e.Statement.Speaking()).Distinct().Where(party => !Identity.IsMinted(party)),
        CommentSought e => [e.Of],
        ClaimFramed e => new[] { e.Claim.Actor, e.Claim.RaisedByParty }.OfType<PartyId>().Distinct().Where(party => !Identity.IsMinted(party)),
        _ => []
    };

    public static AppearanceRow After(AppearanceRow? row, string incident, PartyId party, Recorded<IncidentEvent> fact)
    {
        row ??= new(IdOf(incident, party), party.Value, incident, 0, Asked: false, Named: false, Raised: false, fact.At);
        return row with
        {
            Statements = row.Statements + (fact.Fact is StatementLogged ? 1 : 0), Asked = row.Asked || fact.Fact is CommentSought,
            Named = row.Named || (fact.Fact is ClaimFramed { Claim.Actor: var actor } && actor == party), Raised = row.Raised || (fact.Fact is ClaimFramed { Claim.RaisedByParty: var raiser } && raiser == party),
            Last = fact.At
        };
    }
}
