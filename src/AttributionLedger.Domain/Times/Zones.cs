using System.Globalization;
using System.Text.RegularExpressions;

namespace AttributionLedger.Times;

/// <summary>
/// Time zones by their IANA ids, and the local clocks in them. Offsets are whole minutes, as .NET keeps them; the local
/// mean times of the nineteenth century are therefore up to half a minute off.
/// </summary>
public static partial class Zones
{
    /// <summary>The zone of one that is not given a better one.</summary>
    public const string Utc = "Etc/UTC";

    // No zone is further than fourteen hours from UTC, so this much before and after a local time its day is surely
    // not yet, or surely already, reached.
    private static readonly TimeSpan Reach = TimeSpan.FromHours(15);

    /// <summary>
    /// Reads the name of a zone: an IANA id of an area and a place in its exact spelling, such as <c>Asia/Baghdad</c>; or
    /// <c>UTC</c>, which becomes <c>Etc/UTC</c>. Refuses names without a slash, for an abbreviation such as <c>CST</c> names
    /// several zones and <c>EST</c> one without summer time, and Windows names. Never throws.
    /// </summary>
    public static ZoneReading Read(string? zone)
    {
        var found = Find(zone);
        return found.Value is { } known ? new ZoneReading.Read(known.Id) : found.Refusal!.AsZone();
    }

    /// <summary>
    /// The same instant with the offset that the clocks of a zone show. In UTC where the zone is not known, for a page
    /// must still show what was stored under a name that this machine's database lacks.
    /// </summary>
    public static DateTimeOffset InZone(DateTimeOffset instant, string? zone) =>
        Find(zone).Value is { } known ? TimeZoneInfo.ConvertTime(instant, known) : instant.ToUniversalTime();

    /// <summary>
    /// The instant as the clocks of a zone show it, with the offset, to the second: <c>2024-04-21 21:50:00 +03:00</c>.
    /// </summary>
    public static string Show(DateTimeOffset instant, string? zone) =>
        InZone(instant, zone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    /// <summary>
    /// The offsets at which the clocks of a zone showed a local time, the earlier instant first: none where they skipped it,
    /// two where they showed it twice. Null where the zone is not known.
    /// </summary>
    public static IReadOnlyList<TimeSpan>? OffsetsAt(string? zone, DateTime local) => Find(zone).Value is { } known ? OffsetsAt(known, local) : null;

    internal static Attempt<TimeZoneInfo> Find(string? zone)
    {
        if (string.Equals(zone, "UTC", StringComparison.OrdinalIgnoreCase))
            zone = Utc;
        // The shape is checked before the name reaches the file system, where .NET looks it up. It finds a name in other
        // letters only once it has the right one in its cache; the same text must not be read on some days only.
        if (zone is not null && Shape().IsMatch(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.Id == zone)
            return found;
        return new TimeRefusal(TimeCodes.ZoneUnknown, string.IsNullOrWhiteSpace(zone)
            ? "No time zone was given. Write its IANA id, for example Asia/Baghdad, or Etc/UTC."
            : $"{EdtfHints.Quoted(zone)} is not a time zone of the IANA database. Write area and place in its spelling, for example Asia/Baghdad or America/New_York, or Etc/UTC; an abbreviation or an offset does not say when its clocks change.");
    }

    /// <summary>
    /// The first instant of a day on the clocks of a zone: of two midnights the earlier; where midnight is skipped, the
    /// instant at which the clocks went past it.
    /// </summary>
    internal static DateTimeOffset FirstInstant(TimeZoneInfo zone, DateOnly day)
    {
        var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        if (OffsetsAt(zone, midnight.DateTime) is [var first, ..])
            return midnight - first;

        // The clocks jump over midnight once within reach, and the database has its jumps on whole seconds.
        var (before, after) = (midnight - Reach, midnight + Reach);
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before + TimeSpan.FromSeconds(Math.Floor((after - before).TotalSeconds / 2));
            if (TimeZoneInfo.ConvertTime(middle, zone).DateTime < midnight.DateTime)
                before = middle;
            else
                after = middle;
        }
        return after;
    }

    /// <summary>
    /// The offsets at which the clocks of a zone showed a local time, the earlier instant first: none where it was
    /// skipped, two where it came twice.
    /// </summary>
    internal static IReadOnlyList<TimeSpan> OffsetsAt(TimeZoneInfo zone, DateTime local)
    {
        // Tried against the instants themselves: TimeZoneInfo.IsInvalidTime overlooks the day that Kwajalein skipped.
        var asUtc = new DateTimeOffset(local, TimeSpan.Zero);
        return [.. new[] { zone.GetUtcOffset(asUtc - Reach), zone.GetUtcOffset(asUtc + Reach) }
            .Distinct()
            .Where(offset => zone.GetUtcOffset(asUtc - offset) == offset)
            .OrderDescending()];
    }

    /// <summary>What a local time that the clocks skipped would have been by the offset before they did.</summary>
    internal static DateTimeOffset PastTheGap(TimeZoneInfo zone, DateTime local)
    {
        var asUtc = new DateTimeOffset(local, TimeSpan.Zero);
        return TimeZoneInfo.ConvertTime(asUtc - zone.GetUtcOffset(asUtc - Reach), zone);
    }

    // The folders "posix" and "right" of some installations hold second copies, the latter with leap seconds.
    [GeneratedRegex(@"^(?!posix/|right/)[A-Za-z]{2,14}(/[A-Za-z0-9_+-]{1,32}){1,2}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
