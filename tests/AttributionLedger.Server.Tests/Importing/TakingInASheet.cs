using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Importing;

public class TakingInASheet(SharedPostgres postgres)
{
    private const string Marker = "zyxmarker";

    [Fact]
    public async Task dryly_says_what_would_be_new_and_writes_nothing()
    {
        await using var ledger = await postgres.EmptyAsync();
        var before = await ledger.Database.TextAsync();
        var report = await ledger.ImportAsync(Samples.Article, dryRun: true);
        report.Errors.ShouldBeEmpty();
        (report.New, report.OnRecord, report.Incidents).ShouldBe((report.Entries, 0, 5));
        (await ledger.Database.TextAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task dryly_foretells_what_a_real_run_does()
    {
        await using var ledger = await postgres.EmptyAsync();
        foreach (var sheet in new[] { Samples.Article, Samples.Invented })
            (await ledger.ImportAsync(sheet, dryRun: true)).ShouldBeEquivalentTo(await ledger.TakeInAsync(sheet));
    }

    [Fact]
    public async Task finds_claims_and_openings_that_stand_after_what_is_said_of_them()
    {
        await using var ledger = await postgres.EmptyAsync();
        string[] turned = [Line.Says("s1", "brigade"), Line.Claim("k1"), Line.Opening(), Line.Party("brigade")];
        (await ledger.TakeInAsync(turned)).New.ShouldBe(4);
        (await ledger.ReadAsync(Line.Incident)).Claims.ShouldHaveSingleItem().SupportedBy.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# Only words for people.\n\n// And more of them.")]
    public async Task of_nothing_does_nothing(string sheet)
    {
        await using var ledger = await postgres.EmptyAsync();
        var report = await ledger.TakeInAsync([sheet]);
        (report.Entries, report.New, report.Incidents).ShouldBe((0, 0, 0));
        (await ledger.Database.EventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task keeps_no_label()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Unnamed("?271828"), Line.Claim("k3", raisedBy: "?271828"), Line.Says("s1", "?271828")]);
        (await ledger.Database.TextAsync()).ShouldNotContain("271828");
    }

    public static TheoryData<string, string> Identities => new()
    {
        { "a label that is a name", Line.Says("s1", $"?{Marker}") },
        { "a source with an identity", Line.Of(new { entry = "unnamed", label = "?1", description = "an official", identity = Marker }) },
        { "a source with a name", Line.Of(new { entry = "unnamed", label = "?1", description = "an official", name = Marker }) },
        { "a source with a field that is none", Line.Of(new { entry = "unnamed", label = "?1", description = "an official", whoitis = Marker }) },
        { "a label of a source that is a name", Line.Of(new { entry = "unnamed", label = $"?{Marker}", description = "an official" }) },
        { "a source whose line was cut", $$"""{"entry": "unnamed", "label": "?1", "identity": "{{Marker}}""" },
        { "a statement of a source with an identity", Line.Of(new { entry = "statement", id = "s1", incident = Line.Incident, by = "?1", identity = Marker }) },
        { "a source with a description that is none", $$"""{"entry": "unnamed", "label": "?1", "description": ["{{Marker}}"]}""" }
    };

    [Theory, MemberData(nameof(Identities))]
    public async Task repeats_nothing_that_could_name_a_source(string what, string line)
    {
        await using var ledger = await postgres.EmptyAsync();
        var report = await ledger.ImportAsync([.. Line.Scene, line]);
        report.Errors.ShouldNotBeEmpty(what);
        report.Errors.Select(error => $"{error.Field} {error.Code} {error.Message}").ShouldAllBe(error => !error.Contains(Marker));
        (await ledger.Database.TextAsync()).ShouldNotContain(Marker);
    }

    [Fact]
    public async Task gives_the_same_times_to_the_facts_of_an_entry_and_later_ones_to_the_next()
    {
        await using var samples = await postgres.WithSamplesAsync();
        await using var session = samples.Ledger.Store.Reading();
        foreach (var incident in Samples.Incidents)
        {
            var facts = (await session.Events.FetchStreamAsync(StreamKeys.Of(IncidentId.Of(incident)))).Select(e => (Entry: ((IncidentEvent)e.Data).EntryKey(), At: e.Timestamp)).ToList();
            foreach (var (before, after) in facts.Zip(facts.Skip(1)))
                (after.At > before.At).ShouldBe(after.Entry != before.Entry, $"{incident}, {before.Entry} and {after.Entry}");
        }
    }
}
