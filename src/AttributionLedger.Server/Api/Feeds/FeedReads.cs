using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Api.Requests;
using AttributionLedger.Feeds;

namespace AttributionLedger.Api.Feeds;

/// <summary>What changes, as it changes: server-sent events.</summary>
internal static class FeedReads
{
    public const string LastEvent = "Last-Event-ID";

    /// <summary>Characters of an id: as many as any that a feed gives.</summary>
    private const int IdLimit = 64;

    private static readonly QueryParameter After = new QueryParameter.Text("after", $"The id of the event after which to go on, for those who cannot send {LastEvent}.");

    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Feeds",
        new("FollowIncident", "/api/incidents/{incident}/feed", "Follow an incident: for the desk event by event, in public when its reading changes", typeof(string), FollowAsync, After, Parameters.Reading)
        {
            Media = FeedResult.MediaType, IsFeed = true
        },
        new("FollowBoard", "/api/board/feed", "Follow the first page of the board", typeof(string), FollowBoardAsync, After, Parameters.Reading)
        {
            Media = FeedResult.MediaType, IsFeed = true
        });

    private static Task<IResult> FollowBoardAsync(HttpRequest request, FeedHub hub, FeedLimits limits, CancellationToken ct) => FollowAsync(null, request, hub, limits, ct);

    private static async Task<IResult> FollowAsync(string? incident, HttpRequest request, FeedHub hub, FeedLimits limits, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (after, audience) = (query.Text("after"), query.Audience());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        // A browser that comes again repeats its address with the place from which it once began: what it has got since counts.
        var last = request.Headers[LastEvent] is [{ Length: > 0 } repeated] ? repeated : after;
        if (request.Headers[LastEvent].Count > 1 || last?.Length > IdLimit) return Problems.Of(StatusCodes.Status400BadRequest, "event-id-malformed", "Repeat the id of the last event that you got, or leave it out.", LastEvent);
        return await hub.JoinAsync(incident, audience, last, request.HttpContext.Sender(), ct) switch
        {
            Joining.Taken taken => new FeedResult(taken.Subscription, limits),
            Joining.Refused { Rejection: { Code: "incident-unknown" } rejection } => Problems.Of(StatusCodes.Status404NotFound, rejection.Code, rejection.Message, rejection.Field),
            Joining.Refused refused => Problems.Malformed([refused.Rejection], isBody: false),
            Joining.Full { IsOfAddress: true } => Full($"{limits.PerAddress:N0} clients follow from this address already, and no more may, so that others find a place."),
            _ => Full($"{limits.Subscribers:N0} clients follow already, and each is written to at every change.")
        };
    }

    private static IResult Full(string why) => Problems.Retry(StatusCodes.Status503ServiceUnavailable, "too-many-feeds", $"{why} Come again in a moment, or read now and then instead.");
}
