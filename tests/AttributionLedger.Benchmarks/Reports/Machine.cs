using System.Runtime.InteropServices;
using AttributionLedger.Benchmarks.Loads;
using Npgsql;

namespace AttributionLedger.Benchmarks.Reports;

/// <summary>Under what the figures were measured; they hold for nothing else.</summary>
/// <param name="LoadBefore">Processes that wanted a core in the minute before the run: above zero, the machine had other work. Null where the system does not say.</param>
/// <param name="EventBytes">Of the bodies of one statement's events.</param>
internal sealed record Machine(int Cores, string Postgres, string DotNet, string Durability, double? LoadBefore, int Rounds, double Seconds, IReadOnlyList<int> EventBytes)
{
    public static double? Load() => File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0]) : null;

    public static async Task<Machine> DescribeAsync(Arena arena, double? loadBefore, int rounds, double seconds)
    {
        await using var source = NpgsqlDataSource.Create(arena.Connection.ConnectionString);
        var durability = await source.AskAsync<string>("select 'fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit')");
        return new(Environment.ProcessorCount, (await source.AskAsync<string>("show server_version")).Split(' ')[0], RuntimeInformation.FrameworkDescription, durability, loadBefore,
            rounds, seconds, [.. arena.Bodies.Select(body => body.Json.Length)]);
    }
}
