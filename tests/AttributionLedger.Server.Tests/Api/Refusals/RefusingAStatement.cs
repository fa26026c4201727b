using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Refusals;

public class RefusingAStatement(RefusalDesk desk) : IClassFixture<RefusalDesk>
{
    private const string Plain = """{"entry":"statement","id":"new","incident":"quay","by":"brigade","said":"2023-03-05","stances":[{"stance":"asserts","claim":"k1"}],"terms":"on-the-record"}""";

    /// <summary>What is changed in a sound statement, and how that is refused.</summary>
    public static TheoryData<string, int, string, string?> Rows() => new()
    {
        { """{"id":"s1","stances":[{"stance":"denies","claim":"k1"}]}""", 409, "id-taken", "id" },
        { """{"incident":"nowhere"}""", 404, "incident-unknown", "incident" },
        { """{"incident":"shut","stances":[{"stance":"comments"}]}""", 409, "incident-closed", "incident" },
        { """{"incident":"twin","stances":[{"stance":"comments"}]}""", 409, "incident-merged", "incident" },
        { """{"id":"no spaces"}""", 400, "id-malformed", "id" },
        { """{"noted":"2999-01-01T00:00Z"}""", 422, "noted-after-recorded", "noted" },
        { """{"said":"2999-01-01"}""", 422, "said-after-known", "said" },
        { """{"noted":"2022-01-01T00:00Z"}""", 422, "said-after-known", "said" },
        { """{"said":"yesterday"}""", 400, "time-unreadable", "said" },
        { """{"said":null}""", 400, "field-missing", "said" },
        { """{"stances":null}""", 400, "field-missing", "stances" },

        { """{"by":[]}""", 422, "speaker-missing", "by" },
        { """{"by":["brigade","brigade"]}""", 422, "speaker-repeated", "by" },
        { """{"by":["p1","p2","p3","p4","p5","p6","p7","p8","p9","p10","p11","p12","p13","p14","p15","p16","p17","p18","p19","p20","p21"]}""", 422, "too-many", "by" },
        { """{"by":"nobody"}""", 422, "party-unknown", "by" },
        { """{"by":"?1"}""", 400, "label-misplaced", "by" },
        { """{"setting":{"via":["nobody"]}}""", 422, "party-unknown", "setting.via" },
        { """{"setting":{"askedBy":"nobody"}}""", 422, "party-unknown", "setting.askedBy" },
        { """{"setting":{"embargo":"2024-04-21"}}""", 400, "time-not-instant", "setting.embargo" },
        { """{"issuance":"purported"}""", 400, "field-missing", "issuance.channel" },
        { """{"issuance":{"state":"verified","channel":"harbour"}}""", 422, "channel-not-wanted", "issuance.channel" },
        { """{"issuance":{"state":"purported","channel":"nobody"}}""", 422, "party-unknown", "issuance.channel" },
        { """{"issuance":"leaked"}""", 400, "word-unknown", "issuance" },
        { """{"words":{"form":"verbatim","text":"Yes.","language":"English!"}}""", 400, "language-malformed", "words.language" },
        { """{"words":{"form":"translation","text":"Yes.","language":"en"}}""", 422, "translator-missing", "words.translatedBy" },
        { """{"words":{"form":"verbatim","text":"Yes.","translatedBy":"us"}}""", 422, "translation-fields-misplaced", "words" },
        { """{"words":{"form":"verbatim","text":" "}}""", 400, "text-empty", "words.text" },
        { """{"words":{"form":"verbatim","text":"a\u0000b"}}""", 400, "text-null-character", "words.text" },
        { """{"relayOf":"none"}""", 422, "statement-unknown", "relayOf" },
        { """{"relayOf":"x1"}""", 409, "entry-struck", "relayOf" },
        { """{"grade":"B7"}""", 400, "grade-malformed", "grade" },
        { """{"evidence":[{"url":7}]}""", 400, "field-type", "evidence[0].url" },
        { """{"evidence":[{"note":"somewhere"}]}""", 422, "evidence-nowhere", "evidence[0]" },

        { """{"stances":[]}""", 422, "stance-missing", "stances" },
        { """{"stances":[{"stance":"asserts","claim":"k1"},{"stance":"denies","claim":"k1"}]}""", 422, "stance-repeated", "stances" },
        { """{"stances":[{"stance":"comments"},{"stance":"comments"}]}""", 422, "stance-repeated", "stances" },
        { """{"stances":[{"stance":"asserts","claim":"k1"},{"stance":"asserts","claim":"k9"}]}""", 422, "claim-unknown", "stances[1].claim" },
        { """{"stances":[{"stance":"denies"}]}""", 422, "stance-does-not-fit", "stances[0].claim" },
        { """{"stances":[{"stance":"comments","claim":"k1"}]}""", 422, "stance-does-not-fit", "stances[0].claim" },
        { """{"stances":[{"stance":"accuses","claim":"k1"}]}""", 422, "stance-does-not-fit", "stances[0].stance" },
        { """{"by":"korvad","stances":[{"stance":"accuses","claim":"k2"}]}""", 422, "stance-does-not-fit", "stances[0].stance" },
        { """{"stances":[{"stance":"did-not-respond"}]}""", 422, "request-missing", "stances[0].request" },
        { """{"stances":[{"stance":"did-not-respond","request":"s1"}]}""", 422, "request-unknown", "stances[0].request" },
        { """{"stances":[{"stance":"asserts","claim":"k1","scope":"act"}]}""", 422, "scope-misplaced", "stances[0].scope" },
        { """{"stances":[{"stance":"asserts","claim":"k1","ground":"policy"}]}""", 422, "ground-misplaced", "stances[0].ground" },
        { """{"stances":[{"stance":"declines-to-comment","claim":"k3","figures":[{"category":"killed","value":1}]}]}""", 422, "figures-do-not-fit", "stances[0].figures" },
        { """{"stances":[{"stance":"asserts","claim":"k1","figures":[{"category":"killed","value":1}]}]}""", 422, "figures-do-not-fit", "stances[0].figures" },
        { """{"stances":[{"stance":"denys","claim":"k1"}]}""", 400, "word-unknown", "stances[0].stance" }
    };

    [Theory, MemberData(nameof(Rows))]
    public async Task says_what_is_wrong_and_where(string changes, int status, string code, string? field) =>
        (await desk.RefuseAsync(RefusalDesk.With(Plain, changes), Guid.NewGuid().ToString())).ShouldRefuse(status, code, field);

    [Fact]
    public async Task that_is_longer_than_is_taken()
    {
        (await desk.RefuseAsync(RefusalDesk.With(Plain, $$$"""{"words":{"form":"verbatim","text":"{{{new string('a', 50_001)}}}"}}"""))).ShouldRefuse(400, "text-too-long", "words.text");
        (await desk.RefuseAsync(RefusalDesk.With(Plain, $$"""{"stances":[{{string.Join(',', Enumerable.Range(0, 65).Select(i => $$"""{"stance":"asserts","claim":"c{{i}}"}"""))}}]}"""))).ShouldRefuse(422, "too-many", "stances");
        (await desk.RefuseAsync(RefusalDesk.With(Plain, $$"""{"evidence":[{{string.Join(',', Enumerable.Repeat("""{"url":"https://example.org"}""", 51))}}]}"""))).ShouldRefuse(422, "too-many", "evidence");
    }

    [Fact]
    public async Task points_into_the_body_and_never_at_what_the_address_says()
    {
        (await desk.RefuseAsync(RefusalDesk.With(Plain, """{"stances":[{"stance":"asserts","claim":"k1"},{"stance":"asserts","claim":"k9"}]}"""))).ShouldRefuse(422, "claim-unknown", "stances[1].claim", "#/stances/1/claim");
        (await desk.RefuseAsync(RefusalDesk.With(Plain, """{"incident":"nowhere"}"""))).ShouldRefuse(404, "incident-unknown", "incident", "");
        (await desk.RefuseAsync(RefusalDesk.With(Plain, """{"incident":"no where"}"""))).ShouldRefuse(400, "id-malformed", "incident", "");
    }

    [Fact]
    public async Task tells_everything_that_is_wrong_at_once()
    {
        var answer = await desk.RefuseAsync(RefusalDesk.With(Plain, """{"id":"s 1","by":7,"said":"soon","stances":[{"stance":"denys","claim":"?"}],"terms":"secret","grade":"Z","evidences":[],"noted":"2024-04-21"}"""));
        answer.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("field")} {error.GetProperty("code")}").ShouldBe([
            "noted time-not-instant", "id id-malformed", "by field-type", "said time-unreadable", "stances[0].stance word-unknown", "stances[0].claim label-malformed",
            "terms word-unknown", "grade grade-malformed", "evidences field-unknown"], ignoreOrder: true);
    }
}
