using System.Runtime.CompilerServices;
using AttributionLedger.Attribution;
using AttributionLedger.Moments;
using AttributionLedger.Pages;
using AttributionLedger.PartyRegister;
using AttributionLedger.Spreadsheets.Writing;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Tables;

/// <summary>The rows of the statement table of one incident, in the order in which the statements were recorded.</summary>
/// <param name="begun">The incident as of the moment, as it was when the table was begun.</param>
/// <param name="asked">With a moment that means the same for every page.</param>
internal sealed class StatementTable(IncidentReader incidents, StatementsAsOf statements, RequestsAsOf requests, IncidentAnswer.Read begun, TableRequest asked)
{
    private readonly string incident = begun.Reading.Incident.Id;
    private readonly SourceLabels labels = new();
    private readonly Requesters requesters = new(requests, begun.Reading.Incident.Id, asked.At);
    private readonly Mentions mentions = new(statements, begun.Reading.Incident.Id, asked.At);

    public async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var scene = await SceneAsync(begun, ct);
        string? after = null;
        do
        {
            var page = Given(await statements.ReadAsync(incident, new StatementQuery(After: after), asked.At, ct));
            // Claims are framed while it is read, where it is of now.
            if (asked.At.IsOfNow && !page.Statements.All(scene.KnowsClaimsOf) && await incidents.ReadAsync(incident, asked.At, ct) is IncidentAnswer.Read later) scene = await SceneAsync(later, ct);
            var cells = new StatementCells(scene.Incident, labels);
            foreach (var statement in page.Statements.Where(statement => asked.WithStruck || statement.Status != StatementStatus.Struck))
                foreach (var row in cells.Of(scene.Of(statement, await requesters.OfAsync(statement, ct)))) yield return row;
            after = page.Next;
        }
        while (after is not null);
    }

    private async Task<TableScene> SceneAsync(IncidentAnswer.Read read, CancellationToken ct)
    {
        var claims = new Dictionary<string, TableClaim>();
        foreach (var claim in IncidentReader.Shape(read).Claims) claims[claim.Id] = await mentions.OnlyOfWhatIsThereAsync(TableScene.Of(claim), ct);
        return new(TableScene.Of(read.Reading.Incident), claims, asked.At.Audience);
    }

    internal static TShape Given<TShape>(Answer<TShape> answer) => answer is Answer<TShape>.Given { Shape: var shape } ? shape
        : throw new InvalidOperationException($"{(answer as Answer<TShape>.Refused)?.Rejection.Code}: what was begun cannot be gone on with.");
}
