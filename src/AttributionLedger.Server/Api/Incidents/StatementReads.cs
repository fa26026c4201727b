using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Duplicates;
using AttributionLedger.Incidents;
using AttributionLedger.Moments;
using AttributionLedger.Readings;
using AttributionLedger.Requests;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Api.Incidents;

/// <summary>The reads of what was logged into an incident: statements, requests for comment, any entry.</summary>
internal static class StatementReads
{
    private const string Incident = IncidentReads.Incident;

    private static readonly QueryParameter
        Party = new QueryParameter.Text("party", "Only what this party said, or was issued in its name; also as one that was merged into it.", "rahmane"),
        Claim = new QueryParameter.Text("claim", "Only what takes a stance on this claim.", "k1"),
        Stance = QueryParameter.Word.Of<StanceKind>("stance", "Only what takes this stance; with a claim, on that claim."),
        Status = QueryParameter.Word.Of<StatementStatus>("status", "Only those that stand, were taken back by their speaker, or were logged in error.");

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapReads("Statements",
            new("ListStatements", $"{Incident}/statements", "The statements, a page at a time", typeof(StatementsShape), ListAsync,
                [Party, Claim, Stance, Status, Parameters.Order, Parameters.Limit(StatementReader.DefaultPage, StatementReader.PageLimit), Parameters.Cursor, .. Parameters.Moments]),
            new("ReadStatement", $"{Incident}/statements/{{statement}}", "One statement with all that was done to it", typeof(StatementShape), FindAsync, Parameters.Moments) { GivesTag = true },
            new("ListDuplicates", $"{Incident}/duplicates", "Statements that may be one, until they are linked or found to be two", typeof(DuplicatesShape), DuplicatesAsync,
                [new QueryParameter.Number("limit", "How many statements a page looks at, the newest first; it may hold no pair and still have a next.", DuplicateReader.DefaultPage, DuplicateReader.PageLimit), Parameters.Cursor, Parameters.Reading]) { IsInternal = true },
            new("ReadEntry", $"{Incident}/entries/{{entry}}", "Any entry by its id: what it is, and what was done to it", typeof(EntryCardShape), EntryAsync, Parameters.Moments) { GivesTag = true, IsInternal = true });
        app.MapReads("Requests for comment",
            new ReadOperation("ListRequests", $"{Incident}/requests", "Who was asked for comment, and what they answered", typeof(RequestsShape), RequestsAsync,
                [Parameters.Order, Parameters.Limit(RequestReader.DefaultPage, RequestReader.PageLimit), Parameters.Cursor, .. Parameters.Moments]));
    }

    private static async Task<IResult> ListAsync(string incident, HttpRequest request, StatementsAsOf reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var asked = new StatementQuery(query.Text("party"), query.Text("claim"), query.Word<StanceKind>("stance"), query.Word<StatementStatus>("status"),
            query.Order(), query.Limit(), query.Text("cursor"));
        var reading = query.Moments();
        return query.Done() is { Count: > 0 } refusals ? Problems.Malformed(refusals, isBody: false) : Read.Of(await reader.ReadAsync(incident, asked, reading, ct));
    }

    private static async Task<IResult> FindAsync(string incident, string statement, HttpRequest request, StatementsAsOf reader, TagReader tags, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var reading = query.Moments();
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        var tag = reading.IsOfDeskNow ? await tags.OfAsync(IncidentId.Of(incident), EntryId.Of(statement), ct) : null;
        return Read.Of(await reader.FindAsync(incident, statement, reading, ct), tag);
    }

    private static async Task<IResult> DuplicatesAsync(string incident, HttpRequest request, DuplicateReader reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (asked, audience) = (new DuplicateQuery(query.Limit(), query.Text("cursor")), query.Audience());
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        return audience == Audience.Internal ? Read.Of(await reader.ReadAsync(incident, asked, ct)) : Read.InternalOnly("Duplicates are");
    }

    private static async Task<IResult> EntryAsync(string incident, string entry, HttpRequest request, EntriesAsOf reader, TagReader tags, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var reading = query.Moments();
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        if (reading.Audience != Audience.Internal) return Read.InternalOnly("Entries are");
        var tag = reading.IsOfDeskNow ? await tags.OfAsync(IncidentId.Of(incident), EntryId.Of(entry), ct) : null;
        return Read.Of(await reader.FindAsync(incident, entry, reading, ct), tag);
    }

    private static async Task<IResult> RequestsAsync(string incident, HttpRequest request, RequestsAsOf reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (asked, reading) = (new RequestQuery(query.Order(), query.Limit(), query.Text("cursor")), query.Moments());
        return query.Done() is { Count: > 0 } refusals ? Problems.Malformed(refusals, isBody: false) : Read.Of(await reader.ReadAsync(incident, asked, reading, ct));
    }
}
