using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Benchmarks.Ours;

namespace AttributionLedger.Benchmarks.Peers;

/// <summary>A server that several arms ask; it starts with the first of them and ends with the last.</summary>
internal sealed class SharedServer(Func<Arena, Task<ServerProcess>> start)
{
    private ServerProcess? server;
    private int users;

    public async Task<ServerProcess> JoinAsync(Arena arena)
    {
        users++;
        return server ??= await start(arena);
    }

    public async Task LeaveAsync()
    {
        if (--users == 0 && server is not null) await server.DisposeAsync();
    }
}
