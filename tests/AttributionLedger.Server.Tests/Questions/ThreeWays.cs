using System.Text.Json;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Questions;

/// <summary>The samples, asked by HTTP, by the command line as a process, and by the library.</summary>
public sealed class ThreeWays(SharedPostgres postgres) : IAsyncLifetime
{
    private const string Incident = "harbour-fire";

    // A process takes about a second, and most of it is its own start: a few at once keep the machine usable.
    private readonly SemaphoreSlim processes = new(4);
    private readonly Dictionary<string, Task<Ended>> commands = [];
    private ApiHost? host;
    private string now = "";

    public static IReadOnlyDictionary<string, Question> Questions { get; } =
        TheFirstDay.Questions.Concat(TheNextDays.Questions).Concat(TheLastDays.Questions).ToDictionary(question => question.Name);

    public async ValueTask InitializeAsync()
    {
        host = await ApiHost.OverAsync(await postgres.WithSamplesAsync());
        // One moment for all three, which is after whatever the import recorded.
        now = (await host.Ledger.ReadAsync(Incident)).AsOf.KnownAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");
        foreach (var question in Questions.Values) commands[question.Name] = RunInTurnAsync(["state", Incident, .. Options(question), "--json"]);
    }

    public async Task<JsonElement> OverHttpAsync(Question question)
    {
        var query = string.Join('&', Moments(question).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
        return await host!.GetAsync($"/api/incidents/{Incident}/state?{query}&clock={question.Clock}&reading={question.Reading}&rules={question.Rules}");
    }

    public async Task<JsonElement> ByCommandAsync(Question question) => (await commands[question.Name]).ShouldEndWith(0).Json;

    public async Task<JsonElement> FromTheLibraryAsync(Question question)
    {
        var (saidBy, knownAt) = (At(question.SaidBy), At(question.KnownAt));
        var request = new ReadingRequest(saidBy, knownAt, Enum.Parse<Clock>(question.Clock, ignoreCase: true), Enum.Parse<Audience>(question.Reading, ignoreCase: true), Rules.Find(question.Rules));
        return JsonSerializer.SerializeToElement(IncidentReader.Shape(await host!.Ledger.Ledger.Incidents.ReadAsync(Incident, request, CancellationToken.None)), ShapeJson.Options);
    }

    private string? At(string? moment) => moment == "now" ? now : moment;

    private IEnumerable<(string Name, string Value)> Moments(Question question) =>
        new[] { (Name: "saidBy", Value: At(question.SaidBy)), (Name: "knownAt", Value: At(question.KnownAt)) }.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!));

    private IEnumerable<string> Options(Question question) =>
        Moments(question).SelectMany(part => new[] { part.Name == "saidBy" ? "--said-by" : "--known-at", part.Value })
            .Concat(["--clock", question.Clock, "--reading", question.Reading, "--rules", $"{question.Rules}"]);

    private async Task<Ended> RunInTurnAsync(string[] args)
    {
        await processes.WaitAsync();
        try
        {
            return await host!.Ledger.RunAsync(args);
        }
        finally
        {
            processes.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A process that still runs would find its database gone; what it came to is the business of its test.
        await Task.WhenAll(commands.Values).ContinueWith(_ => { }, TaskScheduler.Default);
        if (host is not null) await host.DisposeAsync();
        processes.Dispose();
    }
}
