using AttributionLedger.Desk;

namespace AttributionLedger.Feeds;

/// <summary>Registers the feeds.</summary>
internal static class FeedServices
{
    public static void AddFeeds(this IServiceCollection services, Commits commits) =>
        services.AddSingleton(commits).AddSingleton(FeedLimits.Usual).AddSingleton<FeedSources>().AddSingleton<FeedHub>().AddHostedService(all => all.GetRequiredService<FeedHub>());
}
