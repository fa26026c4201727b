using System.CommandLine;
using AttributionLedger.PrivatePostgres;

namespace AttributionLedger.CommandLine;

internal static class StopCommand
{
    public static Command Create() => new Command("stop", "Stops the ledger's own PostgreSQL; the next command starts it again.").DoesAlone(async ct =>
    {
        await PrivateCluster.StopAsync(new ClusterSettings(), null, ct);
        Terminal.Line("The ledger's own PostgreSQL is stopped.");
        return ExitCodes.Done;
    });
}
