using AttributionLedger.Attribution;
using AttributionLedger.Moments;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Requests;
using AttributionLedger.Statements;

namespace AttributionLedger.Tables;

/// <summary>
/// Who asked for what was answered, or left unanswered. In public that stands in the place of the request, which no row of a
/// table holds. The requests of one incident are remembered, once somebody must know; they grow with what was asked.
/// </summary>
internal sealed class Requesters(RequestsAsOf requests, string incident, ReadingRequest at)
{
    private Dictionary<string, IReadOnlyList<PartyShape>>? all;

    /// <summary>Who made the requests of a statement that does not itself say who asked; empty for the desk, to which it shows the request.</summary>
    public async Task<IReadOnlyList<PartyShape>> OfAsync(StatementShape statement, CancellationToken ct)
    {
        if (at.Audience == Audience.Internal || statement.Setting.AskedBy.Count > 0) return [];
        List<string> answered = [.. statement.Stances.Select(stance => stance.Request).OfType<string>()];
        if (answered.Count == 0) return [];
        all ??= await AllAsync(ct);
        return [.. answered.SelectMany(request => all.GetValueOrDefault(request) ?? []).DistinctBy(party => party.Id)];
    }

    private async Task<Dictionary<string, IReadOnlyList<PartyShape>>> AllAsync(CancellationToken ct)
    {
        var made = new Dictionary<string, IReadOnlyList<PartyShape>>();
        for (string? after = null; ;)
        {
            var page = StatementTable.Given(await requests.ReadAsync(incident, new RequestQuery(Limit: RequestReader.PageLimit, After: after), at, ct));
            foreach (var request in page.Requests) made[request.Id] = request.By;
            if (page.Next is null) return made;
            after = page.Next;
        }
    }
}
