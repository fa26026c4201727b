using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace AttributionLedger.Backups;

/// <summary>Writes the lines of a backup, a line in memory at a time.</summary>
/// <param name="target">Stays open.</param>
internal sealed class BackupWriter(Stream target) : IAsyncDisposable
{
    /// <summary>Bytes that are gathered before they are compressed.</summary>
    private const int Gathered = 64 * 1024;

    private readonly ArrayBufferWriter<byte> lines = new(2 * Gathered);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly GZipStream compressed = new(target, CompressionLevel.Optimal, leaveOpen: true);
    private Utf8JsonWriter? json;

    public BackupTally Tally { get; } = new(BackupCodes.LedgerDamaged);

    public ValueTask WriteAsync(BackupLine line, CancellationToken ct)
    {
        if (line is BackupLine.Stream stream) Tally.Add(stream);
        if (line is BackupLine.Event happened) Tally.Add(happened);
        json ??= new(lines, new JsonWriterOptions { Encoder = BackupFormat.Json.Encoder });
        json.Reset();
        JsonSerializer.Serialize(json, line, BackupFormat.Json);
        lines.Write("\n"u8);
        return lines.WrittenCount < Gathered ? ValueTask.CompletedTask : FlushAsync(ct);
    }

    /// <summary>Writes the last line, after which nothing can follow, and returns it.</summary>
    public async Task<BackupLine.End> CloseAsync(CancellationToken ct)
    {
        Tally.Close();
        await FlushAsync(ct);
        var end = new BackupLine.End(Tally.Streams, Tally.Events, Convert.ToHexStringLower(hash.GetHashAndReset()));
        await WriteAsync(end, ct);
        await FlushAsync(ct);
        await compressed.DisposeAsync();
        return end;
    }

    private async ValueTask FlushAsync(CancellationToken ct)
    {
        hash.AppendData(lines.WrittenSpan);
        await compressed.WriteAsync(lines.WrittenMemory, ct);
        lines.ResetWrittenCount();
    }

    public async ValueTask DisposeAsync()
    {
        hash.Dispose();
        if (json is not null) await json.DisposeAsync();
        await compressed.DisposeAsync();
    }
}
