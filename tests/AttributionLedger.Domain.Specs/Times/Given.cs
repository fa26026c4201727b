using System.Globalization;
using AttributionLedger.Times;
using Shouldly;

namespace AttributionLedger.Domain.Specs.Times;

internal static class Given
{
    public const string Baghdad = "Asia/Baghdad";

    public static WorldTime Time(string edtf, string zone = Baghdad, string? wording = null) =>
        WorldTime.Read(edtf, zone, wording).ShouldBeOfType<WorldTimeReading.Read>().Time;

    public static WorldTimeReading.Unreadable Refused(string edtf, string zone = Baghdad) =>
        WorldTime.Read(edtf, zone).ShouldBeOfType<WorldTimeReading.Unreadable>();

    public static DateTimeOffset AskedAbout(string text, string zone = Baghdad) =>
        Moment.Read(text, zone).ShouldBeOfType<MomentReading.Read>().At;

    public static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime();

    public static void ShouldSpan(this WorldTime time, string earliest, string latest)
    {
        time.Earliest.ShouldBe(Utc(earliest));
        time.Latest.ShouldBe(Utc(latest));
    }
}
