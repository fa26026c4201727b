using System.Net;
using AttributionLedger.Serving;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Serving;

public class AdmittingTheDesk(SharedPostgres postgres)
{
    private const string Internal = "/api/board?reading=internal", Publishable = "/api/board";
    private const string Here = "http://127.0.0.1:0", Beyond = "http://0.0.0.0:0";

    public static TheoryData<string, string> Proxied => new()
    {
        { "Forwarded", "for=192.0.2.1" }, { "Via", "1.1 gate" }, { "X-Forwarded-For", "192.0.2.1" }, { "x-forwarded-host", "desk.example" }, { "X-Forwarded-Proto", "https" }
    };

    [Theory, MemberData(nameof(Proxied))]
    public async Task does_not_admit_who_comes_through_a_proxy_unless_its_network_is_trusted(string header, string value)
    {
        await using (var open = await OverAsync(new(Here)))
        {
            (await CodeAsync(await AskAsync(open, HttpMethod.Get, Internal, (header, value)))).ShouldBe("desk-only");
            (await CodeAsync(await AskAsync(open, HttpMethod.Post, "/api/parties", (header, value)))).ShouldBe("desk-only");
            (await AskAsync(open, HttpMethod.Get, Publishable, (header, value))).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await AskAsync(open, HttpMethod.Get, Internal)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        await using var trusting = await OverAsync(new(Here) { TrustsNetwork = true });
        (await AskAsync(trusting, HttpMethod.Get, Internal, (header, value))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task beyond_this_machine_answers_by_its_own_names_only()
    {
        await using var host = await OverAsync(new(Beyond) { TrustsNetwork = true, Hosts = ["desk.example"] });
        foreach (var name in new[] { "rebound.example", "sub.desk.example", "192.0.2.1" })
            (await AskAsync(host, HttpMethod.Get, Publishable, ("Host", name))).StatusCode.ShouldBe(HttpStatusCode.BadRequest, name);
        foreach (var name in new[] { "desk.example", "DESK.example:8080", "localhost:4380", "127.0.0.1" })
            (await AskAsync(host, HttpMethod.Get, Internal, ("Host", name))).StatusCode.ShouldBe(HttpStatusCode.OK, name);
    }

    [Theory]
    [InlineData(Beyond, false)]
    [InlineData(Here, true)]
    public async Task where_nobody_is_of_it_serves_what_anybody_may_read_by_any_name(string url, bool publishableOnly)
    {
        await using var host = await OverAsync(new(url) { PublishableOnly = publishableOnly });
        (await CodeAsync(await AskAsync(host, HttpMethod.Get, Internal))).ShouldBe("desk-only");
        (await CodeAsync(await AskAsync(host, HttpMethod.Get, "/api/board?reading=publishable&reading=Internal"))).ShouldBe("desk-only");
        (await CodeAsync(await AskAsync(host, HttpMethod.Post, "/api/parties"))).ShouldBe("desk-only");
        (await AskAsync(host, HttpMethod.Get, Publishable, ("Host", "ledger.example"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task tells_nobody_else_how_far_the_views_are_behind()
    {
        await using var open = await OverAsync(new(Here));
        (await ReadyAsync(open)).ShouldContain("\"viewsBehind\":0");
        (await ReadyAsync(open, ("Via", "1.1 gate"))).ShouldNotContain("viewsBehind\"");
        await using var closed = await OverAsync(new(Here) { PublishableOnly = true });
        (await ReadyAsync(closed)).ShouldNotContain("viewsBehindSeconds");
    }

    [Theory]
    [InlineData("http://localhost:1", true)]
    [InlineData("http://[::1]:1", true)]
    [InlineData("http://127.1.2.3:1", true)]
    [InlineData("http://*:1", false)]
    [InlineData("http://0.0.0.0:1", false)]
    [InlineData("http://127.0.0.1/;http://0.0.0.0:1", false)]
    public void takes_an_address_for_this_machine_s_only_if_all_of_it_is(string url, bool isOfThisMachine) => new ServerSettings(url).IsOfThisMachine.ShouldBe(isOfThisMachine);

    private async Task<ApiHost> OverAsync(ServerSettings settings) => await ApiHost.OverAsync(await postgres.EmptyAsync(), settings);

    private static async Task<string> ReadyAsync(ApiHost host, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(host, HttpMethod.Get, "/health/ready", headers);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    private static Task<HttpResponseMessage> AskAsync(ApiHost host, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        if (method == HttpMethod.Post) request.Content = Post.Json("{}");
        return host.Http.SendAsync(request);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        return await answer.CodeAsync();
    }
}
