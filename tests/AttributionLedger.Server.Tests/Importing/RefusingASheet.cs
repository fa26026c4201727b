using System.Text;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Importing;

/// <summary>One wrong line, and nothing of the sheet is applied; the error says where it is and what it is.</summary>
public class RefusingASheet(SharedPostgres postgres)
{
    private static readonly string[] Sound = [.. Line.Scene, Line.Says("s1", "brigade")];

    public static TheoryData<string, string, string?, string[]> WrongLines => new()
    {
        { "an unknown party", "party-unknown", "by", [Line.Says("s2", "nobody")] },
        { "an unknown claim", "claim-unknown", "stances[0].claim", [Line.Says("s2", "brigade", claim: "k9")] },
        { "an unknown statement", "statement-unknown", "statement", [Line.Of(new { entry = "retraction", incident = Line.Incident, statement = "s9", said = "2023-03-06", reason = "Too soon." })] },
        { "an unknown incident", "incident-unknown", "incident", [Line.Says("s2", "brigade", incident: "elsewhere")] },
        { "a stance that does not fit the kind of its claim", "stance-does-not-fit", "stances[0].stance", [Line.Says("s2", "brigade", "accuses")] },
        { "a statement said after it was known", "said-after-known", "said", [Line.Says("s2", "brigade", said: "2190-01-01")] },
        { "an id that holds other content", "id-taken", "id", [Line.Says("s1", "brigade", text: "Other words.")] },
        { "a party with the id of another", "id-taken", "id", [Line.Party("brigade", name: "Another brigade")] },
        { "a circle of affiliations", "affiliation-cycle", "speaksFor", [Speaks("brigade", "harbour"), Speaks("harbour", "brigade")] },
        { "two counting parents at once", "two-counting-parents", "counts", [Speaks("brigade", "harbour"), Speaks("brigade", "korvad")] },
        { "a day that no calendar has", "time-impossible", "said", [Line.Says("s2", "brigade", said: "2023-02-30")] },
        { "a time without its offset", "time-without-offset", "said", [Line.Says("s2", "brigade", said: "2023-03-05T10:00")] },
        { "a quote of two megabytes", "line-too-long", null, [Line.Says("s2", "brigade", text: new string('q', 2_000_000))] },
        { "a quote that is too long for a statement", "text-too-long", "words.text", [Line.Says("s2", "brigade", text: new string('q', 60_000))] },
        { "the character U+0000", "text-null-character", "words.text", [Line.Says("s2", "brigade", text: "a\0b")] },
        { "half of a character", "text-lone-surrogate", "words.text", [Line.Says("s2", "brigade", text: "HALF").Replace("HALF", "\\ud800", StringComparison.Ordinal)] },
        { "a name that runs backwards", "text-bidi-control", "name", [Line.Party("sly", name: "a\u202Eb")] },
        { "a line cut in the middle", "line-not-json", null, [Line.Says("s2", "brigade")[..40]] },
        { "a field that the ledger does not know", "field-unknown", "sayd", [Line.Of(new { entry = "close", incident = Line.Incident, reason = "Over.", sayd = "now" })] },
        { "an unnamed source that says nothing", "label-silent", "label", [Line.Unnamed("?1")] },
        { "a label with letters", "label-malformed", "by", [Line.Says("s2", "?smith")] }
    };

    [Theory, MemberData(nameof(WrongLines))]
    public async Task names_line_field_and_code_and_writes_nothing(string what, string code, string? field, string[] wrong)
    {
        await using var ledger = await postgres.EmptyAsync();
        var before = await ledger.Database.TextAsync();
        var report = await ledger.ImportAsync([.. Sound, .. wrong]);
        report.Errors.Select(error => (error.Line, error.Field, error.Code)).ShouldBe([(Sound.Length + wrong.Length, field, code)], what);
        report.Errors[0].Message.ShouldNotBeNullOrWhiteSpace();
        report.New.ShouldBe(0);
        (await ledger.Database.EventsAsync()).ShouldBe(0);
        (await ledger.Database.TextAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task names_bytes_that_are_not_utf8()
    {
        await using var ledger = await postgres.EmptyAsync();
        var report = await ledger.ImportAsync([.. Encoding.UTF8.GetBytes(string.Join('\n', Sound) + "\n"), .. Encoding.Latin1.GetBytes(Line.Says("s2", "brigade", text: "caf") .Replace("caf", "caf\u00e9", StringComparison.Ordinal))]);
        report.Errors.Select(error => (error.Line, error.Code)).ShouldBe([(Sound.Length + 1, "line-not-utf8")]);
        (await ledger.Database.EventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task names_a_file_in_another_encoding()
    {
        await using var ledger = await postgres.EmptyAsync();
        var report = await ledger.ImportAsync([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(string.Join('\n', Sound))]);
        report.Errors.Select(error => error.Code).ShouldBe(["sheet-is-utf16"]);
        (await ledger.Database.EventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task lists_every_wrong_line_in_the_order_of_the_sheet()
    {
        await using var ledger = await postgres.EmptyAsync();
        var report = await ledger.ImportAsync([Line.Says("s0", "nobody"), .. Sound, Line.Party("sly", name: ""), "{", Line.Says("s2", "brigade", claim: "k9")]);
        report.Errors.Select(error => (error.Line, error.Code)).ShouldBe([(1, "party-unknown"), (Sound.Length + 2, "text-empty"), (Sound.Length + 3, "line-not-json"), (Sound.Length + 4, "claim-unknown")]);
        (await ledger.Database.EventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task of_what_is_on_record_changes_nothing()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sound);
        var before = await ledger.Database.TextAsync();
        (await ledger.ImportAsync([.. Sound, Line.Says("s2", "brigade"), Line.Says("s1", "harbour")])).IsRefused.ShouldBeTrue();
        (await ledger.Database.TextAsync()).ShouldBe(before);
    }

    private static string Speaks(string party, string speaksFor) => Line.Of(new { entry = "affiliation", party, speaksFor });
}
