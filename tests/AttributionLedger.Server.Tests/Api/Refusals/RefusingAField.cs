using System.Text;
using System.Text.Json.Nodes;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Refusals;

public class RefusingAField(RefusalDesk desk) : IClassFixture<RefusalDesk>
{
    [Theory]
    [InlineData("9007199254740992")]
    [InlineData("1e400")]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("1e-1")]
    [InlineData("99999999999999999999999999999999999999")]
    public async Task a_number_that_cannot_be_kept_is_refused(string number) => (await ClaimAsync(number)).ShouldRefuse(400, "number-out-of-range", "figures[0].value", "#/figures/0/value");

    [Theory]
    [InlineData("\"3\"")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[3]")]
    public async Task what_is_no_number_is_refused(string value) => (await ClaimAsync(value)).ShouldRefuse(400, "field-type", "figures[0].value");

    [Fact]
    public async Task the_largest_number_and_minus_nothing_are_numbers()
    {
        await using var served = await ServedLedger.OfAsync(desk.EmptyAsync());
        (await served.SendAsync(Line.Opening())).ShouldBe(201);
        foreach (var (id, number) in new[] { ("a", "9007199254740991"), ("b", "-0"), ("c", "1e3"), ("d", "2.0") }) (await served.SendAsync(Claim(id, number))).ShouldBe(201);
        (await served.Ledger.Database.ListAsync("select data->'claim'->'figures'->0->>'least' from ledger.mt_events where type = 'claim_framed' order by version")).ShouldBe(["9007199254740991", "0", "1000", "2"]);
    }

    /// <summary>Every object of an entry with a field that it does not have.</summary>
    public static TheoryData<string, string> Strange() => new()
    {
        { """{"weather":1}""", "weather" }, { """{"setting":{"weather":1}}""", "setting.weather" }, { """{"words":{"form":"verbatim","text":"t","weather":1}}""", "words.weather" },
        { """{"terms":{"rule":"background","weather":1}}""", "terms.weather" }, { """{"stances":[{"stance":"comments","weather":1}]}""", "stances[0].weather" },
        { """{"stances":[{"stance":"comments"},{"stance":"asserts","claim":"k3","figures":[{"category":"killed","value":1,"weather":1}]}]}""", "stances[1].figures[0].weather" },
        { """{"evidence":[{"url":"https://example.org","weather":1}]}""", "evidence[0].weather" }, { """{"said":{"edtf":"2023","weather":1}}""", "said.weather" },
        { """{"issuance":{"state":"purported","channel":"harbour","weather":1}}""", "issuance.weather" }, { """{"entry":"statement"}""", "entry" }, { """{"label":"x"}""", "label" }
    };

    [Theory, MemberData(nameof(Strange))]
    public async Task that_an_entry_does_not_have_is_named(string changes, string field)
    {
        var body = RefusalDesk.With("""{"id":"new","by":"brigade","said":"2023-03-05","stances":[{"stance":"comments"}]}""", changes);
        var answer = await desk.RefuseAsync(new ApiWrite("/api/incidents/quay/statements", body));
        answer.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray().Select(error => ($"{error.GetProperty("field")}", $"{error.GetProperty("code")}"))
            .ShouldContain(error => error.Item1 == field && (error.Item2 == "field-unknown" || error.Item2 == "field-in-address") || field == "label" && error.Item2 == "field-unknown");
    }

    /// <summary>Every write, with a field that nothing has, and with one that its address says.</summary>
    public static TheoryData<string> Entries() => [.. ApiWrite.Routes.Keys];

    [Theory, MemberData(nameof(Entries))]
    public async Task that_the_address_says_is_refused_wherever_it_stands(string entry)
    {
        foreach (var parameter in ApiWrite.Routes[entry].Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}')).Append("entry"))
        {
            var path = string.Join('/', ApiWrite.Routes[entry].Split('/').Select(part => part == "{incident}" ? "quay" : part.StartsWith('{') ? "s1" : part));
            var answer = await desk.RefuseAsync(new ApiWrite(path, new JsonObject { [parameter] = "quay" }.ToJsonString(), "a", "*"));
            answer.ShouldBe(400);
            answer.Json.GetProperty("errors").EnumerateArray().Select(error => ($"{error.GetProperty("field")}", $"{error.GetProperty("code")}")).ShouldContain(entry == "unnamed" && parameter == "incident" ? ("", "field-unknown") : (parameter, "field-in-address"));
        }
    }

    [Theory, MemberData(nameof(Entries))]
    public async Task that_no_entry_has_is_named_by_every_write(string entry)
    {
        var path = string.Join('/', ApiWrite.Routes[entry].Split('/').Select(part => part == "{incident}" ? "quay" : part.StartsWith('{') ? "s1" : part));
        var answer = await desk.RefuseAsync(new ApiWrite(path, """{"weather":{"weather":1}}""", "a", "*"));
        answer.ShouldBe(400);
        // Of an entry about a source not even the name of a strange field is repeated.
        answer.Json.GetProperty("errors").EnumerateArray().Select(error => ($"{error.GetProperty("field")}", $"{error.GetProperty("code")}")).ShouldContain((entry == "unnamed" ? "" : "weather", "field-unknown"));
    }

    private static string Claim(string id, string number) => $$"""{"entry":"claim","id":"{{id}}","incident":"quay","kind":"damage","text":"t","figures":[{"category":"c","value":{{number}}}]}""";

    private Task<Answer> ClaimAsync(string number) => desk.RefuseAsync(Encoding.UTF8.GetBytes($$"""{"id":"new","kind":"damage","text":"t","figures":[{"category":"c","value":{{number}}}]}"""), path: "/api/incidents/quay/claims");
}
