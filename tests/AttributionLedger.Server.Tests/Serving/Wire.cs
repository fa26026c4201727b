using System.Net;
using System.Net.Sockets;
using System.Text;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Serving;

/// <summary>A connection whose other end sends what it likes, as slowly as it likes.</summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    public static async Task<Wire> ToAsync(Uri address)
    {
        var wire = new Wire();
        await wire.socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return wire;
    }

    /// <summary>The head of a write whose body is still to come.</summary>
    public static string Head(string body, params IEnumerable<string> more) =>
        $"POST {Post.Statements} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{string.Concat(more.Select(line => line + "\r\n"))}\r\n";

    public async Task SendAsync(string text) => await socket.SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>The number in the next status line; null when the other side closes without a word.</summary>
    public async Task<int?> StatusAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            try
            {
                if (await socket.ReceiveAsync(one, SocketFlags.None) == 0) return null;
                head.Append((char)one[0]);
            }
            catch (SocketException)
            {
                return null;
            }
        return int.Parse(head.ToString().Split(' ')[1]);
    }

    /// <summary>Goes without a word, as a network does that is gone.</summary>
    public void Break()
    {
        socket.LingerState = new(true, 0);
        socket.Close();
    }

    public void Dispose() => socket.Dispose();
}
