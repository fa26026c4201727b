using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Incidents;
using AttributionLedger.Api.Reading;
using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Publications;
using AttributionLedger.Readings;

namespace AttributionLedger.Api.Publications;

/// <summary>Stories that ran, and which of them need attention: the desk's own, so that nothing of it is published.</summary>
internal static class PublicationReads
{
    private const string Publications = $"{IncidentReads.Incident}/publications";

    private static readonly QueryParameter Incident = new QueryParameter.Text("incident", "Only those of this incident.", "harbour-fire");

    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Publications",
        new("ListPublications", Publications, "The stories that ran about it, a page at a time", typeof(PublicationsShape), ListAsync,
            Parameters.Order, Parameters.Limit(PublicationReader.DefaultPage, PublicationReader.PageLimit), Parameters.Cursor, Parameters.Reading) { IsInternal = true },
        new("ReadPublication", $"{Publications}/{{publication}}", "One story: what it rests on, what changed since it ran, and what editors did about that", typeof(PublicationCardShape), FindAsync, Parameters.Reading) { GivesTag = true, IsInternal = true },
        new("ListAttention", "/api/attention", "The stories that need attention, the newest need first", typeof(AttentionListShape), AttentionAsync,
            Incident, Parameters.Limit(PublicationReader.DefaultPage, PublicationReader.PageLimit), Parameters.Cursor, Parameters.Reading) { IsInternal = true });

    private static async Task<IResult> ListAsync(string incident, HttpRequest request, PublicationReader reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (asked, audience) = (new PublicationQuery(query.Order(), query.Limit(), query.Text("cursor")), query.Audience());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        return audience == Audience.Internal ? Read.Of(await reader.ReadAsync(incident, asked, ct)) : Read.InternalOnly("Publications are");
    }

    private static async Task<IResult> FindAsync(string incident, string publication, HttpRequest request, PublicationReader reader, TagReader tags, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var audience = query.Audience();
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        if (audience != Audience.Internal) return Read.InternalOnly("Publications are");
        var tag = await tags.OfAsync(IncidentId.Of(incident), EntryId.Of(publication), ct);
        return await reader.FindAsync(incident, publication, ct) is { } found
            ? Read.Of<PublicationCardShape>(found, tag)
            : Read.Unknown("publication-unknown", "This incident has no such publication.", "publication");
    }

    private static async Task<IResult> AttentionAsync(HttpRequest request, AttentionReader reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (asked, audience) = (new AttentionQuery(query.Text("incident"), query.Limit(), query.Text("cursor")), query.Audience());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        return audience == Audience.Internal ? Read.Of(await reader.ReadAsync(asked, ct)) : Read.InternalOnly("What needs attention is");
    }
}
