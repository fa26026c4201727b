using AttributionLedger.Api.ProblemPages;

namespace AttributionLedger.Server.Tests.Api;

/// <summary>Which status each refusal of an entry comes with, as programs rely on it.</summary>
public class ChoosingAStatus
{
    private static readonly string[] OwnAreas = ["Addresses and parameters", "Who may do what", "Headers", "Bodies", "The server"];

    [Fact]
    public void is_400_where_the_request_alone_shows_that_it_is_not_written_as_it_should_be() => Of(400).ShouldBe(
    [
        "field-missing", "field-repeated", "field-type", "field-unknown", "fields-exclusive", "grade-malformed", "id-malformed", "id-reserved", "label-malformed", "label-misplaced",
        "language-malformed", "number-out-of-range", "sha256-malformed", "text-bidi-control", "text-control-character", "text-empty", "text-lone-surrogate", "text-null-character", "text-too-long",
        "time-form-not-taken", "time-from-after-until", "time-impossible", "time-not-instant", "time-out-of-range", "time-unreadable", "time-without-offset", "time-wording-too-long", "time-zone-unknown",
        "unnamed-identity", "url-malformed", "word-unknown"
    ]);

    [Fact]
    public void is_409_where_the_state_of_the_record_is_in_the_way() => Of(409).ShouldBe(
    [
        "affiliation-cycle", "affiliation-ends-later", "already-closed", "already-linked", "already-merged", "already-retracted", "already-struck", "already-withdrawn", "consent-of-the-same",
        "entry-stands-for-another", "entry-struck", "id-taken", "incident-closed", "incident-merged", "incident-not-merged", "link-hides-reversal", "link-not-to-first", "merge-cycle", "not-closed",
        "party-not-merged", "statement-stood-for", "two-counting-parents", "url-taken"
    ]);

    [Fact]
    public void is_404_where_the_address_names_what_is_not_there_and_422_where_the_body_does() => Of(404, 422).ShouldBe(
        ["affiliation-unknown", "claim-unknown", "entry-unknown", "evidence-unknown", "incident-unknown", "party-unknown", "publication-unknown", "request-unknown", "statement-unknown"]);

    [Fact]
    public void is_none_for_what_only_a_file_can_have() => Of().ShouldBe(
    [
        "entry-kind-unknown", "label-repeated", "label-silent", "label-unknown", "line-not-json", "line-not-object", "line-not-utf8", "line-too-deep", "line-too-long", "sheet-is-utf16", "sheet-too-large"
    ]);

    [Fact]
    public void is_422_for_all_the_rest() =>
        OfEntries().Where(problem => !problem.Statuses.SequenceEqual([400]) && !problem.Statuses.SequenceEqual([409]) && !problem.Statuses.SequenceEqual([404, 422]) && problem.Statuses.Count > 0)
            .ShouldAllBe(problem => problem.Statuses.SequenceEqual(new[] { 422 }));

    private static IEnumerable<ProblemTypeShape> OfEntries() => ProblemTypes.All.Where(problem => !OwnAreas.Contains(problem.Area));

    private static IEnumerable<string> Of(params int[] statuses) => OfEntries().Where(problem => problem.Statuses.SequenceEqual(statuses)).Select(problem => problem.Code).Order(StringComparer.Ordinal);
}
