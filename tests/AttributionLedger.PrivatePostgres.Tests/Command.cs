using System.Diagnostics;

namespace AttributionLedger.PrivatePostgres.Tests;

/// <summary>This program as a command that starts the cluster named by LEDGER_DATA, prints its address or why not, and ends.</summary>
internal static class Command
{
    public const string Name = "start-a-cluster";

    /// <summary>A variable of the tests: the command then takes no PostgreSQL of the machine's.</summary>
    public const string NpmOnly = "LEDGER_TEST_NPM_ONLY";

    public static async Task<int> RunAsync(string binariesFolder)
    {
        try
        {
            var address = await PrivateCluster.StartAsync(new()
            {
                BinariesFolder = binariesFolder,
                Binaries = Environment.GetEnvironmentVariable(NpmOnly) is null ? BinariesSource.MachineThenNpm : BinariesSource.NpmOnly
            });
            Console.WriteLine(address.Maintenance.ConnectionString);
            return 0;
        }
        catch (PrivateClusterException e)
        {
            Console.WriteLine(e.Code);
            Console.WriteLine(e.Message);
            return 1;
        }
    }

    /// <summary>Runs it to its end and returns what it printed.</summary>
    public static async Task<string> StartAsync(string dataFolder, string? account = null, string? binaries = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Name, binaries ?? SharedBinaries.Folder])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = "/"
        };
        if (account is not null) start.UserName = account;
        start.Environment[DataFolder.Variable] = dataFolder;
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(typeof(object).Assembly.Location, "../../../.."));
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return printed.Trim();
    }
}
