using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Incidents;
using AttributionLedger.Api.Reading;
using AttributionLedger.Attribution;
using AttributionLedger.Pages;
using AttributionLedger.Tables;

namespace AttributionLedger.Api.Tables;

/// <summary>Tables for spreadsheets, of one incident or of all.</summary>
internal static class TableReads
{
    /// <summary>What a table of statements has besides what every reader sees.</summary>
    private enum TableWith { Struck }

    private static readonly QueryParameter With = QueryParameter.Word.Of<TableWith>("with", "What is there besides, for the desk: the statements that it logged in error.");

    public static void Map(IEndpointRouteBuilder app) => app.MapReads("Tables",
        Of("ReadStatementTable", $"{IncidentReads.Incident}/statements.csv", "What was said about an incident as CSV, a row for each stance, in the columns that an import takes", StatementsAsync, With),
        Of("ReadPositionTable", $"{IncidentReads.Incident}/positions.csv", "Where each party stands on each claim of an incident as CSV", PositionsAsync),
        Of("ReadStandingTable", $"{IncidentReads.Incident}/standings.csv", "How each actor is named and what it answers as CSV, with the status of the incident", StandingsAsync),
        Of("ReadAllStatementTables", "/api/statements.csv", "What was said about all incidents as CSV, in the order of their ids", AllStatementsAsync, With),
        Of("ReadAllPositionTables", "/api/positions.csv", "Where each party stands on each claim of all incidents as CSV", AllPositionsAsync),
        Of("ReadAllStandingTables", "/api/standings.csv", "How each actor is named and what it answers on all incidents as CSV", AllStandingsAsync));

    private static ReadOperation Of(string name, string route, string summary, Delegate handler, params IReadOnlyList<QueryParameter> own) =>
        new(name, route, summary, typeof(string), handler, [.. own, .. Parameters.Moments]) { Media = TableResult.Media, IsLong = true };

    private static Task<IResult> StatementsAsync(string incident, HttpRequest request, TableReader tables, CancellationToken ct) => ReadAsync(TableOf.Statements, incident, request, tables, ct);
    private static Task<IResult> PositionsAsync(string incident, HttpRequest request, TableReader tables, CancellationToken ct) => ReadAsync(TableOf.Positions, incident, request, tables, ct);
    private static Task<IResult> StandingsAsync(string incident, HttpRequest request, TableReader tables, CancellationToken ct) => ReadAsync(TableOf.Standings, incident, request, tables, ct);
    private static Task<IResult> AllStatementsAsync(HttpRequest request, TableReader tables, CancellationToken ct) => ReadAsync(TableOf.Statements, null, request, tables, ct);
    private static Task<IResult> AllPositionsAsync(HttpRequest request, TableReader tables, CancellationToken ct) => ReadAsync(TableOf.Positions, null, request, tables, ct);
    private static Task<IResult> AllStandingsAsync(HttpRequest request, TableReader tables, CancellationToken ct) => ReadAsync(TableOf.Standings, null, request, tables, ct);

    private static async Task<IResult> ReadAsync(TableOf what, string? incident, HttpRequest request, TableReader tables, CancellationToken ct)
    {
        var query = new QueryReader(request);
        var asked = new TableRequest(what, incident, query.Moments(), what == TableOf.Statements && query.Word<TableWith>("with") is TableWith.Struck);
        if (query.Done() is { Count: > 0 } refusals) return Problems.Malformed(refusals, isBody: false);
        if (Seats.Tables.IsFull) return Seats.Tables.Full;
        return await tables.ReadAsync(asked, ct) switch
        {
            Answer<Table>.Given { Shape: var table } => new TableResult(table, Seats.Tables),
            Answer<Table>.Refused { Rejection.Code: "incident-unknown" } => IncidentReads.Unknown(),
            Answer<Table>.Refused { Rejection: var rejection } => Problems.Malformed([rejection], isBody: false),
            _ => throw new InvalidOperationException("A question was neither answered nor refused.")
        };
    }
}
