using System.Buffers;
using System.Text;
using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Times;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace AttributionLedger.Sheets.Specs;

/// <summary>What is written reads as the entry that it was written from.</summary>
[Properties(Arbitrary = [typeof(AnyLines)], MaxTest = 3000)]
public class WritingLines
{
    [Property]
    public void what_was_read_is_read_the_same_when_it_was_written(AnyLine line)
    {
        if (Given.Reading(line.Bytes) is SheetReading.Read read) ReadsTheSame(read.Entry);
    }

    [Theory]
    [InlineData("samples/kharab-al-jir.jsonl")]
    [InlineData("samples/harbour-fire.jsonl")]
    public async Task every_line_of_a_sample_is_read_the_same_when_it_was_written(string sample)
    {
        var lines = await Given.LinesOf(sample);
        foreach (var (_, text) in lines)
            foreach (var zone in new[] { "Asia/Baghdad", "Etc/UTC" }) ReadsTheSame(Given.Entry(text, zone), zone);
        lines.Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task every_kind_of_entry_is_written_as_the_schema_wants_it()
    {
        var kinds = new HashSet<string>();
        foreach (var (_, text) in await Given.LinesOf("samples/harbour-fire.jsonl"))
        {
            var written = Written(Given.Entry(text));
            LedgerSheetSchema.Accepts(written).ShouldBeTrue(written);
            kinds.Add(JsonDocument.Parse(written).RootElement.GetProperty("entry").GetString()!);
        }
        kinds.ShouldBe(LedgerSheetSchema.Kinds, ignoreOrder: true);
    }

    [Theory]
    [InlineData("a \"quotation\", a back\\slash, a / and a tab\t")]
    [InlineData("two\nlines\r\nor three\u2028or four")]
    [InlineData("نحن أشعلنا الميناء‏ \u202b")]
    [InlineData("\U0001F9FF and a\u0301, \ufffd, \u00a0, \ufeff")]
    [InlineData("<script>&amp;'+</script>")]
    [InlineData("?1")]
    [InlineData(" ")]
    [InlineData("")]
    public void odd_texts_stay_what_they_are(string text) => ReadsTheSame(new SheetEntry.OfIncident(7, IncidentId.Of("i"), new RewordClaim(EntryId.Of("r"), ClaimId.Of("k"), text, text)));

    [Theory]
    [InlineData("""{"entry": "statement", "id": "s", "incident": "i", "by": "p", "said": "2024", "stances": [], "evidence": []}""")]
    [InlineData("""{"entry": "statement", "id": "s", "incident": "i", "by": [], "said": {"edtf": "2024", "zone": "Europe/Paris"}, "stances": [{"stance": "asserts", "claim": "k", "figures": []}], "setting": {}}""")]
    [InlineData("""{"entry": "statement", "id": "s", "incident": "i", "by": ["?1", "p"], "said": {"edtf": "../2024-01-01T00:00:00.000001Z", "wording": "before"}, "stances": [], "issuance": {"state": "verified", "channel": "?2"}, "noted": "2024-01-01T00:00:00.123456+14:00"}""")]
    [InlineData("""{"entry": "correction", "incident": "i", "statement": "s", "whose": "outlet", "reason": "r", "stances": []}""")]
    [InlineData("""{"entry": "claim", "id": "k", "incident": "i", "kind": "casualties", "text": "t", "figures": [{"category": "a", "least": 3, "most": 3}, {"category": "b", "least": 0}], "raisedBy": "?4"}""")]
    [InlineData("""{"entry": "publication", "id": "p", "incident": "i", "url": "https://example.org", "published": "2024-04-22T14:05:00.1+03:00", "restsOn": []}""")]
    [InlineData("""{"entry": "publication", "id": "p", "incident": "i", "url": "https://example.org", "published": "2024-04-22T14:05Z", "clock": "noted"}""")]
    public void what_is_empty_and_what_is_not_there_stay_apart(string line) => ReadsTheSame(Given.Entry(line));

    [Fact]
    public void an_entry_without_an_id_gets_one_from_its_content()
    {
        var written = Written(new SheetEntry.OfIncident(7, IncidentId.Of("i"), new CloseIncident(default, "Done.")));
        written.ShouldBe("""{"entry":"close","incident":"i","reason":"Done."}""");
        Given.Incident<CloseIncident>(written).Id.Value.ShouldStartWith("close-");
    }

    private static void ReadsTheSame(SheetEntry entry, string zone = Given.Baghdad)
    {
        var written = Written(entry, zone);
        Given.Entry(written, zone).ShouldBe(entry);
        Written(Given.Entry(written, zone), zone).ShouldBe(written);
    }

    private static string Written(SheetEntry entry, string zone = Given.Baghdad)
    {
        var line = new ArrayBufferWriter<byte>();
        SheetWriter.Write(line, entry, LabelOf, zone);
        line.WrittenSpan[^1].ShouldBe((byte)'\n');
        line.WrittenSpan.Count((byte)'\n').ShouldBe(1);
        return Encoding.UTF8.GetString(line.WrittenSpan[..^1]);
    }

    private static Label? LabelOf(PartyId party) => Label.TryRead(party.Value.Replace("unnamed-", "?", StringComparison.Ordinal), out var label) ? label : null;
}
