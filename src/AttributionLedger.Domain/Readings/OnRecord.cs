using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Readings;

/// <summary>What was on record at a moment: known by then and, where somebody said it, said by then.</summary>
public static class OnRecord
{
    /// <summary>
    /// Whether a fact was. A stance has no time of its own: it was where its statement was. What an outlet or a translator
    /// got wrong, and what this desk did, is put right from when it is known, whatever the time that it is about.
    /// </summary>
    public static bool Holds(this AsOf asOf, Recorded<IncidentEvent> fact) => asOf.Holds(fact.At, fact.Fact.Noted, Said(fact.Fact));

    /// <param name="at">UTC, when it was recorded.</param>
    /// <param name="noted">UTC, when the desk noted it; null where that was not kept.</param>
    /// <param name="said">When it was said or done in the world; null where nothing was.</param>
    public static bool Holds(this AsOf asOf, DateTimeOffset at, DateTimeOffset? noted, WorldTime? said)
    {
        var known = asOf.Clock == Clock.Noted ? noted ?? at : at;
        return known <= asOf.KnownAt && (said is null || Sayings.LatestPossible(said, known) <= asOf.SaidBy);
    }

    private static WorldTime? Said(IncidentEvent fact) => fact switch
    {
        StatementLogged e => e.Statement.Said,
        CommentSought e => e.Asked,
        StatementRetracted e => e.Said,
        StatementCorrected { Whose: Corrector.Speaker } e => e.Said,
        _ => null
    };
}
