using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Requests;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Histories;
using AttributionLedger.Readings;

namespace AttributionLedger.Api.Incidents;

/// <summary>The reads of an incident.</summary>
internal static class IncidentReads
{
    private const string Incident = "/api/incidents/{incident}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{Incident}/state", StateAsync).WithName("ReadState").WithTags("Readings").WithSummary("Who stands where, now or at any past moment").Produces<ReadingShape>();
        app.MapGet($"{Incident}/history", HistoryAsync).WithName("ReadHistory").WithTags("Readings").WithSummary("What was put on record, event by event").Produces<HistoryShape>();
    }

    private static async Task<IResult> StateAsync(string incident, HttpRequest request, IncidentReader reader, KeptReadings kept, TimeProvider clock, CancellationToken ct)
    {
        var query = new QueryReader(request.Query);
        var asked = new ReadingRequest(query.Text("saidBy"), query.Text("knownAt"), query.Word<Clock>("clock") ?? Clock.Recorded, query.Audience());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        if (asked.IsOfNow) return await kept.OfNowAsync(incident, asked.Audience, ct) is { } now ? new KeptReadingResult(now, clock.GetUtcNow()) : Unknown();
        return await reader.ReadAsync(incident, asked, ct) is var answer && answer is IncidentAnswer.Refused { Rejection: var rejection }
            ? rejection.Code == "incident-unknown" ? Unknown() : Problems.Malformed([rejection], isBody: false)
            : Results.Ok(IncidentReader.Shape(answer));
    }

    // What was done to what is internal in every line, so there is no publishable history.
    private static async Task<IResult> HistoryAsync(string incident, HttpRequest request, HistoryReader reader, CancellationToken ct)
    {
        var query = new QueryReader(request.Query);
        var (from, limit, audience) = (query.From(), query.Limit(HistoryReader.DefaultPage, HistoryReader.PageLimit), query.Audience());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        if (audience != Audience.Internal) return Problems.Of(StatusCodes.Status403Forbidden, "internal-only", "The history is for the desk. Ask for it with reading=internal.", "reading");
        return await reader.ReadAsync(incident, from, limit, ct) is { } history ? Results.Ok(history) : Unknown();
    }

    private static IResult Unknown() => Problems.Of(StatusCodes.Status404NotFound, "incident-unknown", "No such incident is on record. The board lists those that are.", "incident");
}
