using System.Text;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Moments;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Moments;

public class PagingAppearancesInPublic(SharedPostgres postgres)
{
    [Fact]
    public async Task tells_of_no_incident_that_is_not_shown_by_a_short_page_or_by_the_place_to_go_on_from()
    {
        await using var ledger = await postgres.EmptyAsync();
        string[] incidents = ["a-open", "b-hidden", "c-hidden", "d-open"];
        await ledger.TakeInAsync(
        [
            Line.Party("brigade"),
            .. incidents.SelectMany(incident => new[]
            {
                Line.Opening(incident), Line.Claim("k1", incident: incident),
                Line.Says("s1", "brigade", incident: incident, terms: incident.EndsWith("hidden", StringComparison.Ordinal) ? "off-the-record" : null)
            })
        ]);
        var (shown, cursors) = (new List<string>(), new List<string>());
        for (string? next = null, first = "yes"; first is not null || next is not null; first = null)
        {
            var page = (await ledger.Ledger.AppearancesAsOf.ReadAsync("brigade", 1, next, new ReadingRequest(Clock: Clock.Noted, Audience: Audience.Publishable), CancellationToken.None)).Shape();
            page.Appearances.Count.ShouldBe(1);
            shown.AddRange(page.Appearances.Select(appearance => appearance.Incident));
            next = page.Next;
            if (next is not null) cursors.Add(Decoded(next));
        }
        shown.ShouldBe(["a-open", "d-open"]);
        cursors.ShouldAllBe(cursor => !cursor.Contains("hidden"));
    }

    private static string Decoded(string cursor)
    {
        var text = cursor.Replace('-', '+').Replace('_', '/');
        return Encoding.UTF8.GetString(Convert.FromBase64String(text.PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '=')));
    }
}
