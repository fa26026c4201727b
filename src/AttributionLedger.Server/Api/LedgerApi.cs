using AttributionLedger.Api.Boards;
using AttributionLedger.Api.Describing;
using AttributionLedger.Api.Feeds;
using AttributionLedger.Api.Incidents;
using AttributionLedger.Api.Parties;
using AttributionLedger.Api.ProblemPages;
using AttributionLedger.Api.Publications;
using AttributionLedger.Api.Replays;
using AttributionLedger.Api.Requests;
using AttributionLedger.Api.RuleComparisons;
using AttributionLedger.Api.Searching;
using AttributionLedger.Api.Spreadsheets;
using AttributionLedger.Api.Writing;
using AttributionLedger.Composition;
using AttributionLedger.Desk;
using AttributionLedger.Feeds;
using AttributionLedger.Store;

namespace AttributionLedger.Api;

/// <summary>The HTTP API: the table of contents of its features.</summary>
public static class LedgerApi
{
    public static void AddLedgerApi(this IServiceCollection services, Ledger ledger)
    {
        services.AddSingleton(ledger.Store).AddSingleton(ledger.Desk).AddSingleton(ledger.Lanes).AddSingleton(ledger.Patience).AddSingleton(ledger.Following)
            .AddSingleton(ledger.Incidents).AddSingleton(ledger.KeptReadings).AddSingleton(ledger.Replays).AddSingleton(ledger.RulesComparer).AddSingleton(ledger.Differences).AddSingleton(ledger.Clock).AddSingleton(ledger.Board).AddSingleton(ledger.History)
            .AddSingleton(ledger.Cards).AddSingleton(ledger.Statements).AddSingleton(ledger.Requests).AddSingleton(ledger.Entries).AddSingleton(ledger.Parties).AddSingleton(ledger.Drifts).AddSingleton<TagReader>()
            .AddSingleton(ledger.StatementsAsOf).AddSingleton(ledger.RequestsAsOf).AddSingleton(ledger.EntriesAsOf).AddSingleton(ledger.PartiesAsOf).AddSingleton(ledger.AppearancesAsOf).AddSingleton(ledger.BoardAsOf)
            .AddSingleton(ledger.Search).AddSingleton(ledger.PartySuggestions).AddSingleton(ledger.ClaimSuggestions).AddSingleton(ledger.MergeSuggestions).AddSingleton(ledger.Publications).AddSingleton(ledger.Attention).AddSingleton(ledger.Spreadsheets);
        services.AddSingleton<InFlight>().AddSingleton<ZonesOfIncidents>().AddSingleton<RequestOutcomes>().AddSingleton<WriteDoor>();
        services.AddFeeds(ledger.Commits);
        services.ConfigureHttpJsonOptions(json => ShapeJson.Configure(json.SerializerOptions));
        services.AddApiDescription();
    }

    public static void MapLedgerApi(this IEndpointRouteBuilder app)
    {
        BoardReads.Map(app);
        PublicationReads.Map(app);
        IncidentReads.Map(app);
        ReplayReads.Map(app);
        RuleReads.Map(app);
        DifferenceReads.Map(app);
        StatementReads.Map(app);
        PartyReads.Map(app);
        DriftReads.Map(app);
        IncidentWrites.Map(app);
        PartyWrites.Map(app);
        SearchReads.Map(app);
        SuggestionReads.Map(app);
        TableImports.Map(app);
        FeedReads.Map(app);
        ProblemReads.Map(app);
        app.MapApiDescription();
        app.MapReference();
    }
}
