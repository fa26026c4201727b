using AttributionLedger.Attribution;
using AttributionLedger.PartyRegister;
using AttributionLedger.Spreadsheets.Writing;
using AttributionLedger.Statements;

namespace AttributionLedger.Tables;

/// <summary>Where one party stands on one claim, or on the incident as a whole.</summary>
/// <param name="Party">With its label in the place of its id, where it is not named.</param>
/// <param name="Claim">Null for the incident as a whole.</param>
/// <param name="Position">Its latest live stance that takes a position, or its comment; null where it has none.</param>
/// <param name="Silence">What stands beside it and displaces nothing, in order: refusals, dismissals, requests that are open.</param>
internal sealed record PositionRow(ReadingShape Reading, PartyShape Party, string? Label, ClaimShape? Claim, SaidShape? Position, IReadOnlyList<SaidShape> Silence);

/// <summary>Takes the positions of a reading apart into rows: claim by claim, the incident as a whole last.</summary>
internal static class PositionRows
{
    public static IEnumerable<PositionRow> Of(ReadingShape reading)
    {
        var labels = new SourceLabels();
        return reading.Claims.SelectMany(claim => Of(reading, claim, claim.Positions, claim.Beside, labels))
            .Concat(Of(reading, null, reading.Comments, OnTheIncident(reading), labels));
    }

    // Who repeats another as well as speaking for itself has two positions, each a row; silence stands in the first.
    private static IEnumerable<PositionRow> Of(ReadingShape reading, ClaimShape? claim, IReadOnlyList<SaidShape> positions, IReadOnlyList<SaidShape> beside, SourceLabels labels) =>
        positions.Concat(beside).Select(said => said.Party).DistinctBy(party => party.Id).SelectMany(party =>
        {
            var (own, silence) = (positions.Where(said => said.Party.Id == party.Id).ToList(), beside.Where(said => said.Party.Id == party.Id).ToList());
            var label = new TableParty(party.Id, party.Name, party.Kind).IsUnnamed ? labels.Of(party.Id) : null;
            return own.Cast<SaidShape?>().DefaultIfEmpty().Select((position, i) => new PositionRow(reading, party, label, claim, position, i == 0 ? silence : []));
        });

    /// <summary>Refusals and requests about the incident as a whole, which a reading tells with the answers that they are.</summary>
    private static IReadOnlyList<SaidShape> OnTheIncident(ReadingShape reading) =>
    [
        .. reading.Standings.Select(standing => standing.Answer).Concat(reading.Answered.Select(answered => answered.Answer)).SelectMany(Told).Concat(reading.Asked)
            .Where(said => said.Claim is null && said.Stance != StanceKind.Comments).DistinctBy(said => (said.Party.Id, said.Statement, said.Stance)).OrderBy(said => said.SaidLatest).ThenBy(said => said.Known)
    ];

    private static IEnumerable<SaidShape> Told(AnswerShape answer) => [.. new[] { answer.Stance, answer.Pending }.OfType<SaidShape>(), .. answer.Opposed, .. answer.Beside];
}
