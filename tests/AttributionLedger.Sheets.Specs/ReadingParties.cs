using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Sheets.Outcomes;
using Shouldly;
using Xunit;
using static AttributionLedger.Sheets.Specs.Given;

namespace AttributionLedger.Sheets.Specs;

public class ReadingParties
{
    private static readonly DateTimeOffset Noted = new(2024, 4, 21, 18, 50, 0, TimeSpan.Zero);

    [Fact]
    public void a_sheet_line_is_its_heading() =>
        Entry("""{"entry":"sheet","title":"Invented: a fire","invented":true}""").ShouldBe(new SheetEntry.Heading(7, "Invented: a fire", true));

    [Fact]
    public void a_party_line_registers_a_party() =>
        Entry("""{"entry":"party","id":"iri","name":"Islamic Resistance","kind":"armed-group","aliases":["المقاومة"],"noted":"2024-04-21T21:50+03:00"}""")
            .ShouldBe(new SheetEntry.OfParty(7, PartyId.Of("iri"), new RegisterParty(PartyKind.ArmedGroup, "Islamic Resistance", false, ["المقاومة"]) { Noted = Noted }));

    [Fact]
    public void the_name_of_a_described_party_is_its_description() =>
        Party<RegisterParty>("""{"entry":"party","id":"outlaws","name":"outlaw elements","kind":"described"}""")
            .ShouldBe(new RegisterParty(PartyKind.Described, "outlaw elements", false, []));

    [Fact]
    public void an_unnamed_line_registers_a_source_under_a_number() =>
        Entry("""{"entry":"unnamed","label":"?2","description":"security officials","plural":true,"under":"army","noted":"2024-04-21T18:50Z"}""")
            .ShouldBe(new SheetEntry.Unnamed(7, new Label(2), new RegisterParty(PartyKind.Unnamed, "security officials", true, []) { Noted = Noted }, PartyId.Of("army")));

    [Fact]
    public void a_rename_line_renames() =>
        Party<RenameParty>("""{"entry":"rename","id":"n1","party":"p","name":"New","reason":"Sold."}""").ShouldBe(new RenameParty(EntryId.Of("n1"), "New", "Sold."));

    [Fact]
    public void an_alias_line_adds_an_alias() =>
        Party<AddAlias>("""{"entry":"alias","id":"n1","party":"p","alias":"پارس"}""").ShouldBe(new AddAlias(EntryId.Of("n1"), "پارس"));

    [Fact]
    public void an_affiliation_line_says_for_whom_a_party_speaks()
    {
        var command = Party<RecordAffiliation>("""{"entry":"affiliation","id":"a1","party":"p","speaksFor":"q","counts":false,"from":"2019","until":{"edtf":"2020","zone":"Asia/Baghdad"}}""");
        (command.Id, command.Link, command.To, command.Counts).ShouldBe((AffiliationId.Of("a1"), Link.SpeaksFor, PartyId.Of("q"), false));
        command.From!.Zone.ShouldBe("Etc/UTC");
        command.Until!.Zone.ShouldBe(Baghdad);
    }

    [Fact]
    public void an_affiliation_counts_unless_it_says_otherwise() =>
        Party<RecordAffiliation>("""{"entry":"affiliation","id":"a1","party":"p","partOf":"q"}""")
            .ShouldBe(new RecordAffiliation(AffiliationId.Of("a1"), Link.PartOf, PartyId.Of("q"), true, null, null));

    [Fact]
    public void an_affiliation_ends_and_is_struck()
    {
        var ended = Party<EndAffiliation>("""{"entry":"affiliation-ended","id":"e1","party":"p","affiliation":"a1","until":"2020-05","reason":"Left."}""");
        (ended.Id, ended.Affiliation, ended.Until.Edtf, ended.Reason).ShouldBe((EntryId.Of("e1"), AffiliationId.Of("a1"), "2020-05", "Left."));
        Party<StrikeAffiliation>("""{"entry":"strike-affiliation","id":"e2","party":"p","affiliation":"a1","reason":"Mistaken."}""")
            .ShouldBe(new StrikeAffiliation(EntryId.Of("e2"), AffiliationId.Of("a1"), "Mistaken."));
    }

    [Fact]
    public void a_grade_line_grades() =>
        Party<GradeParty>("""{"entry":"grade","id":"g","party":"p","grade":"B","reason":"Mostly right."}""").ShouldBe(new GradeParty(EntryId.Of("g"), 'B', "Mostly right."));

    [Fact]
    public void a_party_is_merged_and_split()
    {
        Party<MergeParty>("""{"entry":"merge-party","id":"m","party":"p","into":"q","reason":"Same."}""").ShouldBe(new MergeParty(EntryId.Of("m"), PartyId.Of("q"), "Same."));
        Party<SplitParty>("""{"entry":"split-party","id":"m","party":"p","from":"q","reason":"Not."}""").ShouldBe(new SplitParty(EntryId.Of("m"), PartyId.Of("q"), "Not."));
    }
}
