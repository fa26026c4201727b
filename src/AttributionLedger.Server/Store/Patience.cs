using System.Net.Sockets;
using Npgsql;

namespace AttributionLedger.Store;

/// <summary>
/// Repeats a unit of work while PostgreSQL is away. What is repeated must be idempotent: a commit may have gone through
/// although an error came back.
/// </summary>
/// <param name="revive">Brings PostgreSQL back where it is ours to start; null where it is somebody else's.</param>
/// <param name="limit">How long PostgreSQL may be away; <see cref="Limit"/> unless given.</param>
public sealed class Patience(IProgress<string> notes, Func<CancellationToken, Task>? revive = null, TimeSpan? limit = null)
{
    /// <summary>How long PostgreSQL may be away; a restart with recovery takes seconds, an upgrade of the package a minute or two.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200), LongestPause = TimeSpan.FromSeconds(3);

    /// <summary>The same, for those who cannot wait as long.</summary>
    public Patience For(TimeSpan shorter) => new(notes, revive, shorter);

    public async Task<T> WithAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        var giveUp = DateTime.UtcNow + (limit ?? Limit);
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            try
            {
                return await work();
            }
            catch (Exception fault) when (IsAway(fault) && DateTime.UtcNow < giveUp)
            {
                notes.Report("PostgreSQL is away; waiting for it to come back.");
                await Task.Delay(pause, ct);
                await ReviveAsync(giveUp - DateTime.UtcNow, ct);
            }
    }

    // Starting it may take longer than whoever waits has, and may fail; then the work says next what is the matter.
    private async Task ReviveAsync(TimeSpan left, CancellationToken ct)
    {
        if (revive is null || left <= TimeSpan.Zero) return;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(left);
        try
        {
            await revive(limited.Token);
        }
        catch (Exception) when (!ct.IsCancellationRequested) { }
    }

    public Task WithAsync(Func<Task> work, CancellationToken ct) => WithAsync(async () => { await work(); return true; }, ct);

    // A PostgreSQL that was killed may give out numbers of events again that it gave to appends which were cut off, and of
    // which Marten left marks since. Whoever meets such a mark gets a later number the next time.
    private const string NumberOfEvent = "pkey_mt_events_seq_id";

    /// <summary>Whether the fault says that PostgreSQL cannot be reached, is starting or stopping, gave up on a statement, has forgotten with a crash how far it had counted, or had to give way to another.</summary>
    public static bool IsAway(Exception fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
            if (cause is NpgsqlException { IsTransient: true } or SocketException or PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "57014" or "40001" or "40P01" }
                or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: NumberOfEvent }) return true;
        return fault is AggregateException { InnerExceptions: var several } && several.Any(IsAway);
    }
}
