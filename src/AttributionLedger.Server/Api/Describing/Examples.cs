using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AttributionLedger.Api.Feeds;
using AttributionLedger.Api.Tables;

namespace AttributionLedger.Api.Describing;

/// <summary>
/// The worked examples, read from the pages beside the operations. A page is Markdown: under the name of an operation stand
/// pairs of a request and its response, each after a sentence that says what it shows.
/// </summary>
public static partial class Examples
{
    private const string Folder = "examples/";

    /// <summary>In the order in which they can be carried out, each on what those before it left.</summary>
    public static IReadOnlyList<Example> All { get; } = [.. Pages().SelectMany(Of)];

    public static IEnumerable<Example> OfOperation(string? name) => All.Where(example => example.Operation == name);

    private static IEnumerable<string> Pages()
    {
        var assembly = typeof(Examples).Assembly;
        foreach (var page in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(page)!);
            yield return reader.ReadToEnd().ReplaceLineEndings("\n");
        }
    }

    private static IEnumerable<Example> Of(string page) =>
        Section().Matches(page).SelectMany(section => Pair().Matches(section.Groups["text"].Value).Select(pair => new Example(
            section.Groups["name"].Value, pair.Groups["sentence"].Value.Trim().ReplaceLineEndings(" "), Request(pair.Groups["request"].Value),
            Response(pair.Groups["response"].Value), pair.Groups["shortened"].Success)));

    private static ExampleRequest Request(string text)
    {
        var (first, headers, body) = Message(text);
        return new(first[0], first[1], headers, body);
    }

    private static ExampleResponse Response(string text)
    {
        var (first, headers, body) = Message(text);
        return new(int.Parse(first[0]), headers, body);
    }

    private static (string[] First, Dictionary<string, string> Headers, JsonNode? Body) Message(string text)
    {
        var parts = text.Split("\n\n", 2);
        var lines = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).ToDictionary(header => header[0], header => header[1]);
        return (lines[0].Split(' ', 2), headers, parts.Length > 1 && parts[1].Trim() is { Length: > 0 } body ? Body(headers["Content-Type"], body) : null);
    }

    private static JsonNode? Body(string media, string text) => media switch
    {
        FeedResult.MediaType => JsonValue.Create(text + "\n\n"),
        TableResult.Media => JsonValue.Create(text),
        _ => JsonNode.Parse(text)
    };

    [GeneratedRegex(@"^## (?<name>\w+)\n(?<text>.*?)(?=^## |\z)", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Section();

    [GeneratedRegex(@"(?<sentence>[^`]+?)\n+```http\n(?<request>.*?)```\s+```http(?<shortened> shortened)?\n(?<response>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Pair();
}
