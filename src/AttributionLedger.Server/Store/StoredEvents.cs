using AttributionLedger.Basics;
using JasperFx.Events;

namespace AttributionLedger.Store;

/// <summary>From what the store keeps to what the domain reads, and back.</summary>
internal static class StoredEvents
{
    public static Recorded<TFact> Recorded<TFact>(this IEvent stored) where TFact : INoted => new((TFact)stored.Data, stored.Timestamp.ToUniversalTime(), stored.Version);

    /// <summary>Facts as events that were recorded at <paramref name="known"/>.</summary>
    public static IEvent[] Stored<TFact>(this IEnumerable<TFact> facts, Func<TFact, DateTimeOffset> known) where TFact : class => facts.Select(fact =>
    {
        var stored = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(fact.GetType()), fact)!;
        stored.Timestamp = known(fact);
        return stored;
    }).ToArray();
}
