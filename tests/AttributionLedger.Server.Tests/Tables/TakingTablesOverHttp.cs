using System.Net;
using System.Text;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Tables;

namespace AttributionLedger.Server.Tests.Tables;

public class TakingTablesOverHttp(SampleApi api) : IClassFixture<SampleApi>
{
    private HttpClient Http => api.Host.Http;

    [Theory]
    [InlineData("/api/incidents/harbour-fire/statements.csv", TableOf.Statements, "harbour-fire", "statements-harbour-fire.csv")]
    [InlineData("/api/incidents/harbour-fire/positions.csv?saidBy=2023-03-06", TableOf.Positions, "harbour-fire", "positions-harbour-fire.csv")]
    [InlineData("/api/incidents/jordan-drone/standings.csv", TableOf.Standings, "jordan-drone", "standings-jordan-drone.csv")]
    [InlineData("/api/statements.csv", TableOf.Statements, null, "statements.csv")]
    [InlineData("/api/positions.csv", TableOf.Positions, null, "positions.csv")]
    [InlineData("/api/standings.csv", TableOf.Standings, null, "standings.csv")]
    public async Task gives_a_file_for_a_spreadsheet(string path, TableOf of, string? incident, string name)
    {
        using var response = await Http.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.GetValues("Content-Type").Single().ShouldBe("text/csv; charset=utf-8; header=present");
        response.Content.Headers.GetValues("Content-Disposition").Single().ShouldBe($"attachment; filename=\"{name}\"");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var file = await response.Content.ReadAsByteArrayAsync();
        file[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var at = path.Contains("saidBy", StringComparison.Ordinal) ? Tabled.InPublic with { SaidBy = "2023-03-06" } : Tabled.InPublic;
        Timeless(Tabled.Rows(Encoding.UTF8.GetString(file))).ShouldBe(Timeless(await api.Host.Ledger.RowsAsync(of, incident, at)));
    }

    [Fact]
    public async Task gives_the_desk_what_is_the_desks()
    {
        static int Rows(string csv) => Tabled.Rows(csv).Count;
        var (publicly, internally, all) = (await Http.GetStringAsync("/api/statements.csv"), await Http.GetStringAsync("/api/statements.csv?reading=internal"), await Http.GetStringAsync("/api/statements.csv?reading=internal&with=struck"));
        Rows(publicly).ShouldBeLessThan(Rows(internally));
        Rows(internally).ShouldBeLessThan(Rows(all));
        (await Http.GetStringAsync("/api/statements.csv?with=struck")).ShouldBe(publicly);
        publicly.ShouldNotContain(",struck,");
    }

    [Theory]
    [InlineData("/api/incidents/nowhere/statements.csv", 404, "incident-unknown")]
    [InlineData("/api/incidents/nowhere/standings.csv?knownAt=2023", 404, "incident-unknown")]
    [InlineData("/api/statements.csv?knownAt=2093", 400, "moment-in-future")]
    [InlineData("/api/incidents/harbour-fire/positions.csv?saidBy=now", 400, "time-unreadable")]
    [InlineData("/api/positions.csv?with=struck", 400, "parameter-unknown")]
    [InlineData("/api/standings.csv?reading=secret", 400, "word-unknown")]
    public async Task says_what_is_wrong_as_a_problem(string path, int status, string code)
    {
        using var response = await Http.GetAsync(path);
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        response.Content.Headers.Contains("Content-Disposition").ShouldBeFalse();
        (await response.Content.ReadAsStringAsync()).ShouldContain($"\"code\":\"{code}\"");
    }

    [Fact]
    public async Task tells_by_head_what_it_would_be()
    {
        using var response = await Http.SendAsync(new(HttpMethod.Head, "/api/incidents/harbour-fire/statements.csv"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    private static string[] Timeless(IEnumerable<Dictionary<string, string>> rows) =>
        [.. rows.Select(row => string.Join('|', row.Where(cell => cell.Key is not ("as of said" or "as of known")).Select(cell => $"{cell.Key}={cell.Value}")))];
}
