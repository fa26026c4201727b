using System.Runtime.CompilerServices;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Moments;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Spreadsheets.Writing;
using AttributionLedger.Store;
using AttributionLedger.Times;

namespace AttributionLedger.Tables;

/// <summary>
/// Reads tables as of any pair of moments, incident by incident. It tells what the readers of statements and readings tell,
/// and asks nobody else, so that what a reading leaves out is left out here. It holds one page of one incident.
/// </summary>
public sealed class TableReader(LedgerStore store, Newsroom newsroom, IncidentReader incidents, StatementsAsOf statements, RequestsAsOf requests)
{
    /// <returns>The table, of which nothing was read yet; or a refusal: <c>incident-unknown</c>, or what is wrong with a moment.</returns>
    public async Task<Answer<Table>> ReadAsync(TableRequest asked, CancellationToken ct)
    {
        if (asked.Incident is null) return await newsroom.Read(asked.At).ThenAsync<Table>(asOf => Task.FromResult<Answer<Table>>(Of(asked, OfAllAsync(asked with { At = Exact(asked.At, asOf) }, ct))));
        var answer = await incidents.ReadAsync(asked.Incident, asked.At, ct);
        if (answer is IncidentAnswer.Refused { Rejection: var rejection }) return rejection;
        return Of(asked, OfOneAsync(asked with { At = Exact(asked.At, IncidentReader.Moment(answer)) }, answer, ct));
    }

    private static Table Of(TableRequest asked, IAsyncEnumerable<IReadOnlyList<string>> rows) => new(FileNames.Of(asked), asked.Of switch
    {
        TableOf.Statements => StatementCells.Heading,
        TableOf.Positions => PositionColumns.Heading,
        _ => StandingColumns.Heading
    }, rows);

    private async IAsyncEnumerable<IReadOnlyList<string>> OfAllAsync(TableRequest asked, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var last = ""; ;)
        {
            var page = await IncidentsAfterAsync(last, ct);
            foreach (var id in page)
                await foreach (var row in OfOneAsync(asked, await incidents.ReadAsync(id, asked.At, ct), ct)) yield return row;
            if (page.Count < IncidentIds.Page) yield break;
            last = page[^1];
        }
    }

    private async Task<IReadOnlyList<string>> IncidentsAfterAsync(string last, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        return await session.IncidentsAfterAsync(last, ct);
    }

    /// <summary>The rows of one incident; none where nothing of it was on record at that moment.</summary>
    private IAsyncEnumerable<IReadOnlyList<string>> OfOneAsync(TableRequest asked, IncidentAnswer answer, CancellationToken ct) => answer switch
    {
        IncidentAnswer.Read read when asked.Of == TableOf.Statements => new StatementTable(incidents, statements, requests, read, asked).RowsAsync(ct),
        IncidentAnswer.Read read when asked.Of == TableOf.Positions => PositionRows.Of(IncidentReader.Shape(read)).Select(PositionColumns.Cells).ToAsyncEnumerable(),
        IncidentAnswer.Read read => StandingRows.Of(IncidentReader.Shape(read)).Select(StandingColumns.Cells).ToAsyncEnumerable(),
        _ => AsyncEnumerable.Empty<IReadOnlyList<string>>()
    };

    // A past moment is fixed before the first page, so that all pages are of the same. The writer's clock may be ahead by the
    // microseconds that keep times apart, and nobody may ask for what has not come.
    private ReadingRequest Exact(ReadingRequest at, AsOf asOf)
    {
        if (at.IsOfNow) return at;
        var now = Microseconds.Of(newsroom.Clock.GetUtcNow());
        return Newsroom.Exact(asOf with { SaidBy = asOf.SaidBy < now ? asOf.SaidBy : now, KnownAt = asOf.KnownAt < now ? asOf.KnownAt : now });
    }
}
