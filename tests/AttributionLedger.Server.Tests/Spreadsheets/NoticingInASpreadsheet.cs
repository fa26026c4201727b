using AttributionLedger.Server.Tests.Support;
using static AttributionLedger.Server.Tests.Spreadsheets.Looking;

namespace AttributionLedger.Server.Tests.Spreadsheets;

public class NoticingInASpreadsheet(SharedPostgres postgres)
{
    private static readonly byte[] File = Bytes(
    [
        "incident,headline,zone,statement,by,by id,by kind,said,stance,words,form,terms",
        "quay,Invented: the quay,Etc/UTC,s1,Fire Brigade,brigade,organisation,2023-03-05,comments,The tanks are burning at the quay.,verbatim,on-the-record",
        "quay,,,s2,Fire Brigade,,,2023-03-05,comments,“The tanks are burning at the quay!”,verbatim,on-the-record",
        "quay,,,s3,Fire Brigade,,,2023-03-06,comments,Nobody is hurt.,verbatim,on-the-record"
    ]);

    [Fact]
    public async Task tells_by_rows_what_may_be_one_and_takes_all_of_it_in()
    {
        await using var ledger = await postgres.EmptyAsync();
        var report = await ledger.TakeInAsync(File);
        report.IsRefused.ShouldBeFalse();
        var note = report.Notes.Where(note => note.Code == "same-words").ShouldHaveSingleItem();
        note.Row.ShouldBe(3);
        note.Message.ShouldContain("row 2");
        note.Message.ShouldContain("\"entry\":\"link-statement\"");
        (await ledger.Database.AskAsync<long>("select count(*) from ledger.mt_events where type = 'statement_logged'")).ShouldBe(3);
    }

    [Fact]
    public async Task tells_of_a_row_without_an_id_of_which_a_word_was_mended()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Line.Scene);
        byte[] Row(string words, string evidence) => Bytes("incident,by,said,stance,words,form,evidence", $"quay,brigade,2023-03-05,comments,{words},verbatim,{evidence}");
        await ledger.TakeInAsync(Row("The tanks ar burning at the quay since dawn.", ""));
        (await ledger.TakeInAsync(Row("The tanks are burning at the quay since dawn.", ""))).Notes.ShouldHaveSingleItem().Code.ShouldBe("same-story");
        (await ledger.TakeInAsync(Row("The tanks are burning at the quay since dawn.", "https://example.org/quay"))).Notes.Select(note => note.Code).ShouldContain("same-words");
    }
}
