using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;

namespace AttributionLedger.Desk;

/// <summary>What the incidents and unnamed sources of one transaction would become.</summary>
/// <param name="before">The state of an incident before the transaction.</param>
internal sealed class Drafts(Lookups lookups, Func<IncidentId, Incident?> before)
{
    private readonly PartyDraft register = new(lookups);
    private readonly Dictionary<IncidentId, IncidentDraft> incidents = [];

    /// <summary>The state of an incident after all that was decided; null when it is not open.</summary>
    public Incident? StateOf(IncidentId id) => incidents.GetValueOrDefault(id)?.State;

    /// <param name="times">When each command will have been recorded, UTC.</param>
    public Deciding Decide(Entering entering, IReadOnlyList<DateTimeOffset> times)
    {
        var sources = entering.Unnamed.Select(entry => (entry.Party, Decision: register.Decide(entry.Party, entry.Command, times[0]))).ToList();
        if (!incidents.TryGetValue(entering.Incident, out var draft))
            incidents[entering.Incident] = draft = new(entering.Incident, before(entering.Incident), lookups, register, entering.AlsoHolds);
        return new(sources, entering.Commands.Select((command, i) => draft.Decide(command, times[i], entering.Precondition)).ToList());
    }
}

/// <summary>What was decided on what one writer asks for.</summary>
internal sealed record Deciding(IReadOnlyList<(PartyId Party, Decision<PartyEvent> Decision)> Sources, IReadOnlyList<Drafted> Entries);
