using System.Diagnostics.Metrics;
using AttributionLedger.Desk;
using AttributionLedger.Serving.Checks;
using AttributionLedger.Signals;

namespace AttributionLedger.Serving;

/// <summary>What is not counted when it happens but looked up when somebody asks.</summary>
internal sealed class Gauges : IDisposable
{
    private readonly Meter meter = new(Measures.Name);

    public Gauges(Lanes lanes, PostgresWatch watch)
    {
        meter.CreateObservableUpDownCounter("ledger.lanes.waiting", () => lanes.WaitingCount, "{entry}", "Entries that wait for a transaction of the desk.");
        meter.CreateObservableGauge("ledger.views.lag", () => Seen(lag => lag.Events), "{event}", "Events that the views do not hold yet.");
        meter.CreateObservableGauge("ledger.views.delay", () => Seen(lag => lag.Time.TotalSeconds), "s", "Time since the first event was appended that the views do not hold yet.");
        meter.CreateObservableGauge("ledger.postgres.up", () => watch.Last is { Fault: null } ? 1 : 0, "1", "Whether PostgreSQL answered when the server looked last.");

        IEnumerable<Measurement<T>> Seen<T>(Func<Views.Following.Lag, T> of) where T : struct => watch.Last?.Lag is { } lag ? [new(of(lag))] : [];
    }

    public void Dispose() => meter.Dispose();
}
