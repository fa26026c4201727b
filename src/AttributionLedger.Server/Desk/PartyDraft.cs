using AttributionLedger.Basics;
using AttributionLedger.Parties;

namespace AttributionLedger.Desk;

/// <summary>What the register would become if a batch of commands were carried out in order.</summary>
/// <param name="before">An earlier draft that this one goes on from, such as the parties of the same sheet.</param>
internal sealed class PartyDraft(Lookups lookups, PartyDraft? before = null) : IRegister
{
    private readonly Dictionary<string, Party> drafted = [];

    public Party? Party(PartyId id) => Drafted(id) ?? lookups.Party(id);

    private Party? Drafted(PartyId id) => drafted.GetValueOrDefault(id.Value) ?? before?.Drafted(id);

    public Decision<PartyEvent> Decide(PartyId id, PartyCommand command, DateTimeOffset known)
    {
        var decision = command.Decide(id, Party(id), this, known);
        foreach (var fact in decision.Facts)
            drafted[id.Value] = Parties.Party.Evolve(Party(id), id.Value, new Recorded<PartyEvent>(fact, known, (Party(id)?.Facts.Count ?? 0) + 1));
        return decision;
    }
}
