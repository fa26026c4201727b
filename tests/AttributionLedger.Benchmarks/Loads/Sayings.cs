namespace AttributionLedger.Benchmarks.Loads;

/// <summary>One statement to put on record: that a party asserts a claim of an incident.</summary>
internal sealed record Saying(string Id, string Incident, string Party, string Claim)
{
    /// <summary>When it was said: EDTF, a day.</summary>
    public const string Said = "2024-04-22";

    public const string Words = "Nobody of ours was anywhere near the pier that night, and whoever says so has not asked those who were.";
}

/// <summary>
/// The statements of one arm, each new. Every writer has incidents of its own, so that arms without a queue meet no conflict
/// that a reporter would not cause; where there are fewer incidents than writers, they share.
/// </summary>
/// <param name="arm">A letter that no other arm on the same database has.</param>
internal sealed class Sayings(char arm, int incidents, int writers)
{
    private readonly int[] turns = new int[writers];
    private long said;

    public Saying Next(int writer)
    {
        var n = Interlocked.Increment(ref said);
        var own = Math.Max(1, incidents / writers);
        var incident = (writer + writers * (turns[writer]++ % own)) % incidents;
        return new($"{arm}{n}", MadeUp.IncidentId(incident), $"p{n * 7 % MadeUp.Parties}", $"c{n % MadeUp.Claims}");
    }
}
