using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Histories;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;

namespace AttributionLedger.Api.Incidents;

/// <summary>The reads of an incident as a whole.</summary>
internal static class IncidentReads
{
    public const string Incident = "/api/incidents/{incident}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapReads("Readings",
            new("ReadState", $"{Incident}/state", "Who stands where, now or at any past moment", typeof(ReadingShape), StateAsync,
                Parameters.SaidBy, Parameters.KnownAt, Parameters.Clock, Parameters.Reading, Parameters.Rules) { TellsUnchanged = true },
            new("ReadHistory", $"{Incident}/history", "What was put on record, event by event", typeof(HistoryShape), HistoryAsync,
                Parameters.From, Parameters.Limit(HistoryReader.DefaultPage, HistoryReader.PageLimit), Parameters.Reading) { IsInternal = true });
        app.MapReads("Incidents",
            new ReadOperation("ReadIncident", Incident, "The incident itself: what happened, and what is claimed about it", typeof(IncidentCardShape), CardAsync, Parameters.Reading) { GivesTag = true });
    }

    public static IResult Unknown() => Read.Unknown("incident-unknown", "No such incident is on record. The board lists those that are.", "incident");

    private static async Task<IResult> StateAsync(string incident, HttpRequest request, IncidentReader reader, KeptReadings kept, TimeProvider clock, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var asked = new ReadingRequest(query.Text("saidBy"), query.Text("knownAt"), query.Clock(), query.Audience(), query.Rules());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        if (asked.IsOfNow) return await kept.OfNowAsync(incident, asked.Audience, ct) is { } now ? new KeptReadingResult(now, clock.GetUtcNow()) : Unknown();
        return await reader.ReadAsync(incident, asked, ct) is var answer && answer is IncidentAnswer.Refused { Rejection: var rejection }
            ? rejection.Code == "incident-unknown" ? Unknown() : Problems.Malformed([rejection], isBody: false)
            : new AsOfResult(IncidentReader.Shape(answer), IncidentReader.Moment(answer).IsSettled(clock.GetUtcNow()));
    }

    // What was done to what is internal in every line, so there is no publishable history.
    private static async Task<IResult> HistoryAsync(string incident, HttpRequest request, HistoryReader reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (from, limit, audience) = (query.From(), query.Limit(), query.Audience());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        if (audience != Audience.Internal) return Read.InternalOnly("The history is");
        return await reader.ReadAsync(incident, from, limit, ct) is { } history ? Results.Ok(history) : Unknown();
    }

    private static async Task<IResult> CardAsync(string incident, HttpRequest request, IncidentCardReader reader, TagReader tags, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var audience = query.Audience();
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        var tag = audience == Audience.Internal ? await tags.OfAsync(IncidentId.Of(incident), ct) : null;
        return Read.Of(await reader.ReadAsync(incident, audience, ct), tag, Unknown());
    }
}
