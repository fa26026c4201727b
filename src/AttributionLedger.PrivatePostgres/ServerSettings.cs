using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace AttributionLedger.PrivatePostgres;

/// <summary>The settings of the server, in a file that explains them to whoever opens it.</summary>
internal static partial class ServerSettings
{
    /// <summary>Below what systems give to outgoing connections (from 32768 or 49152), so that a stopped server's port mostly stays free.</summary>
    private static readonly Range Ports = 15432..17432;

    private const int Tries = 50;

    public static int? PortIn(string settings) =>
        PortPattern().Match(settings) is { Success: true } match && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var port) ? port : null;

    /// <summary>The port that the cluster had, while it is free, because people write it into their tools; else another.</summary>
    public static int ChoosePort(int? had) => had is { } port && IsFree(port) ? port : AnyFreePort();

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException) { return false; }
    }

    /// <summary>At random, so that two ledgers that start at once rarely meet.</summary>
    private static int AnyFreePort()
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var port = Random.Shared.Next(Ports.Start.Value, Ports.End.Value);
            if (IsFree(port)) return port;
        }
        using var chosenBySystem = new TcpListener(IPAddress.Loopback, 0);
        chosenBySystem.Start();
        return ((IPEndPoint)chosenBySystem.LocalEndpoint).Port;
    }

    public static string Text(int port) => $"""
        # The ledger writes this file before every start. Put settings of your own
        # at the end of data/postgresql.conf: the last one counts.

        # Only programs on this machine can connect, and only with the password.
        listen_addresses = '{ClusterFolder.Host}'
        port = {port}
        unix_socket_directories = ''

        # What is committed is on disk. Never turn these off: the ledger promises it.
        fsync = on
        synchronous_commit = on
        full_page_writes = on

        # Several commands and a server with its workers at once; each connection costs memory.
        max_connections = 60

        # Half of PostgreSQL's default, for a laptop that has other things to do;
        # what does not fit here is still in the system's own cache of files.
        shared_buffers = 64MB
        # What the planner may expect of the system's own cache of files.
        effective_cache_size = 512MB
        # Per sort or hash; enough for the lists that pages show.
        work_mem = 8MB
        # Per vacuum or index build, of which few run at once.
        maintenance_work_mem = 64MB

        # Keeps the log of changes small on disk, and with it the recovery after a crash short.
        min_wal_size = 32MB
        max_wal_size = 256MB

        # Parallel queries take shared memory, of which containers often have 64 MB
        # only, and compiling queries costs more than short ones take.
        max_parallel_workers_per_gather = 0
        jit = off

        # The same on every machine, wherever it stands.
        timezone = 'UTC'
        log_timezone = 'UTC'

        # To postgres.log, and only what somebody should know.
        logging_collector = off
        log_checkpoints = off
        log_line_prefix = '%m [%p] '

        """;

    [GeneratedRegex(@"^port = (\d{1,5})$", RegexOptions.Multiline)]
    private static partial Regex PortPattern();
}
