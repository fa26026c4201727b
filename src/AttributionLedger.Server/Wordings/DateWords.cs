using System.Globalization;
using AttributionLedger.Times;

namespace AttributionLedger.Wordings;

/// <summary>
/// Times as an editor writes them: as precisely as they were given and no more, and what its giver called approximate or
/// uncertain not as if it were sure. The one place where they are put.
/// </summary>
/// <param name="zone">IANA, the incident's.</param>
/// <param name="year">
/// The year of the incident, which goes without saying beside a day. Null for words that stand alone: they have every year,
/// and no time of day.
/// </param>
public sealed class DateWords(string zone, int? year = null)
{
    /// <summary>"on 24 April", "in April 2024", "on 24 April at 21:50", "between 20 April and 22 April", "possibly by 25 April".</summary>
    public string On(WorldTime time) => Qualified(time, "probably ") + (Ends(time) switch
    {
        [var one] => Preposition(one) + Words(one),
        ["" or "..", var until] => $"by {Words(until)}",
        [var from, "" or ".."] => $"not before {Words(from)}",
        [var from, var until] when Words(from) == Words(until) => Preposition(from) + Words(from),
        [var from, var until] => $"between {Words(from)} and {Words(until)}",
        _ => time.Edtf
    });

    /// <summary>What stands after "of": "24 April", "about 24 April", "20 April to 22 April".</summary>
    public string Of(WorldTime time) => Qualified(time, "about ") + (Ends(time) switch
    {
        [var one] => Words(one),
        ["" or "..", var until] => $"{Words(until)} or earlier",
        [var from, "" or ".."] => $"{Words(from)} or later",
        [var from, var until] when Words(from) == Words(until) => Words(from),
        [var from, var until] => $"{Words(from)} to {Words(until)}",
        _ => time.Edtf
    });

    /// <summary>The day of an instant, "3 May".</summary>
    public string Day(DateTimeOffset instant) => Shown(Zones.InZone(instant, zone));

    private static string Qualified(WorldTime time, string approximately) => time.Uncertain ? "possibly " : time.Approximate ? approximately : "";

    private static string[] Ends(WorldTime time) => time.Edtf.Split('/');

    private static string Preposition(string end) => Bare(end).Length < "2024-04-22".Length ? "in " : "on ";

    private string Words(string end) => Bare(end) switch
    {
        { Length: 7 } month when DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) => first.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        { Length: 10 } day when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Shown(new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)),
        { Length: > 10 } instant when DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) => At(Zones.InZone(at, zone)),
        var other => other
    };

    private string At(DateTimeOffset at) => Shown(at) + (year is null ? "" : $" at {at.ToString("HH:mm", CultureInfo.InvariantCulture)}");

    private string Shown(DateTimeOffset day) => day.ToString(day.Year == year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Bare(string end) => end.TrimEnd('~', '?', '%');
}
