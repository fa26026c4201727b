using System.Diagnostics;

namespace AttributionLedger.Signals;

/// <summary>The spans of the ledger itself.</summary>
internal static class Traces
{
    public const string Name = "AttributionLedger";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Where a request stands in its trace; null when there is none.</summary>
    public static ActivityContext? Here => Source.HasListeners() ? Activity.Current?.Context : null;

    /// <summary>One transaction of a lane. It belongs to several requests at once, so it links to them and is a child of none.</summary>
    public static Activity? Desk(IEnumerable<ActivityContext?> requests, int entries) =>
        !Source.HasListeners() ? null
        : Source.StartActivity("desk transaction", ActivityKind.Internal, parentContext: default, tags: [new("ledger.desk.batch.size", entries)], links: requests.OfType<ActivityContext>().Select(request => new ActivityLink(request)));
}
