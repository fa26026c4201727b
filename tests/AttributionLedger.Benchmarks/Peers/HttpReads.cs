using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Benchmarks.Ours;

namespace AttributionLedger.Benchmarks.Peers;

/// <summary>Readers that ask for one incident after the other, whole or only for what is new since.</summary>
/// <param name="path">The path of an incident, by its id.</param>
/// <param name="status">200, or 304: then each request names the version that the reader has.</param>
internal sealed class HttpReads(string name, SharedServer shared, Func<string, string> path, int status) : IArm
{
    private readonly List<HttpLine> lines = [];
    private readonly List<byte[]> requests = [];
    private bool hasJoined;
    private int asked;

    public string Name => name;

    public async Task<string?> PrepareAsync(Arena arena)
    {
        hasJoined = true;
        var server = await shared.JoinAsync(arena);
        for (var reader = 0; reader < arena.Writers; reader++) lines.Add(await HttpLine.OpenAsync(server.Address));
        for (var incident = 0; incident < arena.Incidents; incident++)
        {
            var target = path(MadeUp.IncidentId(incident));
            var request = HttpLine.Get(server.Address, target);
            var answer = await lines[0].SendAsync(request);
            if (status == 304) answer = await lines[0].SendAsync(request = HttpLine.Get(server.Address, target, answer.ETag ?? "\"none\""));
            if (answer.Status == 404) return "not there yet: the route answers 404";
            if (answer.Status != status) return $"refused: {answer.Status}, wanted {status}";
            requests.Add(request);
        }
        return null;
    }

    public Task<Turn> TurnAsync(Load load) => Crowd.WorkAsync(load, async reader =>
    {
        var answer = await lines[reader].SendAsync(requests[(int)((uint)Interlocked.Increment(ref asked) % requests.Count)]);
        return answer.Status == status ? true : throw new InvalidOperationException($"Answered {answer.Status}, wanted {status}.");
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines) line.Dispose();
        if (hasJoined) await shared.LeaveAsync();
    }
}
