using AttributionLedger.Api;
using AttributionLedger.Api.Reading;
using AttributionLedger.Composition;
using AttributionLedger.Desk;
using AttributionLedger.Publications;
using AttributionLedger.Serving.Checks;
using AttributionLedger.Serving.Limiting;
using AttributionLedger.Serving.Logs;
using AttributionLedger.Sheets;
using AttributionLedger.Signals;

namespace AttributionLedger.Serving;

/// <summary>The ledger over HTTP.</summary>
public static class LedgerServer
{
    public const string DefaultUrl = "http://127.0.0.1:4380";

    internal const string SheetSchemaPath = "/ledger-sheet.schema.json";

    /// <summary>Serves until <paramref name="ct"/> is cancelled; what is under way is finished first.</summary>
    /// <param name="listening">Told the address once it answers.</param>
    public static async Task RunAsync(Ledger ledger, ServerSettings settings, Action<string> listening, CancellationToken ct)
    {
        await using var app = Build(ledger, settings);
        // Whoever looks after something else does so to the end: requests under way need PostgreSQL.
        using var stopped = new CancellationTokenSource();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(LedgerServer).FullName!);
        var watch = app.Services.GetRequiredService<PostgresWatch>();
        var watching = watch.RunAsync(stopped.Token);
        var following = ledger.Following.FollowAsync(log.ViewsInterrupted, stopped.Token);
        var tidying = new Tidying(ledger.Store, ledger.Clock).RunAsync(stopped.Token);
        var attending = new AttentionWatch(ledger.AttentionKeeper, ledger.Following, ledger.Commits).RunAsync(log.AttentionInterrupted, stopped.Token);
        try
        {
            app.Lifetime.ApplicationStarted.Register(() => { log.Listening(); listening(app.Urls.First()); });
            app.Lifetime.ApplicationStopping.Register(log.Stopping);
            // Who asks at once whether the server is ready is to hear what is so.
            await watch.Looked.WaitAsync(ct);
            await app.StartAsync(ct);
            await app.WaitForShutdownAsync(ct);
        }
        finally
        {
            await stopped.CancelAsync();
            await Task.WhenAll(watching, following, tidying, attending);
        }
    }

    /// <summary>The server as it is before it listens.</summary>
    public static WebApplication Build(Ledger ledger, ServerSettings settings)
    {
        var (limits, admission) = (settings.Limits, new Admission(settings));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(settings.Lines);
        builder.WebHost.UseUrls(settings.Url).ConfigureKestrel(limits.Apply).UseShutdownTimeout(limits.Stopping);
        builder.Services.AddSingleton(ledger).AddSingleton(limits).AddSingleton<PostgresWatch>().AddSingleton<Gauges>().AddSingleton<Faults>().AddSingleton<Requests>();
        builder.Services.AddTelemetry();
        builder.Services.AddThrottles(limits);
        builder.Services.AddLedgerApi(ledger);
        builder.Services.AddHostFiltering(hosts => (hosts.AllowedHosts, hosts.IncludeFailureMessage) = ([.. admission.Hosts], false));

        var app = builder.Build();
        _ = app.Services.GetRequiredService<Gauges>();
        app.Use(app.Services.GetRequiredService<Requests>().TellAsync);
        app.Use(Caching.KeepOutAsync);
        app.Use(app.Services.GetRequiredService<Faults>().AnswerAsync);
        app.UseStatusCodePages(Faults.AnswerStatusAsync);
        app.UseHostFiltering();
        app.Use(Heads.AnswerAsync);
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.Use(admission.AdmitAsync);
        app.MapLedgerApi();
        Health.Map(app, admission.IsOfDesk);
        app.MapGet(SheetSchemaPath, () => Results.Stream(SheetSchema.Open(), "application/schema+json")).ExcludeFromDescription();
        return app;
    }
}
