using System.Globalization;
using System.Text.RegularExpressions;
using AttributionLedger.Times;
using Shouldly;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>Times as specs write them: <c>11:30</c> on the day of the scene, or EDTF.</summary>
public static partial class When
{
    /// <summary>The day of a scene; its clock starts at noon.</summary>
    public const string Day = "2031-05-01";

    public static DateTimeOffset Noon { get; } = new(2031, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static WorldTime World(string time, string zone) =>
        WorldTime.Read(OfDay(time), zone).ShouldBeOfType<WorldTimeReading.Read>(time).Time;

    /// <summary>The instant; of a day its end.</summary>
    public static DateTimeOffset Instant(string time) =>
        Moment.Read(OfDay(time), "Etc/UTC").ShouldBeOfType<MomentReading.Read>(time).At;

    public static string Edtf(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string OfDay(string time) => HourAndMinute().Replace(time, $"{Day}T$1Z");

    [GeneratedRegex(@"(?<![T\d:+-])(\d\d:\d\d(?::\d\d)?)(?![\d:])")]
    private static partial Regex HourAndMinute();
}
