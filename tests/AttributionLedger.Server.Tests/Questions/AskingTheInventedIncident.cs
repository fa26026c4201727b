using System.Text.Json;

namespace AttributionLedger.Server.Tests.Questions;

/// <summary>"What did we know when we published?", asked of the sheet that ships with the product; every answer was worked out on paper first.</summary>
public class AskingTheInventedIncident(ThreeWays ledger) : IClassFixture<ThreeWays>
{
    public static TheoryData<string> Names => [.. ThreeWays.Questions.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task is_answered_as_by_hand_over_http_on_the_command_line_and_by_the_library(string name)
    {
        var question = ThreeWays.Questions[name];
        var (http, command, library) = (await ledger.OverHttpAsync(question), await ledger.ByCommandAsync(question), await ledger.FromTheLibraryAsync(question));
        ShouldAnswer(question, http, "HTTP");
        ShouldAnswer(question, command, "command line");
        ShouldAnswer(question, library, "library");
        Whole(command).ShouldBe(Whole(http), "the command line tells what HTTP tells, and nothing else");
        Whole(library).ShouldBe(Whole(http), "the library tells what HTTP tells, and nothing else");
    }

    private static void ShouldAnswer(Question question, JsonElement state, string way)
    {
        var (told, why) = (new Told(state), $"{way}: {question.Because}");
        told.Status.ShouldBe(question.Status, why);
        told.Note.ShouldBe(question.Status is null ? "At this moment nothing of the incident was on record." : null, why);
        told.Acts.ShouldBe(question.Acts, why);
        told.Standings.Order(StringComparer.Ordinal).ShouldBe(question.Standings.Order(StringComparer.Ordinal), why);
        question.Claims.Select(claim => told.Claim(Named(claim, ' '))).ShouldBe(question.Claims, why);
        question.Positions.Select(positions => told.Positions(Named(positions, ':'))).ShouldBe(question.Positions, why);
        question.Beside.Select(beside => told.Beside(Named(beside, ':'))).ShouldBe(question.Beside, why);
        if (question.Figures is { } figures) told.Casualties.Order(StringComparer.Ordinal).ShouldBe(figures.Order(StringComparer.Ordinal), why);
        question.Answered.ShouldBeSubsetOf(told.Answered, why);
        question.Asked.ShouldBeSubsetOf(told.Asked, why);
        state.GetProperty("rules").GetInt32().ShouldBe(question.Rules);
        state.GetProperty("asOf").GetProperty("clock").GetString().ShouldBe(question.Clock);
        state.GetProperty("asOf").GetProperty("reading").GetString().ShouldBe(question.Reading);
    }

    private static string Named(string row, char before) => row[..row.IndexOf(before)];

    private static string Whole(JsonElement state) => JsonSerializer.Serialize(state);
}
