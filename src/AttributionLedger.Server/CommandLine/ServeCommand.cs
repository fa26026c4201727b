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

    private static readonly Option<bool> PublishableOnly = new("--publishable-only") { Description = "Serve only what anybody may read, on this machine too: for a proxy that everybody can reach." };

    private static readonly Option<string[]> Hosts = new("--host") { Description = $"A name by which the server answers; repeat it for several. Also {ServerSettings.HostsVariable}, with commas. Needed with --trust-network beyond this machine." };

    /// <summary>A PostgreSQL that begins together with the server may have to recover first, so the server waits as long as anybody does.</summary>
    private static readonly Opening Opening = new(Patience.Limit)
    {
        Misread = parsed => ServerSettings.Misread() ?? SettingsOf(parsed).Unfit(), Notes = new ServerSettings(LedgerServer.DefaultUrl).Lines.Notes(LogLevel.Information), Waiting = new ServerSettings(LedgerServer.DefaultUrl).Lines.Notes(LogLevel.Warning)
    };

    public static Command Create() => new Command(Name, "Serves the ledger over HTTP until it is stopped.") { Url, TrustNetwork, PublishableOnly, Hosts }.Does(Opening, async (parsed, ledger, ct) =>
    {
        ledger.TellWhereMissing();
        try
        {
            await LedgerServer.RunAsync(ledger, SettingsOf(parsed), address => Terminal.Line($"Listening on {address}. Ctrl-C stops it."), ct);
            return ExitCodes.Done;
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Terminal.Error($"{parsed.GetValue(Url)} is taken by another program. Choose another with --url. [address-in-use]");
            return ExitCodes.Usage;
        }
    });

    private static ServerSettings SettingsOf(ParseResult parsed) => new(parsed.GetRequiredValue(Url))
    {
        TrustsNetwork = parsed.GetValue(TrustNetwork), PublishableOnly = parsed.GetValue(PublishableOnly), Limits = ServerSettings.LimitsOfEnvironment(),
        Hosts = parsed.GetValue(Hosts) is { Length: > 0 } named ? named : ServerSettings.HostsOfEnvironment()
    };
}
