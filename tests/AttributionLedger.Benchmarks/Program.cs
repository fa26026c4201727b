using AttributionLedger.Benchmarks;

switch (args)
{
    case ["import", .. var rest]: return await ImportBench.RunAsync(rest is [var n, ..] ? int.Parse(n) : 20_000);
    case ["logging"]: return await LoggingBench.RunAsync();
    default:
        Console.Error.WriteLine("usage: import [STATEMENTS] | logging");
        return 2;
}
