using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Desk;

/// <summary>How an unnamed source comes into the register: under an id that tells nothing, and within one incident.</summary>
internal static class UnnamedSources
{
    private static readonly AffiliationId Under = AffiliationId.Of("under");

    /// <summary>A new id, at random: one that a writer chose, or that was made from anything about the source, could name it.</summary>
    public static PartyId Mint() => PartyId.Of(Identity.MintedPrefix + Guid.NewGuid().ToString("N")[..12]);

    /// <summary>What registers the source and, where it is known, records under whom it is counted.</summary>
    public static IReadOnlyList<PartyCommand> Commands(IncidentId incident, SheetEntry.Unnamed source)
    {
        var registration = source.Registration with { Within = incident };
        return source.Under is { } under ? [registration, new RecordAffiliation(Under, Link.PartOf, under, Counts: true, null, null) { Noted = registration.Noted }] : [registration];
    }
}
