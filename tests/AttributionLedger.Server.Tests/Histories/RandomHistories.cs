using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Histories;

/// <summary>Whatever the desk logs, in whatever portions, the views agree with the events and a repetition adds nothing.</summary>
public class RandomHistories(SharedPostgres postgres)
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Depth.Of(usual: 15, deep: 200))];

    [Theory, MemberData(nameof(Seeds))]
    public async Task taken_in_by_portions_verify_read_the_same_and_add_nothing_when_repeated(int seed)
    {
        var sheet = new RandomSheet(seed).Lines();
        var random = new Random(seed);
        await using var ledger = await postgres.EmptyAsync();
        // A sheet that grows: each portion holds what the one before it held, which is how a desk goes on with its notebook.
        foreach (var share in new[] { random.Next(1, sheet.Length), random.Next(1, sheet.Length), sheet.Length }.Order())
        {
            await ledger.TakeInAsync(Speaking(sheet[..share]));
            await ledger.ShouldReadTheSameFromPositionsAndFromEventsAsync();
        }

        await ledger.ShouldVerifyAsync();
        var before = await ledger.Database.TextAsync();
        (await ledger.TakeInAsync(sheet)).New.ShouldBe(0);
        (await ledger.Database.TextAsync()).ShouldBe(before);
    }

    public static TheoryData<int> OtherSeeds => [.. Enumerable.Range(1_001, Depth.Of(usual: 3, deep: 30))];

    [Theory, MemberData(nameof(OtherSeeds))]
    public async Task taken_in_by_and_by_end_as_if_taken_in_at_once(int seed)
    {
        var sheet = new RandomSheet(seed).Lines();
        await using var atOnce = await postgres.EmptyAsync();
        await atOnce.TakeInAsync(sheet);
        await using var byAndBy = await postgres.EmptyAsync();
        for (var share = 10; share < sheet.Length + 10; share += 10) await byAndBy.TakeInAsync(Speaking(sheet[..Math.Min(share, sheet.Length)]));
        await byAndBy.Database.ShouldHoldTheFactsOfAsync(atOnce.Database);
    }

    /// <summary>Without the sources that have not spoken yet.</summary>
    internal static IEnumerable<string> Speaking(string[] lines) => lines.Where(line =>
        !line.Contains("\"unnamed\"", StringComparison.Ordinal) || new[] { "?1", "?2" }.Single(label => line.Contains($"\"{label}\"", StringComparison.Ordinal)) is var label
        && lines.Any(other => other != line && other.Contains($"\"{label}\"", StringComparison.Ordinal)));
}
