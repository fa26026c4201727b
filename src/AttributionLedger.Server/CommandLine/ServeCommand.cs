using System.CommandLine;
using AttributionLedger.Serving;

namespace AttributionLedger.CommandLine;

internal static class ServeCommand
{
    private static readonly Option<string> Url = new("--url") { Description = "Where to listen.", DefaultValueFactory = _ => LedgerServer.DefaultUrl };

    private static readonly Option<bool> TrustNetwork = new("--trust-network") { Description = "Serve writes and the desk's reading beyond this machine too: everybody who can reach the address belongs to the desk." };

    public static Command Create() => new Command("serve", "Serves the ledger over HTTP until it is stopped.") { Url, TrustNetwork }.Does(async (parsed, ledger, ct) =>
    {
        ledger.TellWhereMissing();
        try
        {
            await LedgerServer.RunAsync(ledger, parsed.GetRequiredValue(Url), parsed.GetValue(TrustNetwork), address => Terminal.Line($"Listening on {address}. Ctrl-C stops it."), ct);
            return ExitCodes.Done;
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Terminal.Error($"{parsed.GetValue(Url)} is taken by another program. Choose another with --url. [address-in-use]");
            return ExitCodes.Usage;
        }
    });
}
