using AttributionLedger.Basics;

namespace AttributionLedger.Store;

/// <summary>The keys of the streams: one per incident and one per party. Ids hold no slash, so the two cannot meet.</summary>
public static class StreamKeys
{
    private const string IncidentPrefix = "incident/", PartyPrefix = "party/";

    public static string Of(IncidentId incident) => IncidentPrefix + incident.Value;
    public static string Of(PartyId party) => PartyPrefix + party.Value;

    public static string? IncidentIn(string? key) => key?.StartsWith(IncidentPrefix, StringComparison.Ordinal) == true ? key[IncidentPrefix.Length..] : null;
    public static string? PartyIn(string? key) => key?.StartsWith(PartyPrefix, StringComparison.Ordinal) == true ? key[PartyPrefix.Length..] : null;
}
