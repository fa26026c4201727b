using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Differences;

/// <summary>Which of the two clocks reached something.</summary>
public enum Along
{
    /// <summary>The desk came to know it.</summary>
    Known,
    /// <summary>It was on record, and had not been said before.</summary>
    Said
}

/// <summary>Something at which a reading can change.</summary>
public abstract record Happening
{
    private Happening() { }

    /// <summary>An entry of the incident.</summary>
    /// <param name="Fact">Its first event.</param>
    /// <param name="Stances">What a statement took.</param>
    /// <param name="About">The entry that a reversal acts on; null where it is none.</param>
    /// <param name="Undone">The reversal that was struck; null where none was.</param>
    public sealed record Entered(Recorded<IncidentEvent> Fact, Listing<Stance> Stances, IncidentEvent? About, IncidentEvent? Undone, Along Along) : Happening
    {
        /// <summary>When it was said in the world; null for what was not said but done by the desk.</summary>
        public WorldTime? Said => SaidIn(Fact.Fact);

        /// <summary>The entries that it is or is about.</summary>
        public IEnumerable<EntryId> Entries() => new[] { Fact.Fact, About }.OfType<IncidentEvent>().Select(fact => EntryId.Of(fact.EntryKey()));
    }

    /// <summary>When <paramref name="fact"/> was said in the world; null for what was not said but done by the desk.</summary>
    internal static WorldTime? SaidIn(IncidentEvent fact) => fact switch
    {
        IncidentEvent.StatementLogged e => e.Statement.Said,
        IncidentEvent.CommentSought e => e.Asked,
        IncidentEvent.StatementRetracted e => e.Said,
        IncidentEvent.StatementCorrected { Whose: Corrector.Speaker } e => e.Said,
        _ => null
    };

    /// <summary>What was recorded of a party.</summary>
    public sealed record OfParty(PartyId Party, Recorded<PartyEvent> Fact) : Happening;

    /// <summary>An embargo ended, and what stood under it may be published.</summary>
    /// <param name="At">UTC.</param>
    public sealed record EmbargoEnded(IncidentEvent.StatementLogged Statement, DateTimeOffset At) : Happening;
}
