using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>A write over HTTP, as a client sends it and, if need be, sends it again.</summary>
internal sealed partial record ApiWrite(string Path, string Body, string? Key = null, string? IfMatch = null)
{
    private const string Incident = "/api/incidents/{incident}", Statement = $"{Incident}/statements/{{statement}}", Party = "/api/parties/{party}";

    /// <summary>Where each entry of a sheet goes; what the address says is left out of the body.</summary>
    public static readonly IReadOnlyDictionary<string, string> Routes = new Dictionary<string, string>
    {
        ["incident"] = "/api/incidents", ["revise"] = $"{Incident}/revisions", ["link"] = $"{Incident}/links", ["merge"] = $"{Incident}/merge", ["split"] = $"{Incident}/split",
        ["close"] = $"{Incident}/closing", ["reopen"] = $"{Incident}/reopening",
        ["claim"] = $"{Incident}/claims", ["reword"] = $"{Incident}/claims/{{claim}}/rewordings", ["independence"] = $"{Incident}/claims/{{claim}}/independence",
        ["unnamed"] = $"{Incident}/sources", ["statement"] = $"{Incident}/statements", ["evidence"] = $"{Statement}/evidence", ["evidence-gone"] = $"{Incident}/evidence/{{evidence}}/gone",
        ["request"] = $"{Incident}/requests", ["renegotiation"] = $"{Statement}/terms", ["consent-withdrawn"] = $"{Statement}/consent-withdrawals",
        ["retraction"] = $"{Statement}/retractions", ["correction"] = $"{Statement}/corrections", ["voice-settled"] = $"{Statement}/settlements", ["link-statement"] = $"{Statement}/links", ["strike"] = $"{Incident}/entries/{{target}}/strikes",
        ["party"] = "/api/parties", ["rename"] = $"{Party}/names", ["alias"] = $"{Party}/aliases", ["affiliation"] = $"{Party}/affiliations",
        ["affiliation-ended"] = $"{Party}/affiliations/{{affiliation}}/end", ["strike-affiliation"] = $"{Party}/affiliations/{{affiliation}}/strike",
        ["grade"] = $"{Party}/grades", ["merge-party"] = $"{Party}/merge", ["split-party"] = $"{Party}/split"
    };

    /// <summary>Entries that change what is on record, and so ask what their writer has seen of it.</summary>
    private static readonly IReadOnlySet<string> Changing = new HashSet<string>
    {
        "revise", "merge", "split", "close", "reopen", "reword", "evidence-gone", "renegotiation", "consent-withdrawn", "retraction", "correction", "voice-settled", "link-statement", "strike",
        "rename", "affiliation-ended", "strike-affiliation", "grade", "merge-party", "split-party"
    };

    /// <summary>A line of a sheet as the request that asks for the same; whatever state it changes is taken as seen.</summary>
    public static ApiWrite Of(string line, string? key = null)
    {
        var fields = JsonNode.Parse(line)!.AsObject();
        var entry = Take(fields, "entry");
        if (entry == "unnamed") Take(fields, "label");
        var path = Parameter().Replace(Routes[entry], name => Uri.EscapeDataString(Take(fields, name.Groups[1].Value)));
        return new(path, fields.ToJsonString(), key, Changing.Contains(entry) ? "*" : null);
    }

    public async Task<Answer> SendAsync(HttpClient http, CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(Body, new MediaTypeHeaderValue("application/json")) };
        if (Key is not null) request.Headers.Add("Idempotency-Key", Key);
        if (IfMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", IfMatch);
        return await http.AnswerAsync(request, ct);
    }

    /// <summary>The request as it goes over the wire.</summary>
    public byte[] Bytes(Uri address) => Encoding.UTF8.GetBytes(
        $"POST {Path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(Body)}\r\n{Header("Idempotency-Key", Key)}{Header("If-Match", IfMatch)}\r\n{Body}");

    private static string Header(string name, string? value) => value is null ? "" : $"{name}: {value}\r\n";

    private static string Take(JsonObject fields, string name)
    {
        var value = (string)fields[name]!;
        fields.Remove(name);
        return value;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}

/// <summary>What a client got back.</summary>
internal sealed record Answer(int Status, string Body, string? Location, string? RetryAfter = null, string? Allow = null, string? MediaType = null)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    public string? Code => Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>What a repetition must repeat to the byte.</summary>
    public (int, string, string?) Said => (Status, Body, Location);

    public Answer ShouldBe(int status)
    {
        Status.ShouldBe(status, Body);
        return this;
    }

    public Answer ShouldBeProblem(int status, string code)
    {
        (Status, Code).ShouldBe((status, code), Body);
        MediaType.ShouldBe("application/problem+json");
        return this;
    }
}

internal static class Answering
{
    public static async Task<Answer> AnswerAsync(this HttpClient http, HttpRequestMessage request, CancellationToken ct = default)
    {
        using var response = await http.SendAsync(request, ct);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(ct), response.Headers.Location?.OriginalString,
            response.Headers.RetryAfter?.ToString(), response.Content.Headers.Allow.Count > 0 ? string.Join(", ", response.Content.Headers.Allow) : null, response.Content.Headers.ContentType?.MediaType);
    }

    public static Task<Answer> GetAnswerAsync(this HttpClient http, string path) => http.AnswerAsync(new(HttpMethod.Get, path));
}
