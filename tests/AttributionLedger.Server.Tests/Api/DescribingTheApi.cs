using System.Net;
using System.Text.Json;
using AttributionLedger.Api.Describing;
using AttributionLedger.Basics;
using AttributionLedger.Serving;
using AttributionLedger.Server.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AttributionLedger.Server.Tests.Api;

public class DescribingTheApi(SampleApi api) : IClassFixture<SampleApi>
{
    /// <summary>What serves pages and documents, and is no operation.</summary>
    private static readonly string[] Documents = ["/openapi/", "/reference", "/ledger-sheet.schema.json", "/health"];

    [Fact]
    public async Task covers_every_address_that_is_served()
    {
        await using var app = LedgerServer.Build(api.Host.Ledger.Ledger, new("http://127.0.0.1:0"));
        var served = app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().Concat(((IEndpointRouteBuilder)app).DataSources).SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => !Documents.Any(document => Path(endpoint).StartsWith(document, StringComparison.Ordinal)))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(method => $"{method} {Path(endpoint)}")).Distinct();
        (await OperationsAsync()).Select(operation => $"{operation.Method} {operation.Path}").ShouldBe(served, ignoreOrder: true);
    }

    [Fact]
    public async Task tells_of_every_operation_what_it_is_and_shows_an_example()
    {
        foreach (var operation in await OperationsAsync())
        {
            operation.Operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(operation.Path);
            operation.Operation.GetProperty("tags").GetArrayLength().ShouldBe(1, operation.Path);
            operation.Answers().Any(answer => answer.Status < 300 && answer.Content.TryGetProperty("examples", out _)).ShouldBeTrue(operation.Name);
            if (operation.Method == "POST")
                operation.Operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").TryGetProperty("examples", out _).ShouldBeTrue(operation.Name);
        }
        (await OperationsAsync()).Select(operation => operation.Name).ShouldBeUnique();
        Examples.All.Select(example => example.Operation).Distinct().ShouldBe((await OperationsAsync()).Select(operation => operation.Name), ignoreOrder: true);
    }

    [Fact]
    public async Task names_every_part_of_an_address_once()
    {
        foreach (var operation in await OperationsAsync())
            operation.Parameters("path").Select(parameter => $"{{{parameter.GetProperty("name").GetString()}}}").ShouldBe(operation.Path.Split('/').Where(part => part.StartsWith('{')), operation.Name);
    }

    // Whether a parameter is read that is not declared, or declared and not read, the server finds when it is asked: it is at fault then.
    [Fact]
    public async Task names_the_parameters_that_are_read_and_no_others()
    {
        foreach (var operation in (await OperationsAsync()).Where(operation => operation.Method == "GET" && operation.Parameters("query").Any()))
        {
            using var refused = await ReadAsync(operation, "nobody-declared-this=1");
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, operation.Name);
            Code(await JsonAsync(refused)).ShouldBe("parameter-unknown", operation.Name);
            foreach (var parameter in operation.Parameters("query"))
            {
                var name = parameter.GetProperty("name").GetString()!;
                Code(await JsonAsync(await ReadAsync(operation, $"{name}="))).ShouldBe("parameter-empty", $"{operation.Name}: {name}");
            }
        }
    }

    [Fact]
    public async Task says_which_numbers_and_words_are_taken()
    {
        foreach (var operation in (await OperationsAsync()).Where(operation => operation.Method == "GET"))
            foreach (var parameter in operation.Parameters("query"))
            {
                var (name, schema) = (parameter.GetProperty("name").GetString()!, parameter.GetProperty("schema"));
                if (schema.TryGetProperty("maximum", out var most))
                {
                    (await RefusedAsync(operation, $"{name}={most.GetInt64() + 1}", name)).ShouldBe("limit-out-of-range");
                    (await RefusedAsync(operation, $"{name}={most}", name)).ShouldBeNull();
                }
                if (schema.TryGetProperty("enum", out var words))
                    foreach (var word in words.EnumerateArray()) (await RefusedAsync(operation, $"{name}={word}", name)).ShouldNotBe("word-unknown");
                if (schema.TryGetProperty("default", out _) && schema.TryGetProperty("enum", out _)) (await RefusedAsync(operation, $"{name}=nonsense", name)).ShouldBe("word-unknown");
            }
    }

    [Fact]
    public async Task asks_for_a_key_where_the_ledger_mints_and_for_the_state_where_something_changes()
    {
        string[] Required(string header, IEnumerable<Described> operations) => [.. operations
            .Where(operation => operation.Parameters("header").Any(parameter => parameter.GetProperty("name").GetString() == header && parameter.TryGetProperty("required", out var required) && required.GetBoolean()))
            .Select(operation => operation.Name).Order(StringComparer.Ordinal)];
        var operations = await OperationsAsync();
        Required("Idempotency-Key", operations).ShouldBe(["RegisterSource"]);
        foreach (var operation in operations.Where(operation => operation.Method == "POST"))
        {
            var answer = await api.Host.PostAsync(Filled(operation.Path), new { });
            (answer.StatusCode == HttpStatusCode.PreconditionRequired).ShouldBe(Required("If-Match", [operation]).Length == 1, operation.Name);
            operation.Answers().Select(one => one.Status).ShouldContain((int)answer.StatusCode, operation.Name);
        }
    }

    // A shape and a list of words under one name would be described as one of the two.
    [Fact]
    public void calls_no_two_things_by_one_name()
    {
        var types = new[] { typeof(LedgerServer).Assembly, typeof(IncidentId).Assembly }.SelectMany(assembly => assembly.GetExportedTypes()).ToList();
        types.Where(type => type.IsEnum).Select(type => type.Name).Concat(types.Where(type => type.Name.EndsWith("Shape", StringComparison.Ordinal)).Select(type => type.Name[..^"Shape".Length])).ShouldBeUnique();
    }

    [Fact]
    public async Task says_nothing_of_labels()
    {
        var text = (await Description.OfAsync(api.Host)).Document.GetProperty("components").GetRawText();
        text.ShouldNotContain("\"label\"");
        text.ShouldNotContain(@"\\?[1-9]");
    }

    private async Task<string?> RefusedAsync(Described operation, string query, string field)
    {
        using var answer = await ReadAsync(operation, query);
        return answer.IsSuccessStatusCode || !(await JsonAsync(answer)).TryGetProperty("errors", out var errors) ? null
            : errors.EnumerateArray().Where(error => error.GetProperty("field").GetString() == field).Select(error => error.GetProperty("code").GetString()).FirstOrDefault(code => code is "limit-out-of-range" or "word-unknown");
    }

    private async Task<IReadOnlyList<Described>> OperationsAsync() => (await Description.OfAsync(api.Host)).Operations;

    // A feed has no end to be waited for.
    private Task<HttpResponseMessage> ReadAsync(Described operation, string query) => api.Host.Http.GetAsync($"{Filled(operation.Path)}?{query}", HttpCompletionOption.ResponseHeadersRead);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    private static string? Code(JsonElement problem) => problem.TryGetProperty("code", out var code) ? code.GetString() : null;

    private static string Filled(string path) => path.Replace("{incident}", "kharab-al-jir").Replace("{", "").Replace("}", "");

    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
}
