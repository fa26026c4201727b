using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace AttributionLedger.Backups;

/// <summary>Takes a compressed file apart into its lines, each with its end, in memory that does not grow with the file.</summary>
internal static class BackupLines
{
    private static ReadOnlySpan<byte> Magic => [0x1f, 0x8b];

    /// <summary>The lines from the start of the file; each is valid until the next is asked for.</summary>
    /// <exception cref="BackupException">The file is not compressed, was cut, or is damaged.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(FileStream file, [EnumeratorCancellation] CancellationToken ct)
    {
        var start = new byte[Magic.Length];
        file.Position = 0;
        if (await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct) < start.Length || !Magic.SequenceEqual(start)) throw BackupReader.NotABackup();
        file.Position = 0;
        await using var plain = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        var pipe = PipeReader.Create(plain, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        try
        {
            while (true)
            {
                var read = await MoreAsync(pipe, ct);
                var rest = read.Buffer;
                while (rest.PositionOf((byte)'\n') is { } at)
                {
                    var line = rest.Slice(0, rest.GetPosition(1, at));
                    Limit(line.Length);
                    yield return line.IsSingleSegment ? line.First : line.ToArray();
                    rest = rest.Slice(line.End);
                }
                Limit(rest.Length);
                if (read.IsCompleted && rest.Length > 0) throw BackupReader.Cut();
                pipe.AdvanceTo(rest.Start, rest.End);
                if (read.IsCompleted) yield break;
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static async ValueTask<ReadResult> MoreAsync(PipeReader pipe, CancellationToken ct)
    {
        try
        {
            return await pipe.ReadAsync(ct);
        }
        catch (InvalidDataException fault)
        {
            throw BackupReader.Damaged("it cannot be decompressed", fault);
        }
        catch (EndOfStreamException)
        {
            throw BackupReader.Cut();
        }
    }

    private static void Limit(long length)
    {
        if (length > BackupFormat.LineLimit) throw BackupReader.Damaged($"a line is longer than the {BackupFormat.LineLimit:N0} bytes that one may have");
    }
}
