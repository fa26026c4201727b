using AttributionLedger.Views;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AttributionLedger.Serving.Limiting;

/// <summary>
/// What the server gives to those who ask, and why not more. How deep JSON may nest and how many rows a page has is said
/// where they are read.
/// </summary>
public sealed record Limits
{
    /// <summary>Bytes of a body. One entry is a line of a sheet; what is larger is no entry.</summary>
    public long Body { get; init; } = Api.Requests.Body.Limit;

    /// <summary>Bytes of the first line of a request: the longest address with its ids and a cursor is a tenth of it.</summary>
    public int RequestLine { get; init; } = 8 * 1024;

    /// <summary>Bytes of all headers, and their number: twice what browsers and proxies send.</summary>
    public int Headers { get; init; } = 16 * 1024;
    public int HeaderCount { get; init; } = 64;

    /// <summary>How long headers may take to come; they fit in a few packets, and who takes longer holds a connection for nothing.</summary>
    public TimeSpan HeadersTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may be idle: longer than the pauses of somebody who reads, shorter than what proxies assume.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>Bytes a second, at the least, of a body or an answer: slower is no line at all but somebody who holds on to us.</summary>
    public double SlowestBytesPerSecond { get; init; } = 240;

    /// <summary>How long a body or an answer may stall before that counts: a phone that changes its cell.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Open connections: readers who hold a feed, twice over. Each costs some 20 kB.</summary>
    public long Connections { get; init; } = 4_096;

    /// <summary>Requests that are worked on at once: enough to fill every transaction of every lane on a large machine.</summary>
    public int AtOnce { get; init; } = 1_024;

    /// <summary>Requests that wait for one of those to end; at a thousand a second the last of them waits for a second.</summary>
    public int Queue { get; init; } = 1_024;

    /// <summary>
    /// Requests a second from one address, in bursts of twice as many: a newsroom behind one address, many times over. Null
    /// for as many as come. Who sits at this machine is not counted unless the number was given: they can stop the server
    /// anyway, and a proxy here would make all its clients one.
    /// </summary>
    public int? Rate { get; init; } = 1_000;

    public bool CountsLoopback { get; init; }

    /// <summary>How long one request may take. A write waits at most 20 s for a PostgreSQL that is away; nobody at a desk waits longer.</summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long requests under way are waited for once the server is told to stop: as long as one may take.</summary>
    public TimeSpan Stopping { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long PostgreSQL may take to say that it is there; a local one takes a millisecond.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Events, and time, that the views may be behind before the server says that it is degraded: they are usually milliseconds behind, and an import of this size takes some seconds.</summary>
    public long BehindEvents { get; init; } = 10_000;
    public TimeSpan BehindTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the views are further behind than they should be.</summary>
    internal bool IsBehind(Following.Lag lag) => lag.Events > BehindEvents || lag.Time > BehindTime;

    internal void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // Without TLS there is no HTTP/2, and TLS ends at a proxy.
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
        kestrel.Limits.MaxRequestBodySize = Body;
        kestrel.Limits.MaxRequestLineSize = RequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = Headers;
        kestrel.Limits.MaxRequestHeaderCount = HeaderCount;
        kestrel.Limits.RequestHeadersTimeout = HeadersTime;
        kestrel.Limits.KeepAliveTimeout = Idle;
        kestrel.Limits.MinRequestBodyDataRate = kestrel.Limits.MinResponseDataRate = new(SlowestBytesPerSecond, Stall);
        kestrel.Limits.MaxConcurrentConnections = Connections;
        // Nothing here is served over web sockets.
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
    }
}
