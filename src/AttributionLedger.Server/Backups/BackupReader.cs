using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace AttributionLedger.Backups;

/// <summary>
/// Reads the lines of a backup in order, a line in memory at a time, and holds each against what may stand there. Who has
/// read to the end without an exception has read a whole backup.
/// </summary>
internal sealed class BackupReader(FileStream file)
{
    public BackupTally Tally { get; private set; } = new(BackupCodes.Disordered);

    /// <summary>The header, the streams and the events, from the start of the file however often; the last line is held against them.</summary>
    /// <exception cref="BackupException">The file is not a whole backup in a format that is known.</exception>
    public async IAsyncEnumerable<BackupLine> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        Tally = new(BackupCodes.Disordered);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (isFirst, length) = (true, 0L);
        BackupLine.End? end = null;
        await foreach (var bytes in BackupLines.ReadAsync(file, ct))
        {
            if (end is not null) throw Damaged("something stands behind its last line");
            var line = Line(bytes.Span, isFirst);
            isFirst = false;
            length += bytes.Length;
            end = line as BackupLine.End;
            if (end is not null) continue;
            hash.AppendData(bytes.Span);
            if (line is BackupLine.Stream stream) Tally.Add(stream);
            if (line is BackupLine.Event happened) Tally.Add(happened);
            yield return line;
        }
        if (isFirst) throw NotABackup();
        if (end is null) throw Cut();
        if (end.Sha256 != Convert.ToHexStringLower(hash.GetHashAndReset())) throw Damaged("its checksum does not hold");
        if ((end.Streams, end.Events) != (Tally.Streams, Tally.Events)) throw Damaged($"it holds {Tally.Events} events and says that there are {end.Events}");
        Tally.Close();
        if (LengthAtTheEnd() != (uint)length) throw Damaged("it does not end where it was ended");
    }

    private static BackupLine Line(ReadOnlySpan<byte> bytes, bool isFirst)
    {
        var kind = KindOf(bytes);
        if (isFirst != (kind == BackupFormat.Header) || kind is null) throw isFirst ? NotABackup() : Damaged("a line stands where it should not");
        if (kind is not (BackupFormat.Header or BackupFormat.Stream or BackupFormat.Event or BackupFormat.End))
            throw new BackupException(BackupCodes.KindUnknown, "This backup has a line of a kind that this version of the ledger does not know, and nothing is passed over. A newer version can restore it.");
        if (isFirst) Known(bytes);
        try
        {
            return JsonSerializer.Deserialize<BackupLine>(bytes, BackupFormat.Json)!;
        }
        catch (JsonException fault)
        {
            throw isFirst ? NotABackup() : Damaged("a line cannot be read", fault);
        }
    }

    // A newer header may have more fields, so its number is looked at before anything else.
    private static void Known(ReadOnlySpan<byte> header)
    {
        try
        {
            var reader = new Utf8JsonReader(header);
            var format = JsonElement.ParseValue(ref reader).TryGetProperty("format"u8, out var number) && number.TryGetInt32(out var said) ? said : 0;
            if (format > BackupFormat.Number)
                throw new BackupException(BackupCodes.Newer, $"This backup is in format {format}, and this version of the ledger knows format {BackupFormat.Number}. Restore it with the version that wrote it, or a later one.");
            if (format < BackupFormat.Number) throw NotABackup();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw NotABackup();
        }
    }

    /// <summary>The kind stands first in a line; null where none does.</summary>
    private static string? KindOf(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.ValueTextEquals("kind"u8) && reader.Read() && reader.TokenType == JsonTokenType.String
                ? reader.GetString() : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // The last four bytes of a compressed file are the length that was compressed, so that what was appended is noticed.
    private uint LengthAtTheEnd()
    {
        Span<byte> last = stackalloc byte[4];
        file.Seek(-last.Length, SeekOrigin.End);
        file.ReadExactly(last);
        return BinaryPrimitives.ReadUInt32LittleEndian(last);
    }

    internal static BackupException NotABackup() => new(BackupCodes.NotABackup, "This file is no backup of a ledger. Give one that ledger backup wrote; a sheet is taken in with ledger import.");
    internal static BackupException Cut() => new(BackupCodes.Cut, "This backup ends before its last line: it was cut, or was never finished. Take another one.");
    internal static BackupException Damaged(string how, Exception? cause = null) => new(BackupCodes.Damaged, $"This backup is not what was written: {how}. Take another one.", cause);
}
