using AttributionLedger.Duplicates;
using AttributionLedger.Importing;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Duplicates;

public class NoticingInASheet(SharedPostgres postgres)
{
    private const string Denial = "We lit no fire, and we never would.", Retold = "The brigade says that it lit no fire and never would.";

    private static string Link(string statement, string other, string link) => Line.Of(new { entry = "link-statement", incident = Line.Incident, statement, other, link, reason = "Looked at." });

    [Theory, InlineData(true), InlineData(false)]
    public async Task tells_of_lines_that_may_be_one_by_their_numbers_and_takes_them_in(bool dryRun)
    {
        await using var ledger = await postgres.EmptyAsync();
        string[] sheet = [.. Line.Scene, Line.Says("s1", "brigade", "denies", text: Denial), Line.Says("s2", "harbour"), Line.Says("s3", "brigade", "denies", text: "“we lit no fire and we never would”")];
        var report = await ledger.ImportAsync(sheet, dryRun);
        report.Errors.ShouldBeEmpty();
        (report.New, report.Noticed).ShouldBe((report.Entries, 1));
        var notice = report.Notices.ShouldHaveSingleItem();
        (notice.Line, notice.OtherLine, notice.Code, notice.Statement, notice.Other, notice.RelayOf).ShouldBe((10, 8, Likeness.SameWords, "s3", "s1", null));
        (await ledger.Database.EventsAsync() > 0).ShouldBe(!dryRun);
    }

    [Fact]
    public async Task compares_with_what_is_on_record()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Party("wire", "outlet"), Line.Says("s1", "brigade", "denies", text: Denial, setting: new { via = new[] { "wire" } })]);
        var report = await ledger.TakeInAsync([Line.Says("s2", "brigade", "denies", text: Retold, setting: new { via = new[] { "post" } }), Line.Says("s3", "post", "denies", text: Denial)]);
        report.Notices.Select(notice => (notice.Line, notice.OtherLine, notice.Code, notice.Statement, notice.Other, notice.RelayOf)).ShouldBe(
            [(1, null, Likeness.SameStory, "s2", "s1", null), (2, null, Likeness.WordsOfAnother, "s3", "s1", "s1")]);
    }

    [Fact]
    public async Task names_the_line_of_what_is_on_record_and_in_the_sheet_as_well()
    {
        await using var ledger = await postgres.EmptyAsync();
        string[] sheet = [.. Line.Scene, Line.Says("s1", "brigade", text: Denial)];
        (await ledger.TakeInAsync(sheet)).Notices.ShouldBeEmpty();
        var notice = (await ledger.TakeInAsync([.. sheet, Line.Says("s2", "brigade", text: Denial)])).Notices.ShouldHaveSingleItem();
        (notice.Line, notice.OtherLine).ShouldBe((9, 8));
    }

    [Fact]
    public async Task says_it_once_for_the_same_sheet_twice_changes_nothing()
    {
        await using var ledger = await postgres.EmptyAsync();
        string[] sheet = [.. Line.Scene, Line.Says("s1", "brigade", text: Denial), Line.Says("s2", "brigade", text: Denial)];
        (await ledger.TakeInAsync(sheet)).Noticed.ShouldBe(1);
        (await ledger.TakeInAsync(sheet)).Noticed.ShouldBe(0);
    }

    public static TheoryData<string, string[]> Settled => new()
    {
        { "linked in the sheet", [Line.Says("s2", "brigade", text: Denial), Link("s2", "s1", "same-as")] },
        { "found to be two in the sheet", [Line.Says("s2", "brigade", text: Denial), Link("s1", "s2", "not-same")] },
        { "a relay that says so", [Line.Says("s2", "post", text: Denial, relayOf: "s1")] },
        { "struck in the sheet", [Line.Says("s2", "brigade", text: Denial), Line.Of(new { entry = "strike", incident = Line.Incident, target = "s2", reason = "Twice." })] },
        { "off the record", [Line.Says("s2", "brigade", text: Denial, terms: "off-the-record")] },
        { "off the record since", [Line.Says("s2", "brigade", text: Denial), Line.Of(new { entry = "renegotiation", incident = Line.Incident, statement = "s2", terms = "off-the-record", reason = "Asked to." })] },
        { "of another incident", [Line.Opening("pier"), Line.Claim("k1", incident: "pier"), Line.Says("s2", "brigade", text: Denial, incident: "pier")] }
    };

    [Theory, MemberData(nameof(Settled))]
    public async Task is_silent_of_what_is(string what, string[] lines)
    {
        await using var ledger = await postgres.EmptyAsync();
        (await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade", text: Denial), .. lines])).Notices.ShouldBeEmpty(what);
    }

    [Fact]
    public async Task is_silent_of_what_went_off_the_record_before()
    {
        await using var ledger = await postgres.EmptyAsync();
        string[] sheet = [.. Line.Scene, Line.Says("s1", "brigade", text: Denial)];
        await ledger.TakeInAsync(sheet);
        await ledger.TakeInAsync([Line.Of(new { entry = "renegotiation", incident = Line.Incident, statement = "s1", terms = "off-the-record", reason = "Asked to." })]);
        (await ledger.TakeInAsync([.. sheet, Line.Says("s2", "brigade", text: Denial)])).Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task tells_of_a_source_only_by_the_ids_of_its_entries()
    {
        await using var ledger = await postgres.EmptyAsync();
        string[] sheet = [.. Line.Scene, Line.Unnamed("?1", "a port official"), Line.Says("s1", "?1", text: "It was arson.", terms: "background"), Line.Says("s2", "?1", text: "it was arson", terms: "background")];
        var notice = (await ledger.TakeInAsync(sheet)).Notices.ShouldHaveSingleItem();
        (notice.Statement, notice.Other).ShouldBe(("s2", "s1"));
        foreach (var told in new[] { notice.Why }.Concat(notice.Offers.Select(offer => offer.Line)))
        {
            told.ShouldNotContain("arson");
            told.ShouldNotContain("official");
            told.ShouldNotContain("unnamed");
        }
    }

    [Fact]
    public async Task offers_lines_that_the_ledger_takes()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        var report = await ledger.TakeInAsync([Line.Says("s1", "brigade", text: Denial), Line.Says("s2", "brigade", text: Denial), Line.Says("s3", "post", text: Denial)]);
        report.Noticed.ShouldBe(3);
        await ledger.TakeInAsync(report.Notices.Where(notice => notice.Other == "s1").Select(notice => notice.Offers[0].Line));
        await ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task lists_so_many_and_counts_the_rest()
    {
        await using var ledger = await postgres.EmptyAsync();
        var report = await ledger.ImportAsync([.. Line.Scene, .. Enumerable.Range(0, 150).Select(i => Line.Says($"s{i}", "brigade", text: Denial))], dryRun: true);
        report.Errors.ShouldBeEmpty();
        // From the eleventh on each is like ten before it.
        (report.Noticed, report.Notices.Count).ShouldBe((45 + 140 * 10, SheetImport.NoticeLimit));
    }

    [Fact]
    public async Task says_so_on_the_command_line_and_ends_well()
    {
        await using var ledger = await postgres.EmptyAsync();
        var path = Path.GetTempFileName();
        await File.WriteAllLinesAsync(path, [.. Line.Scene, Line.Says("s1", "brigade", text: Denial), Line.Says("s2", "brigade", text: Denial)]);
        try
        {
            var json = (await ledger.RunAsync("import", path, "--dry-run", "--json")).ShouldEndWith(0).Json;
            json.GetProperty("notices")[0].GetProperty("code").GetString().ShouldBe("same-words");
            var ended = (await ledger.RunAsync("import", path)).ShouldEndWith(0);
            ended.Error.ShouldContain("line 9: s2 may be s1 of line 8");
            ended.Error.ShouldContain("[same-words]");
            ended.Output.ShouldContain("9 entries, 9 new");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
