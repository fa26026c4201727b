using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Histories;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Readings;

namespace AttributionLedger.Api.Incidents;

/// <summary>The reads of an incident as a whole.</summary>
internal static class IncidentReads
{
    public const string Incident = "/api/incidents/{incident}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapReads("Readings",
            new("ReadState", $"{Incident}/state", "Who stands where, now or at any past moment", typeof(ReadingShape), StateAsync, [.. Parameters.Moments, Parameters.Rules]) { TellsUnchanged = true },
            new("ReadHistory", $"{Incident}/history", "What was put on record, event by event", typeof(HistoryShape), HistoryAsync,
                [QueryParameter.Word.Of<HistoryWith>("with", $"What is told beside each event: what it changed in the reading, on pages of at most {HistoryReader.ChangesPageLimit} events, {HistoryReader.DefaultChangesPage} where no limit is given."), Parameters.From, Parameters.Limit(HistoryReader.DefaultPage, HistoryReader.PageLimit), .. Parameters.Moments]) { IsInternal = true });
        app.MapReads("Incidents",
            new ReadOperation("ReadIncident", Incident, "The incident itself: what happened, and what is claimed about it", typeof(IncidentCardShape), CardAsync, Parameters.Moments) { GivesTag = true });
    }

    public static IResult Unknown() => Read.Unknown("incident-unknown", "No such incident is on record. The board lists those that are.", "incident");

    private static async Task<IResult> StateAsync(string incident, HttpRequest request, IncidentReader reader, KeptReadings kept, TimeProvider clock, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var asked = query.Moments() with { By = query.Rules() };
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
        var (with, from, limit, reading) = (query.Word<HistoryWith>("with"), query.From(), query.Limit(), query.Moments());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        if (with is not null && !request.Query.ContainsKey("limit")) limit = HistoryReader.DefaultChangesPage;
        if (with is not null && limit > HistoryReader.ChangesPageLimit) return Problems.Malformed([new("limit-out-of-range", "limit", $"With changes, limit is a number from 1 to {HistoryReader.ChangesPageLimit}.")], isBody: false);
        if (reading.Audience != Audience.Internal) return Read.InternalOnly("The history is");
        return Of(await reader.ReadAsync(incident, from, limit, reading, with is not null, ct));
    }

    private static async Task<IResult> CardAsync(string incident, HttpRequest request, IncidentCardReader reader, TagReader tags, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var reading = query.Moments();
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        var tag = reading.IsOfDeskNow ? await tags.OfAsync(IncidentId.Of(incident), ct) : null;
        return Of(await reader.ReadAsync(incident, reading, ct), tag);
    }

    // The address names it.
    private static IResult Of<TShape>(Answer<TShape> answer, string? tag = null) => answer is Answer<TShape>.Refused { Rejection.Code: "incident-unknown" } ? Unknown() : Read.Of(answer, tag);
}
