using System.Globalization;
using AttributionLedger.Times;

namespace AttributionLedger.Differences;

/// <summary>Times as an editor writes them: as exactly as they were given and no more, on the clocks of the incident.</summary>
/// <param name="zone">IANA, the incident's.</param>
/// <param name="year">The year of the incident, which goes without saying beside a day.</param>
internal sealed class DateWords(string zone, int year)
{
    /// <summary>"on 24 April", "in April 2024", "on 24 April at 21:50", "between 20 April and 22 April".</summary>
    public string On(WorldTime time) => Ends(time) switch
    {
        [var one] => Preposition(time, one) + Words(one),
        ["" or "..", var until] => $"by {Words(until)}",
        [var from, "" or ".."] => $"from {Words(from)} on",
        [var from, var until] => $"between {Words(from)} and {Words(until)}",
        _ => time.Edtf
    };

    /// <summary>What stands after "of": "24 April", "20 April to 22 April".</summary>
    public string Of(WorldTime time) => Ends(time) switch
    {
        [var one] => (time.Approximate ? "about " : "") + Words(one),
        ["" or "..", var until] => $"{Words(until)} or earlier",
        [var from, "" or ".."] => $"{Words(from)} or later",
        [var from, var until] => $"{Words(from)} to {Words(until)}",
        _ => time.Edtf
    };

    /// <summary>The day of an instant, "3 May".</summary>
    public string Day(DateTimeOffset instant) => Shown(Zones.InZone(instant, zone), "d MMMM");

    private static string[] Ends(WorldTime time) => time.Edtf.Split('/');

    private static string Preposition(WorldTime time, string end) => time.Approximate ? "about " : Bare(end).Length < "2024-04-22".Length ? "in " : "on ";

    private string Words(string end) => Bare(end) switch
    {
        { Length: 4 } alone => alone,
        { Length: 7 } month => Month(month),
        { Length: 10 } day when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            Shown(new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), "d MMMM"),
        var instant when DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) => At(Zones.InZone(at, zone)),
        var other => other
    };

    private string At(DateTimeOffset at) => $"{Shown(at, "d MMMM")} at {at.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private string Shown(DateTimeOffset day, string form) => day.ToString(day.Year == year ? form : form + " yyyy", CultureInfo.InvariantCulture);

    private static string Month(string month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : month;

    private static string Bare(string end) => end.TrimEnd('~', '?', '%');
}
