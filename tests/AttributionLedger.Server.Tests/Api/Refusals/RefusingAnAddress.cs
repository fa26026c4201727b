using System.Net.Http.Json;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Refusals;

public class RefusingAnAddress(RefusalDesk desk) : IClassFixture<RefusalDesk>
{
    private const string Comment = """{"id":"new","by":"brigade","said":"2023-03-05","stances":[{"stance":"comments"}]}""";

    public static TheoryData<string> Strange() =>
        ["a%20b", "a%2Fb", "%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1", new string('a', 101), "-a", "a%0Ab", "%E2%80%AE", "a%C3%28b", "%ED%A0%80", "%3F1", "a%2525", "..%2F..%2Fetc", "%22", "'%3B--", "%F0%9F%94%A5"];

    [Theory, MemberData(nameof(Strange))]
    public async Task with_an_id_that_is_none_is_refused_by_writes(string id)
    {
        (await desk.RefuseAsync(new ApiWrite($"/api/incidents/{id}/statements", Comment))).Status.ShouldBeOneOf(400, 404);
        (await desk.RefuseAsync(new ApiWrite($"/api/parties/{id}/aliases", """{"alias":"a"}"""))).Status.ShouldBeOneOf(400, 404);
        (await desk.RefuseAsync(new ApiWrite($"/api/incidents/quay/entries/{id}/strikes", """{"reason":"r"}""", IfMatch: "*"))).Status.ShouldBeOneOf(400, 404);
        (await desk.RefuseAsync(new ApiWrite($"/api/incidents/quay/requests/{id}/outcomes", Comment))).Status.ShouldBeOneOf(400, 404);
    }

    [Theory, MemberData(nameof(Strange))]
    public async Task with_an_id_that_is_none_is_nothing_that_can_be_read(string id)
    {
        string[] addresses =
        [
            $"incidents/{id}", $"incidents/{id}/state", $"incidents/{id}/history", $"incidents/{id}/statements", $"incidents/{id}/requests", $"incidents/{id}/feed",
            $"incidents/quay/statements/{id}", $"incidents/quay/entries/{id}", $"parties/{id}", $"parties/{id}/affiliates", $"parties/{id}/appearances"
        ];
        foreach (var address in addresses) (await desk.RefuseAsync(() => desk.Http.GetAnswerAsync($"/api/{address}?reading=internal"))).Status.ShouldBeOneOf(new[] { 400, 404 }, address);
    }

    [Fact]
    public async Task with_a_character_that_cannot_be_stored_is_refused()
    {
        foreach (var request in new[] { "GET /api/incidents/a%00b/state", "GET /api/incidents/quay/state?saidBy=%00", "GET /api/board?cursor=%00", "GET /api/board?cursor=AAAA", "GET /api/board?cursor=%F0%9F%94%A5" })
        {
            using var client = await RawClient.ConnectAsync(desk.Served.Address);
            await client.SendAsync($"{request} HTTP/1.1\r\nHost: {desk.Served.Address.Authority}\r\nConnection: close\r\n\r\n");
            (await client.HearAsync()).ShouldStartWith("HTTP/1.1 400", Case.Sensitive, request);
        }
    }

    [Theory]
    [InlineData("/api/incidents//statements")]
    [InlineData("/api/incidents/quay/statement")]
    [InlineData("/api/incidents/quay/statements/s1/nothing")]
    [InlineData("/api/nowhere")]
    public async Task where_nothing_is_is_not_found(string path) => (await desk.RefuseAsync(new ApiWrite(path, Comment))).ShouldRefuse(404, "address-unknown", null);

    [Theory]
    [InlineData("PUT", "/api/incidents/quay/statements", "POST")]
    [InlineData("DELETE", "/api/incidents/quay/entries/s1/strikes", "POST")]
    [InlineData("PATCH", "/api/incidents", "POST")]
    [InlineData("POST", "/api/board", "GET")]
    [InlineData("POST", "/api/incidents/quay/state", "GET")]
    public async Task that_does_not_take_a_method_says_which_it_takes(string method, string path, string takes)
    {
        var answer = await desk.RefuseAsync(() => desk.Http.AnswerAsync(new(new(method), path) { Content = JsonContent.Create(new { }) }));
        answer.ShouldRefuse(405, "method-not-taken", null).Allow.ShouldNotBeNull().Split(", ").ShouldContain(takes);
    }

    [Fact]
    public async Task that_is_longer_than_is_read_is_refused()
    {
        using var client = await RawClient.ConnectAsync(desk.Served.Address);
        await client.SendAsync($"GET /api/incidents/{new string('a', 20_000)}/state HTTP/1.1\r\nHost: {desk.Served.Address.Authority}\r\nConnection: close\r\n\r\n");
        (await client.HearAsync()).ShouldStartWith("HTTP/1.1 414");
    }
}
