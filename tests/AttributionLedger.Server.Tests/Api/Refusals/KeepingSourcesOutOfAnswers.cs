using System.Text;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Refusals;

/// <summary>Whatever is sent about a source, no answer says anything of it that was not agreed.</summary>
public class KeepingSourcesOutOfAnswers(RefusalDesk desk) : IClassFixture<RefusalDesk>
{
    private const string Canary = "zaarafa";

    [Theory]
    [InlineData("""{"description":"an official","name":"zaarafa"}""")]
    [InlineData("""{"description":"an official","id":"zaarafa"}""")]
    [InlineData("""{"description":"an official","identity":{"zaarafa":"zaarafa"}}""")]
    [InlineData("""{"description":"an official","aliases":["zaarafa"]}""")]
    [InlineData("""{"description":"an official","label":"zaarafa"}""")]
    [InlineData("""{"description":"an official","entry":"zaarafa"}""")]
    [InlineData("""{"description":"an official","incident":"zaarafa"}""")]
    [InlineData("""{"description":"an official","zaarafa":"zaarafa"}""")]
    [InlineData("""{"description":"an official","zaarafa":1,"zaarafa":2}""")]
    [InlineData("""{"description":"an official","under":"zaarafa"}""")]
    [InlineData("""{"description":"an official","under":"zaarafa zaarafa"}""")]
    [InlineData("""{"description":"an official","under":{"zaarafa":1}}""")]
    [InlineData("""{"description":"an official","under":"?zaarafa"}""")]
    [InlineData("""{"description":"an official","under":"unnamed-zaarafa"}""")]
    [InlineData("""{"description":"an official","noted":"zaarafa"}""")]
    [InlineData("""{"description":"an official","plural":"zaarafa"}""")]
    [InlineData("""{"description":["zaarafa"]}""")]
    [InlineData("""{"description":"zaarafa \ud800"}""")]
    [InlineData("""{"description":"zaarafa \u202e"}""")]
    [InlineData("""{"description":"zaarafa""")]
    [InlineData("""{"description":"an official" "zaarafa":1}""")]
    [InlineData("""zaarafa""")]
    public async Task no_refusal_of_a_source_repeats_what_was_sent(string body)
    {
        var answer = await desk.RefuseAsync(Encoding.UTF8.GetBytes(body), path: "/api/incidents/quay/sources", more: request => request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString()));
        answer.Body.ShouldNotContain(Canary, Case.Insensitive);
    }

    [Theory]
    [InlineData("""{"entry":"statement","id":"new","incident":"quay","by":"?zaarafa","said":"2024","stances":[{"stance":"comments"}]}""")]
    [InlineData("""{"entry":"statement","id":"new","incident":"quay","by":["SOURCE","?zaarafa"],"said":"zaarafa","stances":[{"stance":"zaarafa"}],"terms":"zaarafa"}""")]
    [InlineData("""{"entry":"statement","id":"new","incident":"quay","by":"SOURCE","said":"zaarafa","zaarafa":1,"stances":[{"stance":"zaarafa"}]}""")]
    [InlineData("""{"entry":"statement","id":"new","incident":"quay","by":"SOURCE","said":"2024","stances":[{"stance":"comments"}],"setting":{"zaarafa":"zaarafa"}}""")]
    [InlineData("""{"entry":"claim","id":"new","incident":"quay","kind":"zaarafa","text":"t","raisedBy":"SOURCE"}""")]
    [InlineData("""{"entry":"request","id":"new","incident":"quay","of":"?zaarafa","by":"?zaarafa","asked":"2024"}""")]
    public async Task no_refusal_of_what_a_source_said_repeats_it(string line) =>
        (await desk.RefuseAsync(line, Guid.NewGuid().ToString())).Body.ShouldNotContain(Canary, Case.Insensitive);

    [Fact]
    public async Task what_is_answered_to_a_registration_is_a_minted_id_and_nothing_else()
    {
        await using var served = await ServedLedger.OfAsync(desk.EmptyAsync());
        await served.Ledger.TakeInAsync([.. Line.Scene, Line.Party(Canary)]);
        var answer = await served.SendAsync(Line.Of(new { entry = "unnamed", label = "?1", incident = Line.Incident, description = $"an official of {Canary}", under = Canary }), "a");
        answer.ShouldBe(201).Body.ShouldNotContain(Canary, Case.Insensitive);
        answer.Location.ShouldNotBeNull().ShouldMatch("^/api/parties/unnamed-[0-9a-f]{12}$");
    }
}
