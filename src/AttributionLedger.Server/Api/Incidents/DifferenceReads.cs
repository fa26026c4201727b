using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Differences;
using AttributionLedger.Readings;

namespace AttributionLedger.Api.Incidents;

/// <summary>The read that compares two moments of an incident.</summary>
internal static class DifferenceReads
{
    private static readonly IReadOnlyList<QueryParameter> Moments =
    [
        new QueryParameter.Text("from", "The earlier moment: EDTF; a day, month or year means its end in the incident's zone. It must be given, here or on one clock alone.", "2024-04-22"),
        new QueryParameter.Text("to", "The later moment: EDTF, likewise. Left out, it is now."),
        QueryParameter.Word.Of("along", "Which clocks from and to set: what was known, what had been said, or both. The other clock stands at both moments where it stands at the later.", (Clocks?)Clocks.Both),
        new QueryParameter.Text("fromSaidBy", "The earlier moment on the said clock alone; it goes before from."),
        new QueryParameter.Text("fromKnownAt", "The earlier moment on the known clock alone; it goes before from."),
        new QueryParameter.Text("toSaidBy", "The later moment on the said clock alone; it goes before to."),
        new QueryParameter.Text("toKnownAt", "The later moment on the known clock alone; it goes before to.")
    ];

    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Readings",
        new ReadOperation("CompareMoments", $"{IncidentReads.Incident}/diff", "What changed between two moments, and why", typeof(DifferenceShape), CompareAsync,
            [.. Moments, Parameters.Clock, Parameters.Reading, Parameters.Rules, Parameters.Limit(DifferenceReader.DefaultLimit, DifferenceReader.Limit)]));

    private static async Task<IResult> CompareAsync(string incident, HttpRequest request, DifferenceReader reader, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var asked = new DifferenceRequest(
            query.Text("from"), query.Text("to"), query.Word<Clocks>("along") ?? Clocks.Both, query.Text("fromSaidBy"), query.Text("fromKnownAt"), query.Text("toSaidBy"), query.Text("toKnownAt"),
            query.Clock(), query.Audience(), query.Rules());
        var limit = query.Limit();
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        return await reader.ReadAsync(incident, asked, limit, ct) switch
        {
            DifferenceAnswer.Refused { Rejection.Code: "incident-unknown" } => IncidentReads.Unknown(),
            DifferenceAnswer.Refused { Rejection: var rejection } => Problems.Malformed([rejection], isBody: false),
            DifferenceAnswer.Read { Shape: var shape } => Results.Ok(shape),
            var other => throw new InvalidOperationException($"{other.GetType().Name} has no result.")
        };
    }
}
