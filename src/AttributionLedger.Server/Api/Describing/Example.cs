using System.Text.Json.Nodes;

namespace AttributionLedger.Api.Describing;

/// <summary>A worked example: what is sent, and what comes back.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="Sentence">What it shows.</param>
/// <param name="IsShortened">Lists of the answer are cut: what is shown is how they begin.</param>
public sealed record Example(string Operation, string Sentence, ExampleRequest Request, ExampleResponse Response, bool IsShortened);

/// <param name="Target">The path, with its parameters.</param>
public sealed record ExampleRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    public string Path => Target.Split('?')[0];
}

/// <param name="Body">Null when nothing is sent; of a feed, which never ends, its beginning as a text.</param>
public sealed record ExampleResponse(int Status, IReadOnlyDictionary<string, string> Headers, JsonNode? Body);
