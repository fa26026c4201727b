using AttributionLedger.Store;
using JasperFx;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;

namespace AttributionLedger.Views;

/// <summary>
/// Brings the views that follow behind up to the last event. One process at a time does so, held by a lock: two would run
/// into each other's progress.
/// </summary>
public sealed class Following
{
    private const string Lock = "following";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    /// <summary>How long catching up may take; a million events take some minutes.</summary>
    private static readonly TimeSpan CatchUpLimit = TimeSpan.FromMinutes(30);

    /// <summary>How long a command waits for the process that has the lock; a server is a few milliseconds behind.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How long a request waits for them: less than one may take, so that it is told why.</summary>
    private static readonly TimeSpan RequestPatience = TimeSpan.FromSeconds(10);

    private readonly LedgerStore store;
    private int followers;

    public Following(LedgerStore store)
    {
        this.store = store;
        Waiting = new(store.StandingAsync, RequestPatience, Pause);
    }

    /// <summary>Those who wait for the views while this process follows.</summary>
    public WaitingRoom Waiting { get; }

    /// <summary>
    /// Returns when the views hold every event that was committed before the call, for a read that needs them. Where this
    /// process follows it only waits for that, together with all others; else nobody may follow, and it catches up by itself.
    /// </summary>
    /// <exception cref="TimeoutException">The views are far behind, and do not catch up in time.</exception>
    public Task ArriveAsync(CancellationToken ct) => Volatile.Read(ref followers) > 0 ? Waiting.WaitAsync(ct) : CatchUpAsync(ct);

    /// <summary>A session all of whose reads see one moment, at which the views hold every event that was committed before the call; mostly they do already.</summary>
    /// <exception cref="TimeoutException">The views are far behind, and do not catch up in time.</exception>
    public async Task<IDocumentSession> ReadingWhenCompleteAsync(CancellationToken ct) => (await ReadingWhenCompleteAsync(async session =>
    {
        await using var batch = new NpgsqlBatch(session.Connection) { BatchCommands = { Progressing.Standing() } };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        return (await reader.ReadStandingAsync(ct), true);
    }, ct)).Session;

    /// <summary>The same, with how far the views are at that moment, and with the first thing that is read.</summary>
    /// <param name="first">Reads it together with how far the views are; it is read again where they were behind.</param>
    /// <exception cref="TimeoutException">The views are far behind, and do not catch up in time.</exception>
    public async Task<(IDocumentSession Session, Standing Standing, T First)> ReadingWhenCompleteAsync<T>(Func<IDocumentSession, Task<(Standing Standing, T First)>> first, CancellationToken ct)
    {
        for (var hasArrived = false; ; hasArrived = true)
        {
            var session = await store.ReadingOneMomentAsync(ct);
            try
            {
                var (standing, read) = await first(session);
                if (hasArrived || standing.IsComplete) return (session, standing, read);
            }
            catch
            {
                await session.DisposeAsync();
                throw;
            }
            await session.DisposeAsync();
            await ArriveAsync(ct);
        }
    }

    /// <summary>Returns when the views hold every event that was committed before the call, for a command; it takes a connection of its own.</summary>
    /// <exception cref="TimeoutException">Another process has the lock, and did not catch up in time.</exception>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        await using var connection = await store.OwnConnectionAsync(ct);
        var goal = await connection.AskAsync<long>($"select coalesce(max(seq_id), 0) from {LedgerStore.Schema}.mt_events", ct);
        var giveUp = DateTime.UtcNow + Patience;
        while (await ProgressAsync(connection, ct) < goal)
        {
            if (await connection.TryLockAsync(Lock, ct))
            {
                using var daemon = await store.DaemonAsync();
                try
                {
                    await daemon.CatchUpAsync(CatchUpLimit, ct);
                    return;
                }
                catch (AggregateException fault) when (DateTime.UtcNow < giveUp && fault.Flatten().InnerExceptions.All(inner => inner is ObjectDisposedException))
                {
                    // The daemon ended while it was about to load what there is no more of. Whether it had come as far is asked again.
                }
            }
            if (DateTime.UtcNow > giveUp) throw new TimeoutException("Another process keeps the views, and does not catch up. Look at the server's log, or stop it and repeat.");
            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>Brings the views up to date and holds them there for as long as the turn lasts.</summary>
    public async Task<Turn> TakeTurnAsync(CancellationToken ct)
    {
        var connection = await store.OwnConnectionAsync(ct);
        try
        {
            var giveUp = DateTime.UtcNow + Patience;
            while (!await connection.TryLockAsync(Lock, ct))
            {
                if (DateTime.UtcNow > giveUp) throw new TimeoutException("A server keeps the views. Stop it, and repeat.");
                await Task.Delay(Pause, ct);
            }
            using var daemon = await store.DaemonAsync();
            await daemon.CatchUpAsync(CatchUpLimit, ct);
            return new(connection, await ProgressAsync(connection, ct));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>That nobody else brings the views on meanwhile.</summary>
    /// <param name="Progress">The sequence of the last event that they hold.</param>
    public sealed record Turn(NpgsqlConnection Connection, long Progress) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Connection.DisposeAsync();
    }

    /// <summary>
    /// Follows until it is cancelled, as the server does; waits for its turn when another process has the lock. Whatever
    /// interrupts it, it begins anew: there is nobody else who would.
    /// </summary>
    /// <param name="interrupted">Told what ended a turn.</param>
    public async Task FollowAsync(Action<Exception> interrupted, CancellationToken ct)
    {
        Interlocked.Increment(ref followers);
        while (!ct.IsCancellationRequested)
            try
            {
                await FollowOnceAsync(ct);
            }
            catch (Exception) when (ct.IsCancellationRequested) { }
            catch (Exception fault)
            {
                interrupted(fault);
                // It may be told to stop while PostgreSQL is away.
                await Task.Delay(Again, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        Interlocked.Decrement(ref followers);
    }

    private async Task FollowOnceAsync(CancellationToken ct)
    {
        await using var connection = await store.OwnConnectionAsync(ct);
        while (!await connection.TryLockAsync(Lock, ct)) await Task.Delay(Again, ct);
        using var daemon = await store.DaemonAsync();
        await daemon.StartAllAsync();
        while (daemon.CurrentAgents().All(agent => agent.Status == AgentStatus.Running))
        {
            await Task.Delay(Again, ct);
            // The lock ends with its connection; without it another may have begun.
            await connection.AskAsync<int>("select 1", ct);
        }
        await daemon.StopAllAsync();
    }

    /// <summary>How far the views are behind.</summary>
    public async Task<Lag> LagAsync(CancellationToken ct)
    {
        await using var connection = await store.Plain.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand($"""
            with done as (select {Progressing.Sql} as seq)
            select coalesce((select max(seq_id) from {LedgerStore.Schema}.mt_events), 0) - done.seq,
                (select greatest(extract(epoch from clock_timestamp() - timestamp), 0)::float8 from {LedgerStore.Schema}.mt_events where seq_id > done.seq order by seq_id limit 1)
            from done
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return reader.IsDBNull(1) ? new(0, TimeSpan.Zero) : new(reader.GetInt64(0), TimeSpan.FromSeconds(reader.GetDouble(1)));
    }

    /// <param name="Events">That were appended and are not in the views.</param>
    /// <param name="Time">Since the first of them was appended.</param>
    public readonly record struct Lag(long Events, TimeSpan Time);

    private static Task<long> ProgressAsync(NpgsqlConnection connection, CancellationToken ct) => connection.AskAsync<long>($"select {Progressing.Sql}", ct);
}
