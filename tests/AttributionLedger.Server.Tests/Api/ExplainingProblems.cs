using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AttributionLedger.Api.ProblemPages;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Times;

namespace AttributionLedger.Server.Tests.Api;

public partial class ExplainingProblems(SampleApi api) : IClassFixture<SampleApi>
{
    [Fact]
    public void has_an_entry_for_every_code_and_for_no_other()
    {
        var (told, given) = (ProblemTypes.All.Select(problem => problem.Code).ToList(), Constants().Concat(InTexts()).Distinct().ToList());
        given.Except(told).ShouldBeEmpty();
        told.Except(given).ShouldBeEmpty();
    }

    [Fact]
    public void tells_of_the_statuses_that_the_api_names_where_it_refuses()
    {
        var told = Texts("AttributionLedger.Server/Api", "AttributionLedger.Server/Serving").SelectMany(text => WithStatus().Matches(text))
            .Select(match => (Code: match.Groups["code"].Value, Status: (int)Enum.Parse<HttpStatusCode>(Renamed(match.Groups["status"].Value)))).Distinct().ToList();
        told.Count.ShouldBeGreaterThan(15);
        foreach (var (code, status) in told) ProblemTypes.Of(code)!.Statuses.ShouldContain(status, code);
    }

    [Fact]
    public async Task answers_programs_with_json_and_people_with_a_page()
    {
        (await api.Host.GetAsync("/problems/id-taken")).GetProperty("statuses")[0].GetInt32().ShouldBe(409);
        var page = await PageAsync("/problems/id-taken");
        page.ShouldContain("<code>id-taken</code>");
        page.ShouldNotContain("<script");
        page.ShouldContain("color-scheme: light dark");
        page.ShouldContain("@media print");
        var list = await PageAsync("/problems");
        foreach (var problem in ProblemTypes.All) list.ShouldContain($"href=\"{problem.Type}\"");
    }

    [Fact]
    public async Task of_a_code_that_is_none_is_a_problem_itself() =>
        (await api.Host.Http.GetAsync("/problems/no-such-thing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task stands_behind_the_type_of_a_refusal()
    {
        var refused = await api.Host.PostAsync("/api/incidents/kharab-al-jir/statements", new { id = "x" });
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = System.Text.Json.JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;
        (await api.Host.GetAsync(problem.GetProperty("type").GetString()!)).GetProperty("code").GetString().ShouldBe(problem.GetProperty("code").GetString());
        problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()).ShouldBe(["#/by", "#/said", "#/stances"]);
    }

    private async Task<string> PageAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html,application/xhtml+xml,*/*;q=0.8" } } };
        var response = await api.Host.Http.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        return await response.Content.ReadAsStringAsync();
    }

    private static IEnumerable<string> Constants() => new[] { typeof(SheetCodes).Assembly, typeof(TableCodes).Assembly, typeof(TimeCodes).Assembly }.SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type.Name.EndsWith("Codes", StringComparison.Ordinal)).SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => (string)field.GetValue(null)!);

    // Most codes stand where they are refused and nowhere else, so they are looked for in the text.
    private static IEnumerable<string> InTexts() =>
        Texts("AttributionLedger.Domain/Basics", "AttributionLedger.Domain/Incidents", "AttributionLedger.Domain/Parties", "AttributionLedger.Server/Api", "AttributionLedger.Server/Serving", "AttributionLedger.Server/Desk", "AttributionLedger.Server/Attribution", "AttributionLedger.Server/Differences", "AttributionLedger.Server/Drifts", "AttributionLedger.Server/Replays", "AttributionLedger.Server/RuleComparisons", "AttributionLedger.Server/Publications", "AttributionLedger.Server/Feeds",
            "AttributionLedger.Server/Pages", "AttributionLedger.Server/PartyRegister", "AttributionLedger.Server/Statements", "AttributionLedger.Server/Requests", "AttributionLedger.Server/Searching", "AttributionLedger.Server/Suggesting",
            "AttributionLedger.Server/Duplicates", "AttributionLedger.Server/Spreadsheets", "AttributionLedger.Server/Tables")
            .SelectMany(text => Refusal().Matches(text).Concat(WithStatus().Matches(text))).Select(match => match.Groups["code"].Value)
            .Concat(Texts("AttributionLedger.Sheets").SelectMany(text => Whole().Matches(text)).SelectMany(match => new[] { $"body-{match.Groups["ending"].Value}", $"line-{match.Groups["ending"].Value}" }))
            // These are put together from the kind of the entry.
            .Concat(["statement-unknown", "request-unknown", "evidence-unknown", "publication-unknown"]);

    private static IEnumerable<string> Texts(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Sources(), folder), "*.cs", SearchOption.AllDirectories)).Where(file => !file.Contains("/obj/")).Select(File.ReadAllText);

    private static string Sources([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src");

    private static string Renamed(string status) => status switch { "PayloadTooLarge" => "RequestEntityTooLarge", _ => status };

    [GeneratedRegex("""(new( Rejection)?\(|Refused\([a-z]+, |Refused\(|Refused\("[a-zA-Z]+", |Refuse\([a-z.]+, |Problems\.Of\([a-z][a-zA-Z.]*, )"(?<code>[a-z0-9]+(-[a-z0-9]+)+)",""", RegexOptions.ExplicitCapture)]
    private static partial Regex Refusal();

    [GeneratedRegex("""StatusCodes\.Status\d+(?<status>\w+), "(?<code>[a-z0-9-]+)",""", RegexOptions.ExplicitCapture)]
    private static partial Regex WithStatus();

    [GeneratedRegex("""RefuseWhole\("(?<ending>[a-z0-9-]+)",""", RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
