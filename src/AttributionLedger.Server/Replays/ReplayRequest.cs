using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Times;

namespace AttributionLedger.Replays;

/// <summary>Along which of the two clocks a replay goes; the other stands still.</summary>
public enum Course
{
    /// <summary>As the desk came to know it.</summary>
    Known,
    /// <summary>As it was said in the world, by what is known at one moment.</summary>
    Said
}

/// <summary>What a replay shows.</summary>
/// <param name="At">Where the clock that stands still stands: saidBy along the known, knownAt along the said.</param>
/// <param name="From">EDTF; a day, month or year means its beginning. Null for the first moment there is.</param>
/// <param name="To">EDTF; a day, month or year means its end. Null for now.</param>
/// <param name="After">The id of the last frame that was seen, to go on after it; null to begin.</param>
public sealed record ReplayRequest(Course Along, ReadingRequest At, string? From = null, string? To = null, string? After = null)
{
    /// <summary>The stretch that is replayed.</summary>
    /// <returns>What is wrong with the request; null when nothing is.</returns>
    internal Rejection? Stretch(string zone, DateTimeOffset now, out Stretch stretch)
    {
        stretch = new(new(now, now), null, now);
        if (Along == Course.Known && At.KnownAt is not null) return Moving("knownAt");
        if (Along == Course.Said && At.SaidBy is not null) return Moving("saidBy");
        if (At.Moments(zone, now, out var asOf) is { } refusal) return refusal;
        if (ReadingRequest.ReadMoment(To, zone, now, "to", now, out var to) is { } wrong) return wrong;
        DateTimeOffset? from = null;
        if (From is not null)
        {
            if (ReadingRequest.ReadMoment(From, zone, now, "from", now, out var end) is { } unread) return unread;
            from = WorldTime.Read(From, zone) is WorldTimeReading.Read { Time.Earliest: { } earliest } ? earliest : end;
        }
        if (from > to) return new("from-after-to", "from", "The replay would begin after its end. Exchange from and to.");
        if (After is not null && FrameId.Read(After, Along) is null) return new("frame-unknown", "after", "This is no id of a frame of such a replay. Repeat the id of the last frame that you got, or leave it out.");
        stretch = new(asOf, from, to);
        return null;
    }

    private static Rejection Moving(string field) => new("moment-moves", field, $"Along this clock {field} moves; from and to say between which moments.");
}

/// <param name="At">Of the clock that stands still, for whom and by which rules.</param>
/// <param name="From">UTC; null for the first moment there is.</param>
/// <param name="To">UTC, included.</param>
internal readonly record struct Stretch(AsOf At, DateTimeOffset? From, DateTimeOffset To);

/// <summary>The id of a frame: the clock and the moment, by which a replay goes on where another ended.</summary>
internal static class FrameId
{
    public static string Of(Course along, DateTimeOffset moment) => $"{Letter(along)}{(moment - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}";

    /// <summary>UTC; null where it is no id of a frame along that clock.</summary>
    public static DateTimeOffset? Read(string id, Course along) =>
        id.StartsWith(Letter(along)) && long.TryParse(id.AsSpan(1), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var microseconds)
            && microseconds is > -Most and < Most
            ? DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds) : null;

    /// <summary>Microseconds from 1970 to where the ledger's years begin, and as far ahead.</summary>
    private const long Most = 62_135_596_800_000_000;

    private static char Letter(Course along) => along == Course.Known ? 'k' : 's';
}
