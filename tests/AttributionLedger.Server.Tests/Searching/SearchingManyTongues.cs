using AttributionLedger.MadeUpLedgers;
using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;

namespace AttributionLedger.Server.Tests.Searching;

/// <summary>The made-up ledger that the bench asks at its full size, small enough for every run.</summary>
public class SearchingManyTongues(SharedPostgres postgres)
{
    private const int Statements = 3_000;

    [Fact]
    public async Task finds_all_that_must_be_found_and_nothing_else()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(ManyTongues.Sheet(Statements));
        var sayings = Enumerable.Range(0, Statements).Select(number => new ManyTongues.Saying(number)).ToList();
        foreach (var known in ManyTongues.Answers)
        {
            var query = new SearchQuery(known.Text, SearchKind.Statement, Party: known.Party, Stance: known.Denying ? StanceKind.Denies : null, Limit: 100);
            var expected = sayings.Where(known.Fits).Select(one => one.Id).ToList();
            (await ledger.SearchAsync(query)).Count.ShouldBe(expected.Count, known.Text);
            (await ledger.FindAsync(query)).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal), known.Text);
        }
    }
}
