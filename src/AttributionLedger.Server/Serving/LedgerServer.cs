using AttributionLedger.Boards;
using AttributionLedger.Composition;
using AttributionLedger.Importing;
using AttributionLedger.Readings;
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
        // A fault is answered and told in one line; the framework would print its trace, with whatever that holds.
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.ConfigureHttpJsonOptions(json => ShapeJson.Configure(json.SerializerOptions));
        await using var app = builder.Build();
        app.Use(AnswerFaultsAsync);
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
        app.MapGet("/health/ready", async (CancellationToken ct) => Results.Ok(new { status = "ready", viewsBehind = await ledger.Following.LagAsync(ct) }));
        // What is served without a login is what anybody may read; the desk's own reading is on the command line.
        app.MapGet("/board", async (string? limit, string? after, CancellationToken ct) =>
            !int.TryParse(limit ?? $"{BoardReader.DefaultPage}", out var page) || page is < 1 or > BoardReader.PageLimit ? Refused("limit-out-of-range", $"The limit is a number from 1 to {BoardReader.PageLimit}.")
            : await ledger.Board.ReadAsync(page, after, Audience.Publishable, ct) is { } board ? Results.Ok(board)
            : Refused("cursor-malformed", "The cursor is none that a page of the board gave as its next."));
        app.MapGet("/ledger-sheet.schema.json", () => Results.Stream(SheetSchema.Open(), "application/schema+json"));
    }

    private static async Task AnswerFaultsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var away = Patience.IsAway(fault);
            Console.Error.WriteLine($"ledger: {context.Request.Path}: {(away ? "PostgreSQL does not answer. [postgres-unreachable]" : $"a fault of the ledger: {fault.GetType().Name}. [fault]")}");
            await (away
                ? Results.Problem("PostgreSQL does not answer. Try again.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready", type: Problem("postgres-unreachable"))
                : Results.Problem("This is a fault of the ledger.", statusCode: StatusCodes.Status500InternalServerError, title: "A fault", type: Problem("fault"))).ExecuteAsync(context);
        }
    }

    private static string Problem(string code) => $"urn:attribution-ledger:problem:{code}";

    private static IResult Refused(string code, string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The request cannot be answered", type: Problem(code));
}
