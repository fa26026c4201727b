using AttributionLedger.Api;
using AttributionLedger.Composition;
using AttributionLedger.Sheets;

namespace AttributionLedger.Serving;

/// <summary>The ledger over HTTP.</summary>
public static class LedgerServer
{
    public const string DefaultUrl = "http://127.0.0.1:4380";

    /// <summary>Serves until <paramref name="ct"/> is cancelled; what is under way is finished first.</summary>
    /// <param name="trustsNetwork">Everybody who can reach the address belongs to the desk.</param>
    /// <param name="listening">Told the address once it answers.</param>
    public static async Task RunAsync(Ledger ledger, string url, bool trustsNetwork, Action<string> listening, CancellationToken ct)
    {
        await using var app = Build(ledger, url, trustsNetwork);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var following = ledger.Following.FollowAsync(stopping.Token);
        app.Lifetime.ApplicationStarted.Register(() => listening(app.Urls.First()));
        await app.StartAsync(ct);
        await app.WaitForShutdownAsync(ct);
        await stopping.CancelAsync();
        await following;
    }

    /// <summary>The server as it is before it listens.</summary>
    public static WebApplication Build(Ledger ledger, string url, bool trustsNetwork)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // A fault is answered and told in one line; the framework would print its trace, with whatever that holds.
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(Limits.Apply);
        builder.Services.AddLedgerApi(ledger);
        builder.Services.AddHostFiltering(hosts => (hosts.AllowedHosts, hosts.IncludeFailureMessage) = ([.. Admission.Hosts(url)], false));
        var app = builder.Build();
        app.Use(Faults.AnswerAsync);
        app.UseStatusCodePages(Faults.AnswerStatusAsync);
        app.UseHostFiltering();
        if (!Admission.IsForDesk(url, trustsNetwork)) app.Use(Admission.KeepToPublishableAsync);
        app.MapLedgerApi();
        app.MapGet("/ledger-sheet.schema.json", () => Results.Stream(SheetSchema.Open(), "application/schema+json")).ExcludeFromDescription();
        return app;
    }
}
