using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Views;

/// <summary>An incident on the board. Its status is no part of it: that is read from the positions through the register.</summary>
/// <param name="Opened">UTC, when it was recorded.</param>
/// <param name="LastKnown">UTC, when the last entry was recorded.</param>
/// <param name="Statements">Statements logged, but for those off the record.</param>
public sealed record BoardRow(string Id, string Headline, string Zone, bool Invented, bool Closed, DateTimeOffset Opened, DateTimeOffset LastKnown, int Statements, int Claims)
{
    public static BoardRow? Next(BoardRow? row, string incident, Recorded<IncidentEvent> fact) => fact.Fact switch
    {
        IncidentOpened e => new(incident, e.Headline, e.Zone, e.Invented, Closed: false, fact.At, fact.At, 0, 0),
        _ when row is null => null,
        IncidentRevised { Headline: { } headline } => row with { Headline = headline, LastKnown = fact.At },
        IncidentClosed => row with { Closed = true, LastKnown = fact.At },
        IncidentReopened => row with { Closed = false, LastKnown = fact.At },
        ClaimFramed => row with { Claims = row.Claims + 1, LastKnown = fact.At },
        // Of what is off the record not even the number shows.
        StatementLogged { Statement.Terms.Rule: GroundRule.OffTheRecord } => row with { LastKnown = fact.At },
        StatementLogged => row with { Statements = row.Statements + 1, LastKnown = fact.At },
        _ => row with { LastKnown = fact.At }
    };
}
