using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>A client that is free to misbehave: it sends what bytes it likes, and leaves when it likes.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket socket;

    private RawClient(Socket socket) => this.socket = socket;

    public static async Task<RawClient> ConnectAsync(Uri address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return new(socket);
    }

    /// <summary>Sends a request, and is cut off before anything of the answer is read.</summary>
    public static async Task SendAndLeaveAsync(Uri address, byte[] request, Func<RawClient, Task>? before = null)
    {
        using var client = await ConnectAsync(address);
        await client.SendAsync(request);
        if (before is not null) await before(client);
        client.Break();
    }

    public async Task SendAsync(byte[] bytes)
    {
        for (var sent = 0; sent < bytes.Length;) sent += await socket.SendAsync(bytes.AsMemory(sent));
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends nothing more, and stays to hear the answer.</summary>
    public void EndSending() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>The first bytes of the answer have come.</summary>
    public async Task AnsweredAsync() => await socket.ReceiveAsync(new byte[1], SocketFlags.Peek);

    /// <summary>Everything that comes until the other side closes.</summary>
    public async Task<string> HearAsync()
    {
        var heard = new MemoryStream();
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await socket.ReceiveAsync(buffer, SocketFlags.None, patience.Token) is > 0 and var count) heard.Write(buffer, 0, count);
        return Encoding.UTF8.GetString(heard.ToArray());
    }

    /// <summary>The other side has closed, with an answer or without.</summary>
    public async Task GoneAsync()
    {
        try
        {
            await HearAsync();
        }
        catch (SocketException)
        {
            // It closed without a word, which is all that is left to say to half a request.
        }
    }

    /// <summary>Goes without a word, as a network does that is gone.</summary>
    public void Break()
    {
        socket.LingerState = new(true, 0);
        socket.Close();
    }

    public void Dispose() => socket.Dispose();
}
