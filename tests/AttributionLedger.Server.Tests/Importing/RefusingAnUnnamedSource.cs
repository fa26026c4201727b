using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Importing;

/// <summary>An error about an unnamed source says what to do, and nothing that could tell who it is.</summary>
public class RefusingAnUnnamedSource(SharedPostgres postgres)
{
    [Fact]
    public async Task never_repeats_under_whom_it_speaks()
    {
        await using var ledger = await postgres.EmptyAsync();
        var report = await ledger.ImportAsync([.. Line.Scene, Line.Unnamed("?1", under: "the-smithers-office"), Line.Says("s1", "?1")]);
        var error = report.Errors.ShouldHaveSingleItem();
        (error.Line, error.Field, error.Code).ShouldBe((Line.Scene.Length + 1, "under", "party-unknown"));
        error.Message.ShouldNotContain("smithers");
    }

    [Fact]
    public async Task says_where_a_label_is_used_that_no_line_defines_and_says_it_once()
    {
        await using var ledger = await postgres.EmptyAsync();
        var report = await ledger.ImportAsync([.. Line.Scene, Line.Says("s1", "brigade"), Line.Says("s2", "?7")]);
        var error = report.Errors.ShouldHaveSingleItem();
        (error.Line, error.Code).ShouldBe((Line.Scene.Length + 2, "label-unknown"));
    }

    [Fact]
    public async Task never_repeats_a_strange_field_in_a_line_of_a_source()
    {
        await using var ledger = await postgres.EmptyAsync();
        var line = Line.Says("s1", "?1");
        var report = await ledger.ImportAsync([.. Line.Scene, Line.Unnamed("?1"), line[..^1] + ",\"Smithers\":true}"]);
        report.Errors.ShouldContain(error => error.Code == "field-unknown");
        foreach (var error in report.Errors) (error.Field + error.Message).ShouldNotContain("Smithers");
    }
}
