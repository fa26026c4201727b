using AttributionLedger.Attribution;
using AttributionLedger.Basics;

namespace AttributionLedger.Replays;

/// <summary>The reading after something happened.</summary>
/// <param name="Id">By which a replay goes on after this frame.</param>
/// <param name="At">UTC, the moment on the clock that moves.</param>
/// <param name="Changed">The reading is another than in the frame before.</param>
public sealed record ReplayFrameShape(string Id, DateTimeOffset At, bool Changed, ReadingShape Reading);

/// <summary>What came of asking for a replay.</summary>
public abstract record ReplayAnswer
{
    private ReplayAnswer() { }

    /// <param name="Zone">The incident's.</param>
    /// <param name="Frames">Each is read when it is asked for, and none is kept.</param>
    public sealed record Begun(string Zone, IAsyncEnumerable<ReplayFrameShape> Frames) : ReplayAnswer;

    public sealed record Refused(Rejection Rejection) : ReplayAnswer;
}
