using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Api.Requests;
using AttributionLedger.Basics;
using AttributionLedger.Importing;
using AttributionLedger.Spreadsheets;
using AttributionLedger.Spreadsheets.Templates;

namespace AttributionLedger.Api.Spreadsheets;

/// <summary>
/// A write whose body is a file. To look and to take in have addresses of their own, so that nobody writes by leaving a
/// parameter out.
/// </summary>
/// <param name="Writes">It puts the file on record, if nothing in it is asked or wrong.</param>
internal sealed record TableOperation(string Name, string Route, string Summary, bool Writes);

/// <summary>Spreadsheets on their way in.</summary>
internal static class TableImports
{
    private const string Tag = "Spreadsheets";

    public static readonly IReadOnlyList<TableOperation> Operations =
    [
        new("LookAtTable", "/api/import/table/look", "How a spreadsheet is understood, what is asked and all that is wrong; nothing is written", Writes: false),
        new("TakeInTable", "/api/import/table", "Put a spreadsheet on record: all of it or, if one row is wrong or asked about, nothing", Writes: true)
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var operation in Operations)
            app.MapPost(operation.Route, (HttpRequest request, SpreadsheetImport import, CancellationToken ct) => HandleAsync(operation, request, import, ct))
                .WithName(operation.Name).WithTags(Tag).WithSummary(operation.Summary).Produces<TableReportShape>().WithMetadata(operation).DisableRequestTimeout();
        app.MapReads(Tag, new ReadOperation("ReadTableTemplate", "/api/import/template.csv", "A spreadsheet to fill in: every column, and an invented row", typeof(string), Template) { Media = "text/csv", IsOfLedger = false });
    }

    private static IResult Template() => Results.Bytes(TableTemplate.Csv(), "text/csv; charset=utf-8", "template.csv");

    private static async Task<IResult> HandleAsync(TableOperation operation, HttpRequest request, SpreadsheetImport import, CancellationToken ct)
    {
        if (request.Query.Keys.FirstOrDefault() is { } parameter) return Problems.Of(StatusCodes.Status400BadRequest, "parameter-unknown", "There is no parameter here: to look and to take in have addresses of their own.", parameter.Length > 60 ? parameter[..60] : parameter);
        var refusals = new List<Rejection>();
        var user = Headers.Logger(request, refusals);
        if (refusals.Count > 0) return Problems.Malformed(refusals, isBody: false);
        var body = await TableBody.ReadAsync(request, ct);
        if (body.Refusal is { } refusal) return refusal;
        var report = operation.Writes ? await import.TakeInAsync(body.File, body.Mapping, user, new Progress<ImportProgress>(), ct) : await import.LookAsync(body.File, body.Mapping, new Progress<ImportProgress>(), ct);
        return Results.Json(report, statusCode: operation.Writes && report.IsRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
