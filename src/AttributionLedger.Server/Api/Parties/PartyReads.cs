using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Moments;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;

namespace AttributionLedger.Api.Parties;

/// <summary>The reads of the register. An unnamed source is never listed, and leads nowhere.</summary>
internal static class PartyReads
{
    private const string Party = "/api/parties/{party}";

    private static readonly QueryParameter
        Name = new QueryParameter.Text("name", "Only those of whose names or aliases this is part, letter by letter as it is written.", "Iraq"),
        Kind = QueryParameter.Word.Of<PartyKind>("kind", "Only parties of this kind."),
        PageSize = Parameters.Limit(PartyReader.DefaultPage, PartyReader.PageLimit);

    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Parties",
        new("ListParties", "/api/parties", "The parties by name", typeof(PartiesShape), ListAsync, [Name, Kind, PageSize, Parameters.Cursor, .. Parameters.Moments]),
        new("ReadParty", Party, "One party: its names, and to whom it belongs", typeof(PartyCardShape), FindAsync, Parameters.Moments) { GivesTag = true },
        new("ListAffiliates", $"{Party}/affiliates", "Who speaks for it or is part of it", typeof(AffiliatesShape), AffiliatesAsync, [PageSize, Parameters.Cursor, .. Parameters.Moments]),
        new("ListAppearances", $"{Party}/appearances", "The incidents on which it comes up", typeof(AppearancesShape), AppearancesAsync, [PageSize, Parameters.Cursor, .. Parameters.Moments]));

    private static async Task<IResult> ListAsync(HttpRequest request, PartiesAsOf reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var (asked, reading) = (new PartyQuery(query.Text("name"), query.Word<PartyKind>("kind"), query.Limit(), query.Text("cursor")), query.Moments());
        return query.Done() is { Count: > 0 } refusals ? Problems.Malformed(refusals, isBody: false) : Read.Of(await reader.ListAsync(asked, reading, ct));
    }

    private static async Task<IResult> FindAsync(string party, HttpRequest request, PartiesAsOf reader, TagReader tags, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var reading = query.Moments();
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        var tag = reading.IsOfDeskNow ? await tags.OfAsync(PartyId.Of(party), ct) : null;
        return Read.Of(await reader.FindAsync(party, reading, ct), tag);
    }

    private static Task<IResult> AffiliatesAsync(string party, HttpRequest request, PartiesAsOf reader, CancellationToken ct) =>
        PageAsync(request, (limit, cursor, reading) => reader.AffiliatesAsync(party, limit, cursor, reading, ct));

    private static Task<IResult> AppearancesAsync(string party, HttpRequest request, AppearancesAsOf reader, CancellationToken ct) =>
        PageAsync(request, (limit, cursor, reading) => reader.ReadAsync(party, limit, cursor, reading, ct));

    private static async Task<IResult> PageAsync<TShape>(HttpRequest request, Func<int, string?, ReadingRequest, Task<Answer<TShape>>> read)
    {
        var query = new QueryReader(request);
        var (limit, cursor, reading) = (query.Limit(), query.Text("cursor"), query.Moments());
        return query.Done() is { Count: > 0 } refusals ? Problems.Malformed(refusals, isBody: false) : Read.Of(await read(limit, cursor, reading));
    }
}
