using System.Text;
using System.Text.Json;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Spreadsheets.Templates;
using static AttributionLedger.Server.Tests.Spreadsheets.Looking;

namespace AttributionLedger.Server.Tests.Spreadsheets;

public class TakingInASpreadsheet(SharedPostgres postgres)
{
    private const string Header = "incident,statement,by,said,stance,claim id,words,form,description,terms";

    private static string[] Sound =>
    [
        Header, "quay,s1,brigade,2023-03-05,asserts,k1,It burns.,verbatim,,on the record", "quay,s1,,,denies,k2,,,,",
        "quay,,?1,5 March 2023,confirms,k1,It does.,paraphrase,a port official,background", "quay,,The harbour,2023-03-06,no comment,,,,,"
    ];

    private async Task<TestLedger> SceneAsync(params IEnumerable<string> more)
    {
        var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, .. more]);
        return ledger;
    }

    [Fact]
    public async Task looks_without_writing_anything()
    {
        await using var ledger = await SceneAsync();
        var before = await ledger.Database.TextAsync();
        var report = await ledger.LookAsync(Bytes(Sound));
        report.Errors.ShouldBeEmpty();
        (report.DryRun, report.Rows, report.New, report.OnRecord, report.Incidents).ShouldBe((true, 4, 3, 0, 1));
        (await ledger.Database.TextAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task puts_a_stance_for_each_row_on_record()
    {
        await using var ledger = await SceneAsync();
        var before = await ledger.Database.EventsAsync();
        (await ledger.TakeInAsync(Bytes(Sound))).IsRefused.ShouldBeFalse();
        // Three statements, four stances, and the source that is registered with the incident.
        (await ledger.Database.EventsAsync() - before).ShouldBe(8);
        await ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task twice_is_once_whatever_program_saved_it()
    {
        await using var ledger = await SceneAsync();
        await ledger.TakeInAsync(Bytes(Sound));
        var before = await ledger.Database.TextAsync();
        var again = await ledger.TakeInAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(string.Join('\n', Sound).Replace(',', '\t').Replace("5 March 2023", "2023-03-05"))).ToArray());
        (again.Encoding, again.New, again.OnRecord, again.Errors.Count).ShouldBe(("utf-16le", 0, 3, 0));
        (await ledger.Database.TextAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task that_grew_adds_just_the_rows_that_are_new()
    {
        await using var ledger = await SceneAsync();
        await ledger.TakeInAsync(Bytes(Sound));
        var report = await ledger.TakeInAsync(Bytes([Sound[0], "quay,,?1,2023-03-07,confirms,k1,Still.,paraphrase,a port official,background", .. Sound[1..]]));
        (report.New, report.OnRecord, report.Errors.Count).ShouldBe((1, 3, 0));
        (await ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'party_registered' and data->>'kind' = 'unnamed'")).ShouldBe(1, "the same source speaks again");
    }

    [Fact]
    public async Task that_says_otherwise_under_an_id_is_refused_by_its_row()
    {
        await using var ledger = await SceneAsync();
        await ledger.TakeInAsync(Bytes(Sound));
        (await ledger.TakeInAsync(Bytes(Sound.Select(row => row.Replace("It burns.", "It burned."))))).Told().ShouldBe(["2 B id-taken"]);
    }

    [Theory]
    [InlineData("quay,s9,brigade,2023-03-05,sings,k1,,,,", "6 E word-unknown")]
    [InlineData("quay,s9,brigade,2923-03-05,asserts,k1,,,,", "6 D said-after-known")]
    [InlineData("quay,s9,brigade,2023-03-05,asserts,k9,,,,", "6 F claim-unknown")]
    [InlineData("pier,s9,brigade,2023-03-05,comments,,,,,", "6 A incident-unknown")]
    [InlineData("quay,s9,brigade,2023-03-05,accuses,k1,,,,", "6 E stance-does-not-fit")]
    [InlineData("quay,s9,brigade,2023-03-05,asserts,,,,,", "6 F stance-does-not-fit")]
    public async Task with_one_wrong_row_is_not_taken_in_at_all(string row, string told)
    {
        await using var ledger = await SceneAsync();
        var before = await ledger.Database.EventsAsync();
        (await ledger.TakeInAsync(Bytes([.. Sound, row]))).Told().ShouldBe([told]);
        (await ledger.Database.EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task tells_all_that_is_wrong_at_once()
    {
        await using var ledger = await SceneAsync();
        (await ledger.LookAsync(Bytes([.. Sound, "quay,s7,brigade,31 April 2023,asserts,k1,,,,", "quay,s8,brigade,2923-03-05,asserts,k1,,,,", "quay,s9,nobody we know,2023-03-05,asserts,k9,,,,"])))
            .ShouldSatisfyAllConditions(report => report.Told().ShouldBe(["6 D time-impossible", "7 D said-after-known"]), report => report.Questions.ShouldHaveSingleItem().Row.ShouldBe(8));
    }

    [Fact]
    public async Task asks_who_is_meant_and_offers_those_who_may_be()
    {
        await using var ledger = await SceneAsync(Line.Party("ministry", name: "Ministère de l'Intérieur"), Line.Party("north", name: "Police"), Line.Party("south", name: "Police"));
        string Row(string by) => $"quay,,{by},2023-03-05,comments,,,,,";
        (await ledger.LookAsync(Bytes(Header, Row("MINISTERE DE L’INTERIEUR")))).IsRefused.ShouldBeFalse();
        var report = await ledger.LookAsync(Bytes(Header, Row("Police"), Row("Ministère de l'Interieur Nord"), Row("The brigad"), Row("Somebody Else")));
        report.Questions.Select(question => (question.Row, string.Join(' ', question.Candidates.Select(candidate => candidate.Id).Order()))).ShouldBe([(2, "north south"), (3, "ministry"), (4, "brigade"), (5, "")]);
        report.Mapping.GetProperty("parties").EnumerateObject().Select(party => party.Value.ValueKind).ShouldBe(Enumerable.Repeat(JsonValueKind.Null, 4));
    }

    [Fact]
    public async Task writes_nothing_until_it_is_answered_and_registers_whom_the_mapping_names()
    {
        await using var ledger = await SceneAsync();
        var file = Bytes(Header, "quay,,Odo Tresk,2023-03-05,comments,,,,,");
        var before = await ledger.Database.EventsAsync();
        (await ledger.TakeInAsync(file)).Questions.ShouldHaveSingleItem();
        (await ledger.Database.EventsAsync()).ShouldBe(before);
        const string answered = """{"parties": {"Odo Tresk": {"id": "envoy", "name": "Odo Tresk", "kind": "person"}}}""";
        (await ledger.TakeInAsync(file, answered)).New.ShouldBe(2);
        (await ledger.TakeInAsync(file, answered)).ShouldSatisfyAllConditions(again => again.New.ShouldBe(0), again => again.Errors.ShouldBeEmpty());
        (await ledger.TakeInAsync(file)).IsRefused.ShouldBeFalse("the ledger knows the name by now");
    }

    [Fact]
    public async Task never_offers_a_source_that_is_not_named()
    {
        await using var ledger = await SceneAsync(Line.Unnamed("?1", "the warden of the lighthouse"), Line.Says("s0", "?1"));
        var id = await ledger.Database.AskAsync<string>("select id from ledger.mt_doc_party where id like 'unnamed-%'");
        (await ledger.LookAsync(Bytes(Header, "quay,,the warden of the lighthouse,2023-03-05,comments,,,,,"))).Questions.ShouldHaveSingleItem().Candidates.ShouldBeEmpty();
        var report = await ledger.LookAsync(Bytes(Header, $"quay,,{id},2023-03-05,comments,,,,,"));
        report.IsRefused.ShouldBeTrue();
        JsonSerializer.Serialize(report).ShouldNotContain(id!);
    }

    [Fact]
    public async Task repeats_nothing_of_the_row_of_a_source()
    {
        await using var ledger = await SceneAsync();
        var report = await ledger.LookAsync(Bytes([
            Header + ",via,scope,evidence",
            "quay,sQUILL,?quill,QUILLday,QUILLs,QUILLclaim,QUILL words,QUILLform,QUILL description,QUILLterms,QUILL wire,QUILLscope,QUILL=1",
            "quay,tQUILL,?1,2923-03-05,asserts,k-QUILL,QUILL words,verbatim,QUILL description,background,,,at=QUILL at=QUILL",
            "quay,uQUILL,a QUILL official,03/04/2023,asserts,k1,QUILL words,verbatim,,,,,"]));
        report.Errors.Count.ShouldBeGreaterThan(6);
        JsonSerializer.Serialize(new { report.Errors, report.Questions, report.Notes, report.First, report.Mapping }).ShouldNotContain("QUILL");
    }

    [Fact]
    public async Task takes_in_the_template()
    {
        await using var ledger = await postgres.EmptyAsync();
        (await ledger.TakeInAsync(TableTemplate.Csv())).ShouldSatisfyAllConditions(report => report.IsRefused.ShouldBeFalse(), report => report.New.ShouldBe(4));
        (await ledger.TakeInAsync(TableTemplate.Csv())).New.ShouldBe(0);
        await ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task takes_a_statement_back_once()
    {
        await using var ledger = await SceneAsync();
        byte[] Rows(string status) => Bytes("incident,statement,by,said,stance,status,retracted said,retracted because", $"quay,s1,brigade,2023-03-05,comments,{status}");
        await ledger.TakeInAsync(Rows("live,,"));
        (await ledger.TakeInAsync(Rows("retracted,2023-03-09,He spoke too soon."))).New.ShouldBe(1);
        (await ledger.TakeInAsync(Rows("retracted,2023-03-09,He spoke too soon."))).ShouldSatisfyAllConditions(again => again.New.ShouldBe(0), again => again.Errors.ShouldBeEmpty());
    }
}
