using AttributionLedger.Sheets;
using Microsoft.Win32.SafeHandles;

namespace AttributionLedger.Importing;

/// <summary>A line of a sheet, to be found again.</summary>
internal readonly record struct SheetPlace(int Line, long Offset, int Length);

/// <summary>A sheet on disk, read as often as is needed. What comes through a pipe is kept in a temporary file meanwhile.</summary>
public sealed class SheetFile : IDisposable
{
    /// <summary>Bytes of a sheet: some five million statements. A larger one is cut into several, which costs nothing.</summary>
    public const long SizeLimit = 4L << 30;

    private readonly SafeFileHandle handle;

    private SheetFile(string name, SafeFileHandle handle) => (Name, this.handle) = (name, handle);

    /// <summary>What to call it before people.</summary>
    public string Name { get; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SheetFile Open(string path) => new(Path.GetFileName(path), File.OpenHandle(path, options: FileOptions.None));

    public static Task<SheetFile> SpoolAsync(Stream input, CancellationToken ct) => SpoolAsync("standard input", file => input.CopyToAsync(file, ct), ct);

    /// <summary>A sheet that is written into a temporary file first, which goes when the sheet is closed.</summary>
    public static async Task<SheetFile> SpoolAsync(string name, Func<Stream, Task> write, CancellationToken ct)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = File.Create(path)) await write(file);
            ct.ThrowIfCancellationRequested();
            return new(name, File.OpenHandle(path, options: FileOptions.DeleteOnClose));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>The start of the file, or all of it.</summary>
    public byte[] Start(int limit) => Read(new(1, 0, (int)Math.Min(limit, Size))).ToArray();

    public long Size => RandomAccess.GetLength(handle);

    /// <summary>All lines that hold something, in order.</summary>
    public async IAsyncEnumerable<SheetSlice> LinesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var stream = new HandleStream(handle);
        await foreach (var slice in SheetLines.ReadAsync(stream, ct)) yield return slice;
    }

    internal ReadOnlyMemory<byte> Read(SheetPlace place)
    {
        var bytes = new byte[place.Length];
        for (var read = 0; read < bytes.Length;)
            read += RandomAccess.Read(handle, bytes.AsSpan(read), place.Offset + read) is > 0 and var more ? more : throw new IOException("The sheet was cut while it was being read.");
        return bytes;
    }

    public void Dispose() => handle.Dispose();

    /// <summary>Reads from the start, and leaves the handle open for the next pass.</summary>
    private sealed class HandleStream(SafeFileHandle handle) : Stream
    {
        private long position;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => position; set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = RandomAccess.Read(handle, buffer, position);
            position += read;
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await RandomAccess.ReadAsync(handle, buffer, position, cancellationToken);
            position += read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
