using System.Net.Sockets;
using System.Text;

namespace AttributionLedger.Benchmarks.Ours;

/// <summary>
/// One kept connection to a server, and no more of HTTP than the benchmarks need: what asks runs on the same cores as what
/// answers, so a full client would take from both.
/// </summary>
internal sealed class HttpLine : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 * 1024];
    private int filled;

    public static async Task<HttpLine> OpenAsync(Uri address)
    {
        var line = new HttpLine();
        await line.socket.ConnectAsync(address.Host, address.Port);
        return line;
    }

    public static byte[] Get(Uri address, string path, string? ifNoneMatch = null) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\n{(ifNoneMatch is null ? "" : $"If-None-Match: {ifNoneMatch}\r\n")}\r\n");

    public static byte[] Post(Uri address, string path, string json) =>
        Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>Sends a request and reads the whole answer. The body lies in a buffer that the next request overwrites.</summary>
    public async ValueTask<Answer> SendAsync(ReadOnlyMemory<byte> request)
    {
        for (var sent = 0; sent < request.Length;) sent += await socket.SendAsync(request[sent..]);
        filled = 0;
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf(EndOfHead)) < 0) await ReceiveAsync();
        var body = head + EndOfHead.Length;
        var headers = Encoding.ASCII.GetString(buffer, 0, head);
        var status = int.Parse(headers.AsSpan(9, 3));
        var length = status is 204 or 304 ? 0
            : Header(headers, "Content-Length") is { } known ? await ReceiveAsync(body, int.Parse(known))
            : await ReceiveChunksAsync(body);
        return new(status, Header(headers, "ETag"), buffer.AsMemory(body, length));
    }

    private static string? Header(string headers, string name)
    {
        var at = headers.IndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var from = at + name.Length + 3;
        var end = headers.IndexOf('\r', from);
        return headers[from..(end < 0 ? headers.Length : end)].Trim();
    }

    private async ValueTask<int> ReceiveAsync(int body, int length)
    {
        while (filled < body + length) await ReceiveAsync();
        return length;
    }

    /// <summary>Takes the lengths out from between the chunks, and returns how long the body is without them.</summary>
    private async ValueTask<int> ReceiveChunksAsync(int body)
    {
        for (int read = body, end = body; ;)
        {
            int line;
            while ((line = buffer.AsSpan(read, filled - read).IndexOf("\r\n"u8)) < 0) await ReceiveAsync();
            var length = Convert.ToInt32(Encoding.ASCII.GetString(buffer, read, line), 16);
            read += line + 2;
            while (filled < read + length + 2) await ReceiveAsync();
            if (length == 0) return end - body;
            buffer.AsSpan(read, length).CopyTo(buffer.AsSpan(end));
            (read, end) = (read + length + 2, end + length);
        }
    }

    private async ValueTask ReceiveAsync()
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var count = await socket.ReceiveAsync(buffer.AsMemory(filled));
        filled += count > 0 ? count : throw new IOException("The server closed the connection.");
    }

    public void Dispose() => socket.Dispose();

    internal readonly record struct Answer(int Status, string? ETag, ReadOnlyMemory<byte> Body)
    {
        public string Text => Encoding.UTF8.GetString(Body.Span);
    }
}
