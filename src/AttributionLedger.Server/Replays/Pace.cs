using System.Runtime.CompilerServices;

namespace AttributionLedger.Replays;

/// <summary>How fast a replay goes.</summary>
/// <param name="Times">So many times faster than it happened; <see cref="Unhindered"/> for as fast as it is taken.</param>
public readonly record struct Pace(int Times)
{
    /// <summary>What no speed is: slower than one second a second is for nobody.</summary>
    public const int Unhindered = 0;

    /// <summary>A year in a third of a second.</summary>
    public const int Fastest = 100_000_000;

    /// <summary>Longer than this nobody waits to see whether there is more.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Holds each frame back until its time has come.</summary>
    public async IAsyncEnumerable<ReplayFrameShape> HoldAsync(IAsyncEnumerable<ReplayFrameShape> frames, TimeProvider clock, [EnumeratorCancellation] CancellationToken ct)
    {
        DateTimeOffset? before = null;
        await foreach (var frame in frames.WithCancellation(ct))
        {
            if (Times > Unhindered && before is { } last && Wait(frame.At - last) is { Ticks: > 0 } wait) await Task.Delay(wait, clock, ct);
            before = frame.At;
            yield return frame;
        }
    }

    private TimeSpan Wait(TimeSpan between) => between / Times is var wait && wait < LongestWait ? wait : LongestWait;
}
