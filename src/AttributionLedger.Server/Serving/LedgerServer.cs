using AttributionLedger.Boards;
using AttributionLedger.Composition;
using AttributionLedger.Sheets;
using AttributionLedger.Store;

namespace AttributionLedger.Serving;

/// <summary>The ledger over HTTP.</summary>
public static class LedgerServer
{
    public const string DefaultUrl = "http://127.0.0.1:4380";

    /// <summary>Serves until <paramref name="ct"/> is cancelled; what is under way is finished first.</summary>
    /// <param name="listening">Told the address once it answers.</param>
    public static async Task RunAsync(Ledger ledger, string url, Action<string> listening, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.ConfigureHttpJsonOptions(json => ShapeJson.Configure(json.SerializerOptions));
        builder.Services.AddProblemDetails();
        await using var app = builder.Build();
        app.UseExceptionHandler();
        Map(app, ledger);

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var following = ledger.Following.FollowAsync(stopping.Token);
        app.Lifetime.ApplicationStarted.Register(() => listening(app.Urls.First()));
        await app.StartAsync(ct);
        await app.WaitForShutdownAsync(ct);
        await stopping.CancelAsync();
        await following;
    }

    private static void Map(WebApplication app, Ledger ledger)
    {
        app.MapGet("/health", () => new { status = "alive" });
        app.MapGet("/health/ready", async (CancellationToken ct) =>
        {
            try
            {
                return Results.Ok(new { status = "ready", viewsBehind = await ledger.Following.LagAsync(ct) });
            }
            catch (Npgsql.NpgsqlException)
            {
                return Results.Problem("PostgreSQL does not answer.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready", type: "urn:attribution-ledger:problem:postgres-unreachable");
            }
        });
        app.MapGet("/board", async (int? limit, string? after, CancellationToken ct) =>
            limit is < 1 or > BoardReader.PageLimit ? Refused("limit-out-of-range", $"The limit is a number from 1 to {BoardReader.PageLimit}.")
            : await ledger.Board.ReadAsync(limit ?? BoardReader.DefaultPage, after, ct) is { } board ? Results.Ok(board)
            : Refused("cursor-malformed", "The cursor is none that a page of the board gave as its next."));
        app.MapGet("/ledger-sheet.schema.json", () => Results.Stream(SheetSchema.Open(), "application/schema+json"));
    }

    private static IResult Refused(string code, string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The request cannot be answered", type: $"urn:attribution-ledger:problem:{code}");
}
