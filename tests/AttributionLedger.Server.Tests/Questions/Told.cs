using System.Text.Json;

namespace AttributionLedger.Server.Tests.Questions;

/// <summary>What an answer tells, in the words of the table.</summary>
internal sealed class Told(JsonElement state)
{
    public string? Status => state.GetProperty("status") is { ValueKind: JsonValueKind.Object } status ? Text(status, "phrase") : null;

    public string? Note => Text(state, "note");

    public IEnumerable<string> Acts => List("acts").Select(act => $"{Text(act, "act")}: {Text(act, "phrase")}");

    public IEnumerable<string> Standings => List("standings").Select(standing => $"{Id(standing, "actor")}{(Text(standing, "act") is { } act ? $", {act}" : "")}: {Text(standing, "phrase")}");

    public IEnumerable<string> Answered => List("answered").Select(answered => $"{Id(answered, "party")}: {Text(answered.GetProperty("answer"), "phrase")}");

    public IEnumerable<string> Asked => List("asked").Select(asked => Id(asked, "party")!);

    public string Claim(string id) => Find(id) is { } claim ? $"{id} {claim.GetProperty("supportedBy")}:{claim.GetProperty("deniedBy")}" : $"{id} none";

    /// <summary>The statements of the latest stances on a claim, each once.</summary>
    public string Positions(string id) => On(id, "positions");

    public string Beside(string id) => On(id, "beside");

    private string On(string id, string list) =>
        $"{id}: {string.Join(", ", Find(id)!.Value.GetProperty(list).EnumerateArray().Select(said => Text(said, "statement")).Distinct().Order(StringComparer.Ordinal))}";

    public IEnumerable<string> Casualties =>
        List("claims").Where(claim => Text(claim, "kind") == "casualties").SelectMany(claim => claim.GetProperty("figures").EnumerateArray()).Select(figure =>
            $"{Id(figure, "party")} {Text(figure, "category")} {figure.GetProperty("least")}-{figure.GetProperty("most")}{(figure.GetProperty("rival").GetBoolean() ? ", rival" : "")}");

    private JsonElement? Find(string claim) => List("claims").Where(found => Text(found, "id") == claim).Select(found => (JsonElement?)found).SingleOrDefault();

    private IEnumerable<JsonElement> List(string name) => state.GetProperty(name).EnumerateArray();

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static string? Id(JsonElement of, string name) => Text(of.GetProperty(name), "id");
}
