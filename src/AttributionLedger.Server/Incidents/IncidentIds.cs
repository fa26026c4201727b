using AttributionLedger.Store;
using Marten;
using Npgsql;

namespace AttributionLedger.Incidents;

/// <summary>The ids of all incidents, in an order that depends on nothing else.</summary>
internal static class IncidentIds
{
    /// <summary>Ids that are fetched at once.</summary>
    public const int Page = 200;

    /// <param name="last">The id after which to go on; empty for the first page.</param>
    /// <returns>At most <see cref="Page"/>; where there are fewer, there are no more.</returns>
    public static async Task<IReadOnlyList<string>> IncidentsAfterAsync(this IDocumentSession session, string last, CancellationToken ct)
    {
        var page = new List<string>();
        await using var command = new NpgsqlCommand($"select id from {LedgerStore.Schema}.mt_doc_incident where id collate \"C\" > $1 order by id collate \"C\" limit {Page}") { Parameters = { new() { Value = last } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) page.Add(reader.GetString(0));
        return page;
    }
}
