using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Api.Refusals;

public class RefusingAPartyEntry(RefusalDesk desk) : IClassFixture<RefusalDesk>
{
    public static TheoryData<string, int, string, string?> Rows() => new()
    {
        { """{"entry":"party","id":"brigade","name":"Another","kind":"state"}""", 409, "id-taken", "id" },
        { """{"entry":"party","id":"desk","name":"P","kind":"state"}""", 400, "id-reserved", "id" },
        { """{"entry":"party","id":"unnamed-abc","name":"P","kind":"state"}""", 400, "id-reserved", "id" },
        { """{"entry":"party","id":"p/q","name":"P","kind":"state"}""", 400, "id-malformed", "id" },
        { """{"entry":"party","id":"p","name":"P","kind":"unnamed"}""", 400, "word-unknown", "kind" },
        { """{"entry":"party","id":"p","name":"P","kind":"armed_group"}""", 400, "word-unknown", "kind" },
        { """{"entry":"party","id":"p","name":" ","kind":"state"}""", 400, "text-empty", "name" },
        { """{"entry":"party","id":"p","name":["P"],"kind":"state"}""", 400, "field-type", "name" },
        { """{"entry":"rename","party":"nobody","name":"N"}""", 404, "party-unknown", "party" },
        { """{"entry":"alias","party":"nobody","alias":"N"}""", 404, "party-unknown", "party" },
        { """{"entry":"affiliation","party":"brigade","partOf":"nobody"}""", 422, "party-unknown", "partOf" },
        { """{"entry":"affiliation","party":"harbour","partOf":"post"}""", 409, "affiliation-cycle", "partOf" },
        { """{"entry":"affiliation","id":"a2","party":"post","partOf":"brigade"}""", 409, "two-counting-parents", "counts" },
        { """{"entry":"affiliation","party":"brigade","partOf":"harbour","from":"2023","until":"2022"}""", 422, "affiliation-ends-before-it-begins", "until" },
        { """{"entry":"affiliation","party":"brigade","partOf":"SOURCE"}""", 422, "affiliation-to-unnamed", "partOf" },
        { """{"entry":"affiliation","party":"brigade"}""", 400, "field-missing", "speaksFor" },
        { """{"entry":"affiliation","party":"brigade","speaksFor":"harbour","partOf":"harbour"}""", 400, "fields-exclusive", "partOf" },
        { """{"entry":"affiliation-ended","party":"post","affiliation":"none","until":"2023"}""", 404, "affiliation-unknown", "affiliation" },
        { """{"entry":"strike-affiliation","party":"post","affiliation":"none","reason":"r"}""", 404, "affiliation-unknown", "affiliation" },
        { """{"entry":"grade","party":"brigade","grade":"b","reason":"r"}""", 400, "grade-malformed", "grade" },
        { """{"entry":"merge-party","party":"brigade","into":"nobody","reason":"r"}""", 422, "party-unknown", "into" },
        { """{"entry":"merge-party","party":"brigade","into":"brigade","reason":"r"}""", 409, "merge-cycle", "into" },
        { """{"entry":"merge-party","party":"brigade","into":"SOURCE","reason":"r"}""", 422, "merge-names-a-source", "into" },
        { """{"entry":"merge-party","id":"m2","party":"old","into":"harbour","reason":"r"}""", 409, "already-merged", "party" },
        { """{"entry":"split-party","party":"brigade","from":"harbour","reason":"r"}""", 409, "party-not-merged", "from" },
        { """{"entry":"unnamed","label":"?1","incident":"quay","description":"an official","name":"canary"}""", 400, "unnamed-identity", "name" },
        { """{"entry":"unnamed","label":"?1","incident":"quay","description":"an official","under":"nobody"}""", 422, "party-unknown", "under" },
        { """{"entry":"unnamed","label":"?1","incident":"nowhere","description":"an official"}""", 404, "incident-unknown", "incident" },
        { """{"entry":"statement","id":"new","incident":"shut","by":"SOURCE","said":"2023","stances":[{"stance":"comments"}]}""", 409, "incident-closed", "incident" },
        // The source belongs to the incident that it was registered with, and nobody may follow it from there.
        { """{"entry":"statement","id":"new","incident":"far","by":"SOURCE","said":"2023","stances":[{"stance":"comments"}]}""", 422, "source-of-another-incident", "by" }
    };

    [Theory, MemberData(nameof(Rows))]
    public async Task says_what_is_wrong_and_where(string line, int status, string code, string? field) =>
        (await desk.RefuseAsync(line, Guid.NewGuid().ToString())).ShouldRefuse(status, code, field);
}
