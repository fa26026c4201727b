using System.Text.RegularExpressions;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api;

public class BrowsingTheReference(SampleApi api) : IClassFixture<SampleApi>
{
    [Fact]
    public async Task fetches_nothing_from_anywhere_else()
    {
        var response = await api.Host.Http.GetAsync("/reference/");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("http");
        var page = await response.Content.ReadAsStringAsync();
        Regex.Matches(page, "https?://").ShouldBeEmpty();
        page.ShouldContain("openapi/v1.json");
        foreach (Match script in Regex.Matches(page, """<script[^>]*src="(?<file>[^"]+)"[^>]*nonce="(?<nonce>[^"]+)"""))
        {
            (await api.Host.Http.GetAsync($"/reference/{script.Groups["file"].Value}")).EnsureSuccessStatusCode();
            policy.ShouldContain($"'nonce-{script.Groups["nonce"].Value}'");
        }
    }

    [Fact]
    public async Task allows_its_scripts_once() =>
        (await PolicyAsync()).ShouldNotBe(await PolicyAsync());

    private async Task<string> PolicyAsync() => (await api.Host.Http.GetAsync("/reference/")).Headers.GetValues("Content-Security-Policy").Single();
}
