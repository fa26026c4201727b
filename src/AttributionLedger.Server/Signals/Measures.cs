using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Diagnostics;
using System.Text.Json;

namespace AttributionLedger.Signals;

/// <summary>
/// What the desk measures, named and with units as OpenTelemetry's conventions have it. Nothing is measured while nobody
/// listens, and no attribute ever says of whom or of what: neither ids nor names nor words.
/// </summary>
internal static class Measures
{
    public const string Name = "AttributionLedger";

    public const string KindTag = "ledger.entry.kind", OutcomeTag = "ledger.outcome", ErrorTag = "error.type";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Entries = Meter.CreateCounter<long>("ledger.entries", "{entry}", "Entries that the desk decided, by kind and by what became of them.");

    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram("ledger.desk.batch.size", "{entry}", "Entries of one transaction of the desk.", advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });

    private static readonly Histogram<double> Duration = Meter.CreateHistogram("ledger.desk.duration", "s", "How long one transaction of the desk takes, its locks included.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    private static readonly ConcurrentDictionary<Type, string> Kinds = new();

    /// <summary>Measures one transaction of the desk, whether it succeeds or not.</summary>
    /// <param name="commands">What it was asked for, in the order of the outcomes.</param>
    /// <param name="outcomes">What became of each, in a word.</param>
    public static async Task<T> OfDeskAsync<T>(IEnumerable<object> commands, Func<Task<T>> work, Func<T, IEnumerable<string>> outcomes)
    {
        if (!Entries.Enabled && !BatchSize.Enabled && !Duration.Enabled) return await work();
        var asked = commands.Select(Kind).ToList();
        var began = Stopwatch.GetTimestamp();
        try
        {
            var done = await work();
            Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
            foreach (var (kind, outcome) in asked.Zip(outcomes(done))) Entries.Add(1, new(KindTag, kind), new(OutcomeTag, outcome));
            return done;
        }
        catch (Exception fault)
        {
            Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>(ErrorTag, fault.GetType().FullName));
            throw;
        }
        finally
        {
            BatchSize.Record(asked.Count);
        }
    }

    private static string Kind(object command) => Kinds.GetOrAdd(command.GetType(), type => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name));
}
