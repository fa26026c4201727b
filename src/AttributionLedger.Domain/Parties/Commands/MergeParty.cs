using AttributionLedger.Basics;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties.Commands;

/// <summary>Records that two parties are one and the same; what this one said counts as the other's from now on.</summary>
public sealed record MergeParty(EntryId Id, PartyId Into, string Reason) : PartyCommand
{
    private protected override PartyEvent Fact() => new PartyMerged(Id, Into, Reason);

    private protected override IEnumerable<Rejection> Refusals(PartyId id, Party? party, IRegister register) =>
    [
        .. Texts.Id(Id.Value, "id", "an entry"), .. Known(register, Into, "into"), .. Texts.Line(Reason, "reason"), .. Refused(id, party, register)
    ];

    private IEnumerable<Rejection> Refused(PartyId id, Party? party, IRegister register)
    {
        if (party?.MergedInto is { } before) yield return new("already-merged", "party", $"This party was merged into {before} before. Split it first.");
        for (PartyId? end = Into; end is { } next; end = register.Party(next)?.MergedInto)
            if (next == id) { yield return new("merge-cycle", "into", "This would merge the party into itself."); yield break; }
        // To merge a source with a name, or with another source, is to say who it is.
        if (party?.Kind == PartyKind.Unnamed || register.Party(Into)?.Kind == PartyKind.Unnamed)
            yield return new("merge-names-a-source", "into", "An unnamed party cannot be merged: that would say who it is.");
    }
}
