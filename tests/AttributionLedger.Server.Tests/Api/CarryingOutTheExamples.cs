using System.Net;
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
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
            var body = await BodyAsync(response);
            ((int)response.StatusCode).ShouldBe(example.Response.Status, $"{shown}\n{body}");
            Difference(example, body, minted).ShouldBeNull($"{shown}\n{body}");
            foreach (var (name, value) in example.Response.Headers)
                AsDocumented.Difference(JsonValue.Create(AsMinted(value, minted)), JsonValue.Create(Header(response, name)), isShortened: false, minted).ShouldBeNull($"{shown} {name}");
            ShouldBeDescribed(response, body, example, description);
            if (response.Headers.Location is { } location) (await host.Http.GetAsync($"{location}?reading=internal")).StatusCode.ShouldBe(HttpStatusCode.OK, shown);
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

    private static void ShouldBeDescribed(HttpResponseMessage response, JsonNode? body, Example example, Description description)
    {
        var (shown, operation) = ($"{example.Operation}: {example.Sentence}", description.Operation(example.Operation));
        var described = operation.Operation.GetProperty("responses").GetProperty($"{example.Response.Status}");
        foreach (var name in new[] { "ETag", "Location", "Retry-After" }.Where(response.Headers.Contains))
        {
            described.GetProperty("headers").TryGetProperty(name, out _).ShouldBeTrue($"{shown} {name}");
            example.Response.Headers.Keys.ShouldContain(name, shown);
        }
        if (response.Headers.ETag is { IsWeak: true }) operation.Parameters("header").ShouldContain(header => header.GetProperty("name").GetString() == "If-None-Match", shown);
        described.TryGetProperty("content", out _).ShouldBe(body is not null, shown);
        if (body is null) return;
        var (_, media, content) = operation.Answers().First(answer => answer.Status == example.Response.Status);
        media.ShouldBe(response.Content.Headers.ContentType!.MediaType, shown);
        description.Accepts(content.GetProperty("schema"), JsonSerializer.SerializeToElement(body)).ShouldBeTrue($"{shown}: the answer is not as its schema says\n{body}");
    }

    private static string? Difference(Example example, JsonNode? came, IDictionary<string, string> minted) => example.Response.Body is JsonValue feed && example.Response.Headers["Content-Type"] == "text/event-stream"
        ? AsDocumented.FeedDifference(feed.GetValue<string>(), came!.GetValue<string>(), example.IsShortened, minted)
        : AsDocumented.Difference(example.Response.Body, came, example.IsShortened, minted);

    /// <summary>What came; of a feed, which never ends, how it begins.</summary>
    private static async Task<JsonNode?> BodyAsync(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? await BeginningAsync(response)
        : response.Content.Headers.ContentType?.MediaType == "text/csv" ? JsonValue.Create((await response.Content.ReadAsStringAsync()).TrimStart('\ufeff').ReplaceLineEndings("\n").Trim())
        : await response.Content.ReadAsStringAsync() is { Length: > 0 } text ? JsonNode.Parse(text) : null;

    private static async Task<string> BeginningAsync(HttpResponseMessage feed)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var reader = new StreamReader(await feed.Content.ReadAsStreamAsync(patience.Token));
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            text.Append(line).Append('\n');
            if (line.StartsWith("data:", StringComparison.Ordinal)) break;
        }
        return text.Append('\n').ToString();
    }

    private static Task<HttpResponseMessage> SendAsync(ApiHost host, ExampleRequest example, IReadOnlyDictionary<string, string> minted)
    {
        var request = new HttpRequestMessage(new(example.Method), example.Target);
        foreach (var (name, value) in example.Headers.Where(header => header.Key != "Content-Type")) request.Headers.TryAddWithoutValidation(name, AsMinted(value, minted));
        if (example.Body is { } body)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(AsMinted(body.ToJsonString(Unescaped), minted))) { Headers = { ContentType = MediaTypeHeaderValue.Parse(example.Headers["Content-Type"]) } };
        return host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>With the ids and looks that came where those of the document stand.</summary>
    private static string AsMinted(string text, IReadOnlyDictionary<string, string> minted) => minted.Aggregate(text, (written, id) => written.Replace(id.Key, id.Value));

    private static string? Header(HttpResponseMessage response, string name) =>
        name == "Content-Type" ? response.Content.Headers.ContentType?.MediaType : response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
