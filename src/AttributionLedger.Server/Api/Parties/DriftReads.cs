using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Attribution;
using AttributionLedger.Drifts;

namespace AttributionLedger.Api.Parties;

/// <summary>What one named party said over time.</summary>
internal static class DriftReads
{
    private static readonly QueryParameter
        Incident = new QueryParameter.Text("incident", "Only what it said on this incident.", "harbour-fire"),
        Claim = new QueryParameter.Text("claim", "Only what it said of this claim; takes the incident."),
        SaidBy = new QueryParameter.Text("saidBy", "Only what had been said by then: EDTF; a day, month or year means its end in the incident's zone, and without an incident in the newsroom's. Left out, all that was known at knownAt.", "2024-04-22");

    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Parties",
        new ReadOperation("ReadDrift", "/api/parties/{party}/drift", "What a named party said over time, and how its positions changed", typeof(DriftShape), DriftAsync,
            Incident, Claim, SaidBy, Parameters.KnownAt, Parameters.Clock, Parameters.Limit(DriftReader.DefaultPage, DriftReader.PageLimit), Parameters.Cursor, Parameters.Reading));

    private static async Task<IResult> DriftAsync(string party, HttpRequest request, DriftReader reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var asked = new DriftQuery(party, query.Text("incident"), query.Text("claim"), new ReadingRequest(query.Text("saidBy"), query.Text("knownAt"), query.Clock(), query.Audience()), query.Limit(), query.Text("cursor"));
        return query.Done() is { Count: > 0 } refusals ? Problems.Malformed(refusals, isBody: false) : Read.Of(await reader.ReadAsync(asked, ct));
    }
}
