using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>What a command came to.</summary>
public sealed record Ended(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public Ended ShouldEndWith(int code)
    {
        Code.ShouldBe(code, $"{Output}\n{Error}");
        return this;
    }
}

/// <summary>The command line, as somebody runs it: a process of its own whose output is redirected.</summary>
internal static class LedgerProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static string Dll => typeof(Ledger).Assembly.Location;

    public static Task<Ended> RunAsync(this TestLedger ledger, params string[] args) => RunWithAsync(new() { ["LEDGER_CONNECTION"] = ledger.Access.Application, ["LEDGER_MAINTENANCE"] = ledger.Access.Maintenance }, null, args);

    public static async Task<Ended> RunWithAsync(Dictionary<string, string?> environment, byte[]? input, params string[] args)
    {
        using var process = Start(environment, "dotnet", [Dll, .. args]);
        if (input is not null) await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        return await process.EndAsync();
    }

    public static Process Start(Dictionary<string, string?> environment, string program, params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false), StandardErrorEncoding = new UTF8Encoding(false)
        };
        foreach (var ours in new[] { "LEDGER_CONNECTION", "LEDGER_MAINTENANCE", "LEDGER_DATA", "LEDGER_ZONE", "NO_COLOR" }) start.Environment.Remove(ours);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end, and takes what is left of the output.</summary>
    public static async Task<Ended> EndAsync(this Process process)
    {
        using var patience = new CancellationTokenSource(Limit);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
