using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets;

/// <summary>One line of a sheet that holds something, or the reason why it cannot be looked at.</summary>
/// <param name="Number">From 1; lines that hold nothing are counted too.</param>
/// <param name="Offset">The byte in the stream at which it starts.</param>
/// <param name="Length">Bytes, without the end of the line.</param>
/// <param name="Bytes">The line without its end, valid until the next one is asked for; empty when there is an error.</param>
public readonly record struct SheetSlice(int Number, long Offset, long Length, ReadOnlyMemory<byte> Bytes, SheetError? Error = null);

/// <summary>
/// Splits a stream into the lines of a sheet, in memory that does not grow with it. Takes LF and CRLF, a byte order mark
/// of UTF-8, and a last line without an end; passes over blank lines and those that begin with <c>#</c> or <c>//</c>.
/// </summary>
public static class SheetLines
{
    /// <summary>Bytes of one line: twenty of the longest statements that the ledger takes.</summary>
    public const int LineLimit = 1 << 20;

    private const int FirstBuffer = 64 * 1024;

    /// <summary>The lines of <paramref name="stream"/> from where it stands. The stream stays open.</summary>
    public static async IAsyncEnumerable<SheetSlice> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var buffer = new LineBuffer();
        try
        {
            await buffer.FillAsync(stream, cancellation);
            if (IsUtf16(buffer.Unread.Span))
            {
                yield return new(1, 0, 0, default, new(1, null, SheetCodes.SheetIsUtf16, "This file is in UTF-16, and a sheet is in UTF-8. Save it again: \"UTF-8\" in the editor's list of encodings, \"CSV UTF-8\" in a spreadsheet's."));
                yield break;
            }
            if (buffer.Unread.Span.StartsWith(Encoding.UTF8.Preamble)) buffer.Skip(Encoding.UTF8.Preamble.Length);

            for (var number = 1; await buffer.NextAsync(stream, cancellation) is { } line; number++)
                if (Slice(number, line) is { } slice) yield return slice;
        }
        finally
        {
            buffer.Return();
        }
    }

    private static SheetSlice? Slice(int number, FoundLine line)
    {
        if (line.TooLong)
            return new(number, line.Offset, line.Length, default, new(number, null, SheetCodes.LineTooLong, $"This line has {line.Length} bytes, and at most {LineLimit} are taken. Is a line break missing? A long document belongs in a file that the evidence names."));
        var content = line.Bytes.Span.TrimStart(" \t"u8);
        if (content.IsEmpty || content[0] == '#' || content.StartsWith("//"u8)) return null;
        return Utf8.IsValid(line.Bytes.Span) ? new(number, line.Offset, line.Length, line.Bytes)
            : new(number, line.Offset, line.Length, default, SheetError.NotUtf8(number));
    }

    // Text of this kind begins with an ASCII character, so a zero beside it gives UTF-16 away where there is no mark.
    private static bool IsUtf16(ReadOnlySpan<byte> start) => start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, ..] or [0, not 0, ..];

    private readonly record struct FoundLine(long Offset, long Length, ReadOnlyMemory<byte> Bytes, bool TooLong);

    /// <summary>The one buffer: it holds the line that is looked at and what was read after it.</summary>
    private sealed class LineBuffer
    {
        private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        private int start, end;
        private long offset;
        private bool ended;

        public ReadOnlyMemory<byte> Unread => bytes.AsMemory(start, end - start);

        public void Return() => ArrayPool<byte>.Shared.Return(bytes);

        public void Skip(int count) => (start, offset) = (start + count, offset + count);

        /// <summary>Reads on into the buffer, which makes room for one line of the longest kind and its end.</summary>
        public async ValueTask FillAsync(Stream stream, CancellationToken cancellation)
        {
            if (start > 0)
            {
                bytes.AsSpan(start, end - start).CopyTo(bytes);
                (start, end) = (0, end - start);
            }
            if (end == bytes.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
                bytes.AsSpan(0, end).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(bytes);
                bytes = larger;
            }
            // The first bytes decide on the encoding, so a stream that gives one at a time is asked again.
            do
            {
                var read = await stream.ReadAsync(bytes.AsMemory(end), cancellation);
                (end, ended) = (end + read, read == 0);
            }
            while (!ended && end < 4);
        }

        public async ValueTask<FoundLine?> NextAsync(Stream stream, CancellationToken cancellation)
        {
            var searched = 0;
            while (true)
            {
                var found = Unread.Span[searched..].IndexOf((byte)'\n');
                if (found >= 0) return Take(searched + found, 1);
                searched = end - start;
                if (ended) return searched == 0 ? null : Take(searched, 0);
                if (searched > LineLimit + 1) return await PassAsync(stream, cancellation);
                await FillAsync(stream, cancellation);
            }
        }

        private FoundLine Take(int length, int ending)
        {
            var line = Unread[..length];
            if (line.Span is [.., (byte)'\r']) line = line[..^1];
            var found = new FoundLine(offset, line.Length, line, line.Length > LineLimit);
            Skip(length + ending);
            return found;
        }

        // A line that is too long is passed over to its end, so that the errors after it are found as well.
        private async ValueTask<FoundLine> PassAsync(Stream stream, CancellationToken cancellation)
        {
            var (from, length) = (offset, 0L);
            while (true)
            {
                var found = Unread.Span.IndexOf((byte)'\n');
                var passed = found >= 0 ? found : end - start;
                length += passed;
                Skip(found >= 0 ? passed + 1 : passed);
                if (found >= 0 || ended) return new(from, length, default, true);
                await FillAsync(stream, cancellation);
            }
        }
    }
}
