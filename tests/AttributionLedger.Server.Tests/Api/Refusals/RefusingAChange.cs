using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Refusals;

/// <summary>What else is refused about an incident: what is not there in the address is not found, in the body it is no entry.</summary>
public class RefusingAChange(RefusalDesk desk) : IClassFixture<RefusalDesk>
{
    public static TheoryData<string, int, string, string?> Rows() => new()
    {
        { """{"entry":"incident","id":"quay","headline":"Another","zone":"Etc/UTC"}""", 409, "id-taken", "id" },
        { """{"entry":"incident","id":"new","headline":"h","zone":"CET"}""", 400, "time-zone-unknown", "zone" },
        { """{"entry":"incident","id":"new","zone":"Etc/UTC"}""", 400, "field-missing", "headline" },
        { """{"entry":"revise","incident":"quay","headline":"two\nlines","reason":"r"}""", 400, "text-control-character", "headline" },
        { """{"entry":"revise","incident":"quay","headline":"a\u202eb","reason":"r"}""", 400, "text-bidi-control", "headline" },
        { """{"entry":"revise","incident":"quay","reason":"r"}""", 422, "nothing-to-change", null },
        { """{"entry":"link","incident":"quay","other":"quay","link":"same-as"}""", 422, "incident-itself", "other" },
        { """{"entry":"link","incident":"quay","other":"none","link":"follows"}""", 422, "incident-unknown", "other" },
        { """{"entry":"merge","incident":"quay","into":"none","reason":"r"}""", 422, "incident-unknown", "into" },
        { """{"entry":"split","incident":"quay","from":"shut","reason":"r"}""", 409, "incident-not-merged", "from" },
        { """{"entry":"reopen","incident":"quay","reason":"r"}""", 409, "not-closed", "incident" },
        { """{"entry":"close","incident":"shut","id":"again","reason":"r"}""", 409, "incident-closed", "incident" },
        { """{"entry":"close","incident":"none","reason":"r"}""", 404, "incident-unknown", "incident" },

        { """{"entry":"claim","id":"k1","incident":"quay","kind":"occurrence","text":"Other words."}""", 409, "id-taken", "id" },
        { """{"entry":"claim","id":"new","incident":"quay","kind":"responsibility","text":"t"}""", 422, "claim-without-actor", "actor" },
        { """{"entry":"claim","id":"new","incident":"quay","kind":"means","text":"t","actor":"korvad"}""", 422, "claim-does-not-take-actor", "actor" },
        { """{"entry":"claim","id":"new","incident":"quay","kind":"means","text":"t","act":"k1"}""", 422, "claim-does-not-take-act", "act" },
        { """{"entry":"claim","id":"new","incident":"quay","kind":"responsibility","text":"t","actor":"korvad","act":"k3"}""", 422, "act-unknown", "act" },
        { """{"entry":"claim","id":"new","incident":"quay","kind":"origin","text":"t","refines":"none"}""", 422, "claim-unknown", "refines" },
        { """{"entry":"claim","id":"new","incident":"quay","kind":"means","text":"t","refines":"k2"}""", 422, "refinement-makes-responsible", "refines" },
        { """{"entry":"claim","id":"new","incident":"quay","kind":"responsibility","text":"t","actor":"nobody"}""", 422, "party-unknown", "actor" },
        { """{"entry":"claim","id":"new","incident":"quay","kind":"motive","text":"t","figures":[{"category":"killed","value":1}]}""", 422, "figures-do-not-fit", "figures" },
        { """{"entry":"claim","id":"new","incident":"quay","kind":"casualties","text":"t","figures":[{"category":"killed","value":1},{"category":"killed","value":2}]}""", 422, "figure-category-repeated", "figures" },
        { """{"entry":"claim","id":"new","incident":"quay","kind":"casualties","text":"t","figures":[{"category":"killed","least":2,"most":1}]}""", 422, "figure-impossible", "figures[0]" },
        { """{"entry":"claim","id":"new","incident":"quay","kind":"casualties","text":"t","figures":[{"category":"killed","value":1,"most":4}]}""", 400, "fields-exclusive", "figures[0].value" },
        { """{"entry":"reword","incident":"quay","claim":"none","text":"t","reason":"r"}""", 404, "claim-unknown", "claim" },
        { """{"entry":"independence","incident":"quay","claim":"none","parties":["brigade","harbour"],"reason":"r"}""", 404, "claim-unknown", "claim" },
        { """{"entry":"independence","incident":"quay","claim":"k1","parties":["brigade","brigade"],"reason":"r"}""", 422, "parties-missing", "parties" },

        { """{"entry":"request","id":"new","incident":"quay","of":"nobody","by":"post","asked":"2023-03-05"}""", 422, "party-unknown", "of" },
        { """{"entry":"request","id":"new","incident":"quay","of":"SOURCE","by":"post","asked":"2023-03-05"}""", 422, "request-of-unnamed", "of" },
        { """{"entry":"request","id":"new","incident":"quay","of":"korvad","by":"post","asked":"2023-03-05","deadline":"2023-03-04"}""", 422, "deadline-before-request", "deadline" },
        { """{"entry":"request","id":"new","incident":"quay","of":"korvad","by":"post","asked":"2999-01-01"}""", 422, "said-after-known", "asked" },
        { """{"entry":"request","id":"new","incident":"quay","of":"korvad","by":"post","claim":"none","asked":"2023-03-05"}""", 422, "claim-unknown", "claim" },

        { """{"entry":"retraction","incident":"quay","statement":"none","said":"2023-03-06","reason":"r"}""", 404, "statement-unknown", "statement" },
        { """{"entry":"retraction","incident":"quay","statement":"r1","said":"2023-03-06","reason":"r"}""", 404, "statement-unknown", "statement" },
        { """{"entry":"retraction","incident":"quay","statement":"x1","said":"2023-03-06","reason":"r"}""", 409, "entry-struck", "statement" },
        { """{"entry":"retraction","incident":"quay","statement":"t1","said":"2023-03-07","reason":"Again."}""", 409, "already-retracted", "statement" },
        { """{"entry":"retraction","incident":"quay","statement":"s1","said":"2023-03-04","reason":"r"}""", 422, "reversal-before-statement", "said" },
        { """{"entry":"correction","incident":"quay","statement":"s1","whose":"speaker","said":"2023-03-04","reason":"r","words":{"form":"verbatim","text":"No."}}""", 422, "reversal-before-statement", "said" },
        { """{"entry":"correction","incident":"quay","statement":"s1","whose":"speaker","reason":"r","words":{"form":"verbatim","text":"No."}}""", 422, "said-missing", "said" },
        { """{"entry":"correction","incident":"quay","statement":"s1","whose":"outlet","said":"2023-03-06","reason":"r","words":{"form":"verbatim","text":"No."}}""", 422, "said-misplaced", "said" },
        { """{"entry":"correction","incident":"quay","statement":"s1","whose":"outlet","reason":"r"}""", 422, "nothing-to-change", null },
        { """{"entry":"correction","incident":"quay","statement":"s1","whose":"outlet","reason":"r","stances":[{"stance":"asserts","claim":"none"}]}""", 422, "claim-unknown", "stances[0].claim" },
        { """{"entry":"strike","incident":"quay","target":"none","reason":"r"}""", 404, "entry-unknown", "target" },
        { """{"entry":"strike","incident":"quay","target":"x1","reason":"Again."}""", 409, "already-struck", "target" },
        { """{"entry":"strike","incident":"quay","target":"y2","reason":"r"}""", 422, "entry-cannot-be-struck", "target" },
        { """{"entry":"renegotiation","incident":"quay","statement":"none","terms":"background","reason":"r"}""", 404, "statement-unknown", "statement" },
        { """{"entry":"consent-withdrawn","incident":"quay","statement":"none","reason":"r"}""", 404, "statement-unknown", "statement" },
        { """{"entry":"consent-withdrawn","incident":"quay","statement":"c1","reason":"Again."}""", 409, "already-withdrawn", "statement" },
        { """{"entry":"voice-settled","incident":"quay","statement":"none","reason":"r"}""", 404, "statement-unknown", "statement" },
        { """{"entry":"evidence","incident":"quay","statement":"none","url":"https://example.org"}""", 404, "statement-unknown", "statement" },
        { """{"entry":"evidence","incident":"quay","statement":"s1","note":"somewhere"}""", 422, "evidence-nowhere", null },
        { """{"entry":"evidence","incident":"quay","statement":"s1","url":"javascript:alert(1)"}""", 400, "url-malformed", "url" },
        { """{"entry":"evidence","incident":"quay","statement":"s1","file":"a.jpg","sha256":"ABC"}""", 400, "sha256-malformed", "sha256" },
        { """{"entry":"evidence-gone","incident":"quay","evidence":"s1","reason":"r"}""", 404, "evidence-unknown", "evidence" }
    };

    [Theory, MemberData(nameof(Rows))]
    public async Task says_what_is_wrong_and_where(string line, int status, string code, string? field) =>
        (await desk.RefuseAsync(line, Guid.NewGuid().ToString())).ShouldRefuse(status, code, field);

    [Fact]
    public async Task that_answers_a_request_which_nobody_made()
    {
        (await desk.RefuseAsync(new ApiWrite("/api/incidents/quay/requests/none/outcomes", """{"id":"new","said":"2023-03-05","stances":[{"stance":"did-not-respond"}]}"""))).ShouldRefuse(404, "request-unknown", "request", "");
        (await desk.RefuseAsync(new ApiWrite("/api/incidents/none/requests/r1/outcomes", """{"id":"new","said":"2023-03-05","stances":[{"stance":"did-not-respond"}]}"""))).ShouldBe(404);
    }
}
