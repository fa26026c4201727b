using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Times;
using Microsoft.Extensions.Caching.Memory;

namespace AttributionLedger.Attribution;

/// <summary>
/// Readings of now, as they were written out last, for those who ask again before anything has changed. Whether it has is
/// asked of PostgreSQL, in one look-up by key of the incident and of every party that the reading went through. What this
/// process logs is seen by whoever asks next; what another process logs, a moment later.
/// </summary>
public sealed class KeptReadings : IDisposable
{
    /// <summary>How long nobody asks PostgreSQL again what it has just said: many readers of one incident ask once for all.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    /// <summary>Bytes of all that is kept: a thousand busy incidents, or the live ones of a newsroom many times over.</summary>
    private const long SizeLimit = 64L << 20;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = SizeLimit });
    private readonly LedgerStore store;
    private readonly IncidentReader reader;
    private readonly Commits commits;
    private readonly TimeProvider clock;
    private long lastCommit;

    public KeptReadings(LedgerStore store, IncidentReader reader, Commits commits, TimeProvider clock)
    {
        (this.store, this.reader, this.commits, this.clock) = (store, reader, commits, clock);
        commits.Committed += Noted;
    }

    /// <returns>Null when there is no such incident.</returns>
    public async Task<KeptReading?> OfNowAsync(string incident, Audience audience, CancellationToken ct)
    {
        // Taken before anything is asked: what is committed from here on is not in the answer.
        var asked = Stopwatch.GetTimestamp();
        if (kept.TryGetValue((incident, audience), out KeptReading? before) && before!.IsOfTime(clock.GetUtcNow()))
        {
            if (IsFresh(before)) return before;
            if (await store.Prepared.EndAtAsync(before.Streams, before.Versions, ct))
            {
                before.WasTrueAt(asked);
                return before;
            }
        }
        if (await reader.OfNowAsync(incident, audience, ct) is not { } now) return null;
        var after = KeptReading.Of(now, asked);
        kept.Set((incident, audience), after, new MemoryCacheEntryOptions { Size = after.Size });
        return after;
    }

    private bool IsFresh(KeptReading reading) => reading.Asked > Interlocked.Read(ref lastCommit) && Stopwatch.GetElapsedTime(reading.Asked) < Moment;

    private void Noted(IReadOnlyCollection<string> streams) => Interlocked.Exchange(ref lastCommit, Stopwatch.GetTimestamp());

    public void Dispose()
    {
        commits.Committed -= Noted;
        kept.Dispose();
    }
}

/// <summary>A reading as it is sent, but for the moment of which it is: that is filled in each time.</summary>
public sealed class KeptReading
{
    // An unescaped quotation mark stands in no text, so these bytes stand where the moment stands and nowhere else.
    private static readonly byte[] Moment = "\"asOf\":{\"saidBy\":\"0001-01-01T00:00:00+00:00\",\"knownAt\":\"0001-01-01T00:00:00+00:00\""u8.ToArray();

    private readonly byte[] before, after;
    private readonly DateTimeOffset from;
    private readonly DateTimeOffset? until;
    private long asked;

    private KeptReading(ReadingOfNow now, byte[] text, int at, long asked) =>
        (this.asked, Streams, Versions, from, until, before, after, Tag) =
        (asked, [.. now.Basis.Streams.Keys], [.. now.Basis.Streams.Values], now.At, now.Basis.NextEmbargo, text[..at], text[(at + Moment.Length)..], Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, 16)));

    /// <summary>Names the content, whatever the moment: the same for every process, and silent about what the reading leaves out.</summary>
    public string Tag { get; }

    internal string[] Streams { get; }
    internal long[] Versions { get; }
    /// <summary>When PostgreSQL was asked last, by the clock of <see cref="Stopwatch"/>.</summary>
    internal long Asked => Interlocked.Read(ref asked);

    internal void WasTrueAt(long moment) => Interlocked.Exchange(ref asked, moment);

    internal int Size => before.Length + after.Length + (100 * Streams.Length);

    internal static KeptReading Of(ReadingOfNow now, long asked)
    {
        var shape = Shaping.Of(now.Reading, now.Register);
        var text = JsonSerializer.SerializeToUtf8Bytes(shape with { AsOf = shape.AsOf with { SaidBy = default, KnownAt = default } }, ShapeJson.Options);
        return new(now, text, text.AsSpan().IndexOf(Moment) is >= 0 and var at ? at : throw new InvalidOperationException("The shape of a reading lacks its moment."), asked);
    }

    /// <summary>Whether no embargo has ended since.</summary>
    internal bool IsOfTime(DateTimeOffset now) => until is null || now < until;

    /// <summary>Writes it as of now; never as of a moment before the last entry, whose time may be ahead by microseconds.</summary>
    public void WriteTo(IBufferWriter<byte> to, DateTimeOffset now)
    {
        var at = JsonSerializer.SerializeToUtf8Bytes(Microseconds.Of(now) is var asked && asked > from ? asked : from);
        to.Write(before);
        to.Write("\"asOf\":{\"saidBy\":"u8);
        to.Write(at);
        to.Write(",\"knownAt\":"u8);
        to.Write(at);
        to.Write(after);
    }
}
