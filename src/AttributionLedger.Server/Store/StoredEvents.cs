using AttributionLedger.Basics;
using JasperFx.Events;

namespace AttributionLedger.Store;

/// <summary>From what the store keeps to what the domain reads.</summary>
internal static class StoredEvents
{
    public static Recorded<TFact> Recorded<TFact>(this IEvent stored) where TFact : INoted => new((TFact)stored.Data, stored.Timestamp.ToUniversalTime(), stored.Version);
}
