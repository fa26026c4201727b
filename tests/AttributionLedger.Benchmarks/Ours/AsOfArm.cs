using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Benchmarks.Peers;
using AttributionLedger.Composition;
using AttributionLedger.Incidents;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using Npgsql;

namespace AttributionLedger.Benchmarks.Ours;

/// <summary>Readers who ask for the state of one incident as of moments that nobody asked for before, on both clocks.</summary>
internal abstract class AsOfArm(string name, int statements) : IArm
{
    private (DateTimeOffset, DateTimeOffset) between;

    public string Name => $"{name}, {statements:N0}";

    protected string Incident => PastIncidents.Id(statements);

    public virtual async Task<string?> PrepareAsync(Arena arena)
    {
        await using var source = NpgsqlDataSource.Create(arena.Connection.ConnectionString);
        between = await PastIncidents.EnsureAsync(source, arena.Connection.ConnectionString, statements);
        return null;
    }

    public Task<Turn> TurnAsync(Load load) => Crowd.WorkAsync(load, reader => ReadAsync(reader, PastIncidents.AnyMinute(), PastIncidents.Moment(between)));

    protected abstract Task<bool> ReadAsync(int reader, string saidBy, string knownAt);

    public abstract ValueTask DisposeAsync();
}

internal sealed class AsOfOverHttp(SharedServer shared, int statements) : AsOfArm("as-of over HTTP", statements)
{
    private readonly List<HttpLine> lines = [];
    private ServerProcess? server;

    public override async Task<string?> PrepareAsync(Arena arena)
    {
        await base.PrepareAsync(arena);
        server = await shared.JoinAsync(arena);
        for (var reader = 0; reader < arena.Writers; reader++) lines.Add(await HttpLine.OpenAsync(server.Address));
        return null;
    }

    protected override async Task<bool> ReadAsync(int reader, string saidBy, string knownAt)
    {
        var answer = await lines[reader].SendAsync(HttpLine.Get(server!.Address, $"/api/incidents/{Incident}/state?reading=internal&saidBy={Uri.EscapeDataString(saidBy)}&knownAt={knownAt}"));
        return answer.Status == 200 ? true : throw new InvalidOperationException($"{answer.Status} {answer.Text}");
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var line in lines) line.Dispose();
        if (server is not null) await shared.LeaveAsync();
    }
}

internal class AsOfInProcess(string name, int statements) : AsOfArm(name, statements)
{
    protected Ledger Ledger { get; private set; } = null!;

    public AsOfInProcess(int statements) : this("as-of in process", statements) { }

    public override async Task<string?> PrepareAsync(Arena arena)
    {
        Ledger = await Ledger.OpenAsync(new(arena.Connection.ConnectionString), new Progress<string>(), CancellationToken.None);
        return await base.PrepareAsync(arena);
    }

    protected override async Task<bool> ReadAsync(int reader, string saidBy, string knownAt) =>
        await Ledger.Incidents.ReadAsync(Incident, new(saidBy, knownAt), CancellationToken.None) is not IncidentAnswer.Refused;

    public override ValueTask DisposeAsync() => Ledger.DisposeAsync();
}

/// <summary>What the same question costs without anything prepared: every event of the incident is fetched by Marten and folded.</summary>
internal sealed class RefoldInProcess(int statements) : AsOfInProcess("refold in process", statements)
{
    protected override async Task<bool> ReadAsync(int reader, string saidBy, string knownAt)
    {
        await using var session = Ledger.Store.Reading();
        var facts = (await session.Events.FetchStreamAsync($"incident/{Incident}")).Select(e => new Recorded<IncidentEvent>((IncidentEvent)e.Data, e.Timestamp.ToUniversalTime(), e.Version)).ToList();
        new ReadingRequest(saidBy, knownAt).Moments(MadeUp.Zone, DateTimeOffset.UtcNow, out var asOf);
        var speakers = Position.Of(History.Of(facts).Heard(asOf)).Select(position => position.Party).Concat(facts.Select(fact => fact.Fact).OfType<IncidentEvent.ClaimFramed>().Select(framed => framed.Claim.Actor).OfType<PartyId>());
        var parties = await session.LoadWithAncestorsAsync(speakers, CancellationToken.None);
        return IncidentReading.Of(Incident, facts, parties, asOf) is not null;
    }
}
