using AttributionLedger.Attribution;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Histories;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Tables;

namespace AttributionLedger.Server.Tests.Tables;

/// <summary>A table that a ledger knowing nobody takes in comes out of it again, to the byte but for when it was recorded.</summary>
public class GoingRoundAsATable(SharedPostgres postgres)
{
    [Fact]
    public async Task of_the_samples_comes_back()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await ShouldGoRoundAsync(samples, Tabled.InPublic);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(61, 10)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task of_a_random_history_comes_back(int seed)
    {
        await using var source = await postgres.EmptyAsync();
        await source.TakeInAsync(new RandomSheet(seed).Lines());
        await ShouldGoRoundAsync(source, Tabled.InPublic);
    }

    [Fact]
    public async Task of_a_past_moment_comes_back()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await ShouldGoRoundAsync(samples, new ReadingRequest("2023-03-06", Clock: AttributionLedger.Basics.Clock.Recorded, Audience: Audience.Publishable));
    }

    public static TheoryData<int> Odd => [.. Enumerable.Range(0, 6)];

    [Theory, MemberData(nameof(Odd))]
    public async Task of_texts_that_are_hard_to_keep_in_a_cell_comes_back(int seed)
    {
        await using var source = await postgres.EmptyAsync();
        await source.TakeInAsync(new OddSheet(seed).Lines());
        await ShouldGoRoundAsync(source, Tabled.InPublic);
        // What is the desk's alone goes round as well, for no request and no claim is in it that the table does not hold.
        await ShouldGoRoundAsync(source, new ReadingRequest());
    }

    private async Task ShouldGoRoundAsync(TestLedger source, ReadingRequest at)
    {
        var table = await source.TableAsync(TableOf.Statements, at: at);
        Tabled.Rows(table).Count.ShouldBeGreaterThan(2);
        await using var other = await postgres.EmptyAsync();
        await other.TakeInTableAsync(table);
        Tabled.WithoutKnown(await other.TableAsync(TableOf.Statements, at: at with { SaidBy = null })).ShouldBe(Tabled.WithoutKnown(table));
        await other.ShouldVerifyAsync();
    }
}
