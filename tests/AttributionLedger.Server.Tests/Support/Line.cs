using System.Text.Json;
using System.Text.Json.Serialization;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>Lines of a ledger sheet; a field that is null is left out.</summary>
internal static class Line
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public const string Incident = "quay";

    /// <summary>An incident with two claims and those who speak of it: what most tests begin with.</summary>
    public static string[] Scene =>
    [
        Party("brigade"), Party("harbour"), Party("korvad", "armed-group"), Party("post", "outlet"),
        Opening(), Claim("k1"), Claim("k2", "responsibility", actor: "korvad")
    ];

    public static string Of(object entry) => JsonSerializer.Serialize(entry, Options);

    public static string Party(string id, string kind = "organisation", string? name = null) => Of(new { entry = "party", id, name = name ?? $"The {id}", kind });

    public static string Unnamed(string label, string description = "a port official", string? under = null) => Of(new { entry = "unnamed", label, description, under });

    public static string Opening(string id = Incident) => Of(new { entry = "incident", id, headline = $"Invented: {id}", zone = "Etc/UTC", invented = true });

    public static string Claim(string id, string kind = "occurrence", string? actor = null, string? raisedBy = null, string incident = Incident) =>
        Of(new { entry = "claim", id, incident, kind, text = $"The claim {id}.", actor, raisedBy });

    /// <summary>A story that runs at the moment at which its line is made, unless the test says when.</summary>
    public static string Story(string id, string incident = Incident, string? published = null, string[]? restsOn = null, string? clock = null) =>
        Of(new { entry = "publication", id, incident, headline = $"Invented: {id}", url = $"https://example.org/{incident}/{id}", published = published ?? $"{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ss.ffffff}Z", restsOn, clock });

    public static string Retracts(string statement, string incident = Incident, string? id = null) =>
        Of(new { entry = "retraction", id, incident, statement, said = "2023-03-09", reason = $"Not {statement}." });

    public static string Settles(string publication, string note = "It says so now.", string incident = Incident, string? id = null, DateTimeOffset? seen = null) =>
        Of(new { entry = "attention-settled", id, incident, publication, note, seen });

    public static string Says(string id, object by, string stance = "asserts", string? claim = "k1", object? terms = null, string incident = Incident, string said = "2023-03-05", string? text = null, string? relayOf = null, object? setting = null) =>
        Of(new
        {
            entry = "statement", id, incident, by, said, stances = new[] { new { stance, claim } },
            words = new { form = "paraphrase", text = text ?? $"The words of {id}." }, terms = terms ?? "on-the-record", relayOf, setting
        });
}
