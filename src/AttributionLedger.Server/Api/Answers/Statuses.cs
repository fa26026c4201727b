namespace AttributionLedger.Api.Answers;

/// <summary>
/// Which status a refusal comes with: one for each code, whoever refuses, so that a program may go by either. Only what is
/// unknown has two, for what the address names is not found, and what the body names is not taken.
/// </summary>
internal static class Statuses
{
    /// <summary>The record is in a state that does not allow what is asked, though it may be right in itself.</summary>
    private static readonly HashSet<string> Conflicts =
    [
        "id-taken", "incident-closed", "incident-merged", "incident-not-merged", "already-closed", "not-closed", "already-merged", "party-not-merged",
        "already-retracted", "already-withdrawn", "already-struck", "entry-struck", "affiliation-cycle", "affiliation-ends-later", "two-counting-parents", "merge-cycle", "url-taken"
    ];

    /// <summary>What can be seen from the request alone: it is not written as a request of its kind is.</summary>
    private static readonly string[] FormBeginnings = ["body-", "line-", "sheet-", "field-", "fields-", "text-", "time-", "moment-", "event-id-", "label-", "parameter-", "limit-", "number-", "word-", "entry-kind-"];

    private static readonly HashSet<string> Form = ["unnamed-identity", "id-reserved", "idempotency-key-missing", "drift-of-unnamed", "search-empty", "too-many-words", "too-many-parties", "from-missing", "from-after-to", "frame-unknown"];

    /// <summary>What an address can name.</summary>
    private static readonly HashSet<string> Addressable = ["incident-unknown", "claim-unknown", "statement-unknown", "request-unknown", "evidence-unknown", "publication-unknown", "entry-unknown", "party-unknown", "affiliation-unknown"];

    /// <param name="isAddressed">The address says the field at fault.</param>
    public static int Of(string code, bool isAddressed) =>
        isAddressed && Addressable.Contains(code) ? StatusCodes.Status404NotFound
        : Conflicts.Contains(code) ? StatusCodes.Status409Conflict
        : IsOfForm(code) ? StatusCodes.Status400BadRequest
        : StatusCodes.Status422UnprocessableEntity;

    /// <summary>Every status that a refusal can come with.</summary>
    public static IReadOnlyList<int> All(string code) => [.. new[] { true, false }.Select(isAddressed => Of(code, isAddressed)).Distinct()];

    private static bool IsOfForm(string code) =>
        Form.Contains(code) || code.EndsWith("-malformed", StringComparison.Ordinal) || FormBeginnings.Any(beginning => code.StartsWith(beginning, StringComparison.Ordinal));
}
