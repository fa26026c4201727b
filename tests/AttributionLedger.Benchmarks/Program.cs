using AttributionLedger.Benchmarks;
using AttributionLedger.Benchmarks.Ours;
using AttributionLedger.Benchmarks.Peers;
using AttributionLedger.Benchmarks.Rows;

switch (args)
{
    case ["import", .. var rest]: return await ImportBench.RunAsync(rest is [var n, ..] ? int.Parse(n) : 20_000);
    case ["logging"]: return await LoggingBench.RunAsync();
    case ["desk"]: return await DeskBench.RunAsync();
    case ["search", .. var many]: return await SearchBench.RunAsync(many is [var size, ..] ? int.Parse(size) : 200_000);
    case ["replay", .. var rest]: return await ReplayBench.RunAsync(rest is [var count, ..] ? int.Parse(count) : PastIncidents.Large / 2);
    case ["row", .. var rest] when Settings.Read(rest) is { } settings: return await RowsBench.RunAsync(settings);
    case [HandWrittenEndpoint.Command, var url]: return await HandWrittenEndpoint.ServeAsync(url);
    default:
        Console.Error.WriteLine($"usage: import [STATEMENTS] | logging | desk | search [STATEMENTS] | replay [STATEMENTS] | {Settings.Usage}");
        return 2;
}
