using System.Globalization;
using AttributionLedger.Attribution;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Times;

namespace AttributionLedger.Moments;

/// <summary>Whose ledger it is. Across incidents a day is a day of the newsroom's.</summary>
/// <param name="Zone">IANA.</param>
public sealed record Newsroom(string Zone, TimeProvider Clock)
{
    /// <summary>The environment variable that names the newsroom's time zone; without it that is UTC.</summary>
    public const string ZoneVariable = "LEDGER_ZONE";

    public const string UsualZone = "Etc/UTC";

    public static Newsroom OfEnvironment(TimeProvider clock) => new(Environment.GetEnvironmentVariable(ZoneVariable) is { Length: > 0 } zone ? zone : UsualZone, clock);

    /// <summary>The moment that is asked for, across incidents.</summary>
    internal Answer<AsOf> Read(ReadingRequest request) => request.Moments(Zone, Microseconds.Of(Clock.GetUtcNow()), out var asOf) is { } refusal ? refusal : asOf;

    /// <summary>The same moment, written so that it is the same in every zone.</summary>
    internal static ReadingRequest Exact(AsOf asOf) => new(Instant(asOf.SaidBy), Instant(asOf.KnownAt), asOf.Clock, asOf.Audience);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
