using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Crashes;

/// <summary>What a reporter sent, and how the record shows that it is there.</summary>
/// <param name="Mark">The event, its stream and its id, see <see cref="Record"/>; empty for a source, whose id the ledger mints.</param>
internal sealed record Sent(string Mark, ApiWrite Write);

/// <summary>One who goes on writing, whatever becomes of the server: what was not answered is sent again, with the same key.</summary>
internal sealed class Reporter(int number)
{
    private readonly Queue<string> statements = [], parties = [];
    private int written;

    /// <summary>What was sent and not answered.</summary>
    public Sent? Pending { get; private set; }

    public List<(Sent Sent, Answer Answer)> Answered { get; } = [];

    /// <summary>Sends one more, or the last one again.</summary>
    /// <returns>Whether it was answered; not where the server is away.</returns>
    public async Task<bool> SendAsync(HttpClient http)
    {
        Pending ??= Next();
        try
        {
            var answer = await Pending.Write.SendAsync(http);
            if (answer.Status == 503) return false;
            answer.ShouldBe(201);
            Answered.Add((Pending, answer));
            Pending = null;
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private Sent Next()
    {
        var id = $"{number}-{++written}";
        switch (written % 10)
        {
            case 2:
                parties.Enqueue($"p{id}");
                return Of($"party_registered party/p{id}", Line.Party($"p{id}"));
            case 4:
                return Of($"comment_sought incident/quay r{id}", Line.Of(new { entry = "request", id = $"r{id}", incident = Line.Incident, of = "korvad", by = "post", asked = "2023-03-05" }));
            case 6:
                return Of("", Line.Of(new { entry = "unnamed", label = "?1", incident = Line.Incident, description = "a port official" }));
            case 8:
                return Of($"entry_struck incident/quay x{id}", Line.Of(new { entry = "strike", id = $"x{id}", incident = Line.Incident, target = statements.Dequeue(), reason = "It was logged in error." }));
            case 9 when parties.Dequeue() is var party:
                return Of($"party_renamed party/{party} n{id}", Line.Of(new { entry = "rename", id = $"n{id}", party, name = $"The renamed {party}" }));
            default:
                statements.Enqueue($"s{id}");
                return Of($"statement_logged incident/quay s{id}", Line.Of(new
                {
                    entry = "statement", id = $"s{id}", incident = Line.Incident, by = written % 2 == 0 ? "brigade" : "harbour", said = "2023-03-05", terms = "on-the-record",
                    stances = new[] { new { stance = "asserts", claim = "k1" }, new { stance = "accuses", claim = "k2" } }, words = new { form = "paraphrase", text = $"The words of s{id}." }
                }));
        }
    }

    private static Sent Of(string mark, string line) => new(mark, ApiWrite.Of(line, Guid.NewGuid().ToString()));
}
