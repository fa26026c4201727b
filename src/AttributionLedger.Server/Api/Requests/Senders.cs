using System.Net;
using System.Net.Sockets;

namespace AttributionLedger.Api.Requests;

internal static class Senders
{
    /// <summary>Whom the address of a request stands for: in IPv6 a network of 64 bits, for one machine has all of its addresses.</summary>
    public static IPAddress Sender(this HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } remote) return IPAddress.None;
        if (remote.IsIPv4MappedToIPv6) return remote.MapToIPv4();
        if (remote.AddressFamily is not AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(remote)) return remote;
        var bytes = remote.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
