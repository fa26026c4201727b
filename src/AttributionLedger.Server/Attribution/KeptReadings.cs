using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Times;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace AttributionLedger.Attribution;

/// <summary>
/// Readings of now, as they were written out last, for those who ask again before anything has changed. Whether it has is
/// asked of PostgreSQL each time, in one look-up by key of the incident and of every party that the reading went through:
/// what is answered is never older than the record.
/// </summary>
public sealed class KeptReadings(LedgerStore store, IncidentReader reader, TimeProvider clock) : IDisposable
{
    /// <summary>Bytes of all that is kept: a thousand busy incidents, or the live ones of a newsroom many times over.</summary>
    private const long SizeLimit = 64L << 20;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = SizeLimit });

    /// <returns>Null when there is no such incident.</returns>
    public async Task<KeptReading?> OfNowAsync(string incident, Audience audience, CancellationToken ct)
    {
        if (kept.TryGetValue((incident, audience), out KeptReading? before) && before!.IsOfTime(clock.GetUtcNow()) && await IsUnchangedAsync(before, ct)) return before;
        if (await reader.OfNowAsync(incident, audience, ct) is not { } now) return null;
        var after = KeptReading.Of(now);
        kept.Set((incident, audience), after, new MemoryCacheEntryOptions { Size = after.Size });
        return after;
    }

    private async Task<bool> IsUnchangedAsync(KeptReading reading, CancellationToken ct)
    {
        await using var connection = await store.Prepared.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand($"select count(*) from unnest($1, $2) as seen (id, version) join {LedgerStore.Schema}.mt_streams as stream on stream.id = seen.id and stream.version = seen.version", connection)
        {
            Parameters = { new() { Value = reading.Streams }, new() { Value = reading.Versions } }
        };
        return await command.ExecuteScalarAsync(ct) is long same && same == reading.Streams.Length;
    }

    public void Dispose() => kept.Dispose();
}

/// <summary>A reading as it is sent, but for the moment of which it is: that is filled in each time.</summary>
public sealed class KeptReading
{
    // An unescaped quotation mark stands in no text, so these bytes stand where the moment stands and nowhere else.
    private static readonly byte[] Moment = "\"asOf\":{\"saidBy\":\"0001-01-01T00:00:00+00:00\",\"knownAt\":\"0001-01-01T00:00:00+00:00\""u8.ToArray();

    private readonly byte[] before, after;
    private readonly DateTimeOffset from;
    private readonly DateTimeOffset? until;

    private KeptReading(ReadingOfNow now, byte[] text, int at) =>
        (Streams, Versions, from, until, before, after, Tag) =
        ([.. now.Basis.Streams.Keys], [.. now.Basis.Streams.Values], now.At, now.Basis.NextEmbargo, text[..at], text[(at + Moment.Length)..], Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, 16)));

    /// <summary>Names the content, whatever the moment: the same for every process, and silent about what the reading leaves out.</summary>
    public string Tag { get; }

    internal string[] Streams { get; }
    internal long[] Versions { get; }
    internal int Size => before.Length + after.Length + (100 * Streams.Length);

    internal static KeptReading Of(ReadingOfNow now)
    {
        var shape = Shaping.Of(now.Reading, now.Register);
        var text = JsonSerializer.SerializeToUtf8Bytes(shape with { AsOf = shape.AsOf with { SaidBy = default, KnownAt = default } }, ShapeJson.Options);
        return new(now, text, text.AsSpan().IndexOf(Moment) is >= 0 and var at ? at : throw new InvalidOperationException("The shape of a reading lacks its moment."));
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
