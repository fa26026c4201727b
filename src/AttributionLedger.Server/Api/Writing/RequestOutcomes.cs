using System.Text.Json.Nodes;
using System.Text.Json;
using AttributionLedger.Api.Answers;
using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Sheets;
using AttributionLedger.Store;

namespace AttributionLedger.Api.Writing;

/// <summary>
/// What came of a request for comment is a statement of the party that was asked, so the address says who speaks and what is
/// answered: the body need not.
/// </summary>
internal sealed class RequestOutcomes(LedgerStore store)
{
    /// <summary>The body as that of a statement; what cannot be filled in is left to be refused as it is.</summary>
    /// <param name="address">With the request, which a statement does not have.</param>
    public async Task<(byte[] Body, IResult? Refusal)> FillAsync(IReadOnlyList<Addressed> address, byte[] body, CancellationToken ct)
    {
        var (incident, request) = (address.Single(field => field.Field == "incident").Value, address.Single(field => field.Field == "request").Value);
        await using var session = store.Reading();
        if ((await session.LoadAsync<EntryRow>(EntryRow.IdOf(incident, request), ct))?.Entry is not { Kind: EntryKind.Request } entry)
            return (body, Problems.Decided([new Rejection("request-unknown", "request", "This incident has no such request for comment.")], ["request"]));
        return (Filled(body, request, entry.By[0]), null);
    }

    private static byte[] Filled(byte[] body, string request, PartyId asked)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject statement) return body;
            if (!statement.ContainsKey("by")) statement["by"] = asked.Value;
            if (statement["stances"] is JsonArray stances)
                foreach (var stance in stances.OfType<JsonObject>().Where(stance => !stance.ContainsKey("request"))) stance["request"] = request;
            return JsonSerializer.SerializeToUtf8Bytes(statement);
        }
        // The reader of the body says what is wrong with it, and where.
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            return body;
        }
    }
}
