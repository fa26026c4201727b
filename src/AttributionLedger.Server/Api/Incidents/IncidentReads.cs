using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
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

    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Readings",
        new("ReadState", $"{Incident}/state", "Who stands where, now or at any past moment", typeof(ReadingShape), StateAsync,
            Parameters.SaidBy, Parameters.KnownAt, Parameters.Clock, Parameters.Reading),
        new("ReadHistory", $"{Incident}/history", "What was put on record, event by event", typeof(HistoryShape), HistoryAsync,
            Parameters.From, Parameters.Limit(HistoryReader.DefaultPage, HistoryReader.PageLimit), Parameters.Reading) { IsInternal = true });

    private static async Task<IResult> StateAsync(string incident, HttpRequest request, IncidentReader reader, KeptReadings kept, TimeProvider clock, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var asked = new ReadingRequest(query.Text("saidBy"), query.Text("knownAt"), query.Clock(), query.Audience());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        if (asked.IsOfNow) return await kept.OfNowAsync(incident, asked.Audience, ct) is { } now ? new KeptReadingResult(now, clock.GetUtcNow()) : Unknown();
        return await reader.ReadAsync(incident, asked, ct) is var answer && answer is IncidentAnswer.Refused { Rejection: var rejection }
            ? rejection.Code == "incident-unknown" ? Unknown() : Problems.Malformed([rejection], isBody: false)
            : Results.Ok(IncidentReader.Shape(answer));
    }

    // What was done to what is internal in every line, so there is no publishable history.
    private static async Task<IResult> HistoryAsync(string incident, HttpRequest request, HistoryReader reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (from, limit, audience) = (query.From(), query.Limit(), query.Audience());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        if (audience != Audience.Internal) return Problems.Of(StatusCodes.Status403Forbidden, "internal-only", "The history is for the desk. Ask for it with reading=internal.", "reading");
        return await reader.ReadAsync(incident, from, limit, ct) is { } history ? Results.Ok(history) : Unknown();
    }

    private static IResult Unknown() => Problems.Of(StatusCodes.Status404NotFound, "incident-unknown", "No such incident is on record. The board lists those that are.", "incident");
}
