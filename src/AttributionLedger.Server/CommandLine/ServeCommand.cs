using System.CommandLine;
using AttributionLedger.Serving.Limiting;
using AttributionLedger.Serving;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

internal static class ServeCommand
{
    public const string Name = "serve";

    /// <summary>Requests under way have their own limit; after it there is only left what cannot be waited for.</summary>
    public static readonly TimeSpan StoppingLimit = new Limits().Stopping + TimeSpan.FromSeconds(15);

    private static readonly Option<string> Url = new("--url") { Description = "Where to listen.", DefaultValueFactory = _ => LedgerServer.DefaultUrl };

    private static readonly Option<bool> TrustNetwork = new("--trust-network") { Description = "Serve writes and the desk's reading beyond this machine too: everybody who can reach the address belongs to the desk." };

    /// <summary>A PostgreSQL that begins together with the server may have to recover first, so the server waits as long as anybody does.</summary>
    private static readonly Opening Opening = new(Patience.Limit)
    {
        Misread = ServerSettings.Misread, Notes = new ServerSettings(LedgerServer.DefaultUrl).Lines.Notes(LogLevel.Information), Waiting = new ServerSettings(LedgerServer.DefaultUrl).Lines.Notes(LogLevel.Warning)
    };

    public static Command Create() => new Command(Name, "Serves the ledger over HTTP until it is stopped.") { Url, TrustNetwork }.Does(Opening, async (parsed, ledger, ct) =>
    {
        ledger.TellWhereMissing();
        try
        {
            var settings = new ServerSettings(parsed.GetRequiredValue(Url)) { TrustsNetwork = parsed.GetValue(TrustNetwork), Limits = ServerSettings.LimitsOfEnvironment() };
            await LedgerServer.RunAsync(ledger, settings, address => Terminal.Line($"Listening on {address}. Ctrl-C stops it."), ct);
            return ExitCodes.Done;
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Terminal.Error($"{parsed.GetValue(Url)} is taken by another program. Choose another with --url. [address-in-use]");
            return ExitCodes.Usage;
        }
    });
}
