using System.Globalization;
using AttributionLedger.Incidents;
using AttributionLedger.Times;

namespace AttributionLedger.Wordings;

/// <summary>
/// What became of a statement, in the words in which it may be told: each kind of error has its own, for who erred is part of
/// what is told. The one place where they are put, whoever tells them.
/// </summary>
public static class ReversalPhrases
{
    public const string Struck = "logged in error by this desk";

    /// <param name="said">When the speaker took it back.</param>
    public static string Withdrawn(WorldTime said) => $"withdrawn by the speaker{On(said)}";

    /// <param name="said">When the speaker corrected itself; null for the others.</param>
    /// <param name="known">UTC, when the correction of another was recorded, or noted, where that is earlier.</param>
    /// <param name="zone">The incident's.</param>
    public static string Corrected(Corrector whose, WorldTime? said, DateTimeOffset known, string zone) => whose switch
    {
        Corrector.Speaker => $"corrected by the speaker{(said is null ? "" : On(said))}",
        Corrector.Outlet => $"corrected by the outlet on {Day(known, zone)}",
        _ => $"translation corrected on {Day(known, zone)}"
    };

    private static string Day(DateTimeOffset at, string zone) => Shown(Zones.InZone(at, zone), "d MMMM yyyy");

    /// <summary>As precisely as it was given and no more: " on 25 April 2024", " in April 2024", " between …", " by …".</summary>
    private static string On(WorldTime said)
    {
        if (said.Edtf.Split('/') is not [var from, var to]) return $" {Qualified(said)}{Point(said.Edtf, said.Earliest, said.Zone)}";
        var (earliest, latest) = (IsOpen(from) ? null : Bare(from, said.Earliest, said.Zone), IsOpen(to) ? null : Bare(to, said.Latest, said.Zone));
        return (earliest, latest) switch
        {
            (null, null) => "",
            (null, _) => $" {Qualified(said)}by {latest}",
            (_, null) => $" {Qualified(said)}not before {earliest}",
            _ when earliest == latest => $" {Qualified(said)}{Point(from, said.Earliest, said.Zone)}",
            _ => $" {Qualified(said)}between {earliest} and {latest}"
        };
    }

    // What its giver called approximate or uncertain is not told as if it were sure.
    private static string Qualified(WorldTime said) => said.Uncertain ? "possibly " : said.Approximate ? "probably " : "";

    private static bool IsOpen(string end) => end is "" or "..";

    private static string Point(string edtf, DateTimeOffset? at, string zone) => (Plain(edtf).Length < "2024-04-25".Length ? "in " : "on ") + Bare(edtf, at, zone);

    private static string Bare(string edtf, DateTimeOffset? at, string zone) => Plain(edtf).Length switch
    {
        4 => Plain(edtf),
        7 => Shown(Zones.InZone(at!.Value, zone), "MMMM yyyy"),
        _ => Shown(Zones.InZone(at!.Value, zone), "d MMMM yyyy")
    };

    private static string Plain(string edtf) => edtf.TrimEnd('~', '?', '%');

    private static string Shown(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);
}
