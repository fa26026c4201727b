using System.Text.Json;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Searching;
using AttributionLedger.SearchIndex;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Searching;

public class ShowingWhatIsFound(SharedPostgres postgres)
{
    private static readonly string[] Sheet = [.. Line.Scene, Line.Says("s1", "brigade", text: "The tanks are burning."), Line.Says("s2", "brigade", text: "The tanks are burning.")];

    [Fact]
    public async Task tells_a_name_as_it_is_since_it_was_last_looked_up()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        for (var time = 0; time < 2; time++) (await SpeakersAsync(ledger)).ShouldBe(["The brigade"]);

        await ledger.TakeInAsync([Line.Of(new { entry = "rename", party = "brigade", name = "Port Brigade", reason = "Renamed." })]);
        for (var time = 0; time < 2; time++) (await SpeakersAsync(ledger)).ShouldBe(["Port Brigade"]);
    }

    [Theory]
    [InlineData("harbour-fire")]
    [InlineData("oil-pier-blast")]
    [InlineData("kharab-al-jir")]
    public async Task shows_every_statement_as_its_list_does(string incident)
    {
        await using var ledger = await postgres.WithSamplesAsync();
        foreach (var audience in Enum.GetValues<Audience>()) (await AgreeAsync(ledger, incident, audience)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task shows_which_statement_stands_for_it()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Sheet, Line.Of(new { entry = "link-statement", incident = Line.Incident, statement = "s2", other = "s1", link = "same-as", reason = "Looked at." })]);
        (await AgreeAsync(ledger, Line.Incident, Audience.Internal)).ShouldBe(2);
        (await ledger.SearchAsync(new("burning", SearchKind.Statement))).Found.Single(found => found.Statement!.Id == "s2").Statement!.SameAs.ShouldBe("s1");
    }

    private static async Task<IEnumerable<string>> SpeakersAsync(TestLedger ledger) =>
        (await ledger.SearchAsync(new("burning", SearchKind.Statement))).Found.SelectMany(found => found.Statement!.By).Select(party => party.Name).Distinct();

    /// <returns>How many were compared.</returns>
    private static async Task<int> AgreeAsync(TestLedger ledger, string incident, Audience audience)
    {
        var listed = (await ledger.Ledger.Statements.ReadAsync(incident, new(Order: ListOrder.Newest, Limit: 100, Audience: audience), CancellationToken.None))
            .ShouldBeOfType<Answer<StatementsShape>.Given>().Shape.Statements.Where(statement => statement.Status != StatementStatus.Struck);
        var found = (await ledger.SearchAsync(new(Kind: SearchKind.Statement, Incident: incident, Order: SearchOrder.Newest, Limit: 100), new(Audience: audience))).Found.Select(one => one.Statement!).ToList();
        JsonSerializer.Serialize(found, ShapeJson.Options).ShouldBe(JsonSerializer.Serialize(listed, ShapeJson.Options));
        return found.Count;
    }
}
