using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Feeds;
using AttributionLedger.Api.Incidents;
using AttributionLedger.Api.Reading;
using AttributionLedger.Attribution;
using AttributionLedger.Replays;

namespace AttributionLedger.Api.Replays;

/// <summary>An incident from its first entry to its last, a reading after each.</summary>
internal static class ReplayReads
{
    private static readonly QueryParameter
        AlongClock = QueryParameter.Word.Of("along", "Along which clock the replay goes: as the desk came to know it, or as it was said.", (Course?)Course.Known),
        From = new QueryParameter.Text("from", "The moment to begin at: EDTF; a day, month or year means its beginning in the incident's zone. Left out, the first there is.", "2024-04-20"),
        To = new QueryParameter.Text("to", "The moment to end at: EDTF; a day, month or year means its end. Left out, now."),
        Speed = new QueryParameter.Number("speed", "How many times faster than it happened; a wait is never longer than five seconds. Left out, as fast as you read.", null, Pace.Fastest),
        After = new QueryParameter.Text("after", $"The id of the frame after which to go on, for those who cannot send {FeedReads.LastEvent}.");

    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Readings",
        new ReadOperation("ReplayIncident", $"{IncidentReads.Incident}/replay", "The reading after everything that changed one, as JSON Lines or server-sent events", typeof(ReplayFrameShape), ReplayAsync,
            AlongClock, From, To, Speed, After, Parameters.SaidBy, Parameters.KnownAt, Parameters.Clock, Parameters.Reading, Parameters.Rules)
        {
            Media = Streaming.JsonLines, OtherMedia = Streaming.Events, IsFeed = true
        });

    private static async Task<IResult> ReplayAsync(string incident, HttpRequest request, ReplayReader replays, TimeProvider clock, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var at = new ReadingRequest(query.Text("saidBy"), query.Text("knownAt"), query.Clock(), query.Audience(), query.Rules());
        var (along, from, to, after, pace) = (query.Word<Course>("along") ?? Course.Known, query.Text("from"), query.Text("to"), query.Text("after"), new Pace(query.Number("speed") ?? Pace.Unhindered));
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        var seats = pace.Times == Pace.Unhindered ? Seats.Hurried : Seats.Paced;
        if (seats.IsFull) return seats.Full;
        var last = request.Headers[FeedReads.LastEvent] is [{ Length: > 0 } repeated] ? repeated : after;
        return await replays.ReadAsync(incident, new(along, at, from, to, last), ct) switch
        {
            ReplayAnswer.Begun begun => new LinesResult<ReplayFrameShape>(pace.HoldAsync(begun.Frames, clock, ct), "frame", frame => frame.Id, seats),
            ReplayAnswer.Refused { Rejection.Code: "incident-unknown" } => IncidentReads.Unknown(),
            ReplayAnswer.Refused refused => Problems.Malformed([refused.Rejection], isBody: false),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer.")
        };
    }
}
