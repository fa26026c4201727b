using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AttributionLedger.Api.Describing;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api;

/// <summary>The worked examples, carried out as they are documented, one on what those before it left.</summary>
public class CarryingOutTheExamples(SharedPostgres postgres)
{
    [Fact]
    public async Task gives_what_is_documented()
    {
        await using var host = await ApiHost.OverAsync(await InventedAsync());
        var (description, minted) = (await Description.OfAsync(host), new Dictionary<string, string>());
        foreach (var example in Examples.All)
        {
            await host.Ledger.Ledger.Following.CatchUpAsync(CancellationToken.None);
            var shown = $"{example.Operation}: {example.Sentence}";
            using var response = await SendAsync(host, example.Request, minted);
            var text = await response.Content.ReadAsStringAsync();
            ((int)response.StatusCode).ShouldBe(example.Response.Status, $"{shown}\n{text}");
            AsDocumented.Difference(example.Response.Body, JsonNode.Parse(text), example.IsShortened, minted).ShouldBeNull($"{shown}\n{text}");
            foreach (var (name, value) in example.Response.Headers) Header(response, name).ShouldBe(AsMinted(value, minted), shown);
            var (_, media, content) = description.Operation(example.Operation).Answers().First(answer => answer.Status == example.Response.Status);
            media.ShouldBe(response.Content.Headers.ContentType!.MediaType, shown);
            description.Accepts(content.GetProperty("schema"), JsonDocument.Parse(text).RootElement).ShouldBeTrue($"{shown}: the answer is not as its schema says\n{text}");
        }
        await host.Ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task fits_the_schemas_of_the_bodies()
    {
        await using var host = await ApiHost.OverAsync(await postgres.EmptyAsync());
        var description = await Description.OfAsync(host);
        foreach (var example in Examples.All.Where(example => example.Request.Body is not null))
        {
            var schema = description.Operation(example.Operation).Operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            var body = JsonSerializer.SerializeToElement(example.Request.Body);
            description.Accepts(schema, body).ShouldBeTrue($"{example.Operation}: {example.Sentence}");
            // The schema of every body is closed, and so tells a slip of the pen.
            var slip = example.Request.Body!.DeepClone().AsObject();
            slip["entry"] = "statement";
            description.Accepts(schema, JsonSerializer.SerializeToElement(slip)).ShouldBeFalse(example.Operation);
        }
    }

    private async Task<TestLedger> InventedAsync()
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Samples.Invented);
        return ledger;
    }

    private static Task<HttpResponseMessage> SendAsync(ApiHost host, ExampleRequest example, IReadOnlyDictionary<string, string> minted)
    {
        var request = new HttpRequestMessage(new(example.Method), example.Target);
        foreach (var (name, value) in example.Headers.Where(header => header.Key != "Content-Type")) request.Headers.TryAddWithoutValidation(name, value);
        if (example.Body is { } body)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(AsMinted(body.ToJsonString(), minted))) { Headers = { ContentType = MediaTypeHeaderValue.Parse(example.Headers["Content-Type"]) } };
        return host.Http.SendAsync(request);
    }

    /// <summary>With the ids that came where those of the document stand.</summary>
    private static string AsMinted(string text, IReadOnlyDictionary<string, string> minted) => minted.Aggregate(text, (written, id) => written.Replace(id.Key, id.Value));

    private static string? Header(HttpResponseMessage response, string name) =>
        name == "Content-Type" ? response.Content.Headers.ContentType?.MediaType : response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
