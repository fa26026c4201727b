using System.Runtime.InteropServices;

namespace AttributionLedger.CommandLine;

/// <summary>
/// Hears that the process is to end. The first time the command is asked to; a second time, or when it has not ended within
/// its limit, the process ends at once. What was answered is on record either way.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    /// <summary>Commands end between two batches, which take less than a second.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);

    private readonly TimeSpan limit;
    private readonly CancellationTokenSource stopping = new();
    private readonly PosixSignalRegistration[] signals;
    private Timer? watchdog;

    public Interrupts(TimeSpan limit)
    {
        this.limit = limit;
        signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];
    }

    public CancellationToken Token => stopping.Token;

    public void Dispose()
    {
        foreach (var signal in signals) signal.Dispose();
        watchdog?.Dispose();
        stopping.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (stopping.IsCancellationRequested) Environment.Exit(ExitCodes.Interrupted);
        watchdog = new Timer(_ => Environment.Exit(ExitCodes.Interrupted), null, limit, Timeout.InfiniteTimeSpan);
        stopping.Cancel();
    }
}
