using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Sheets.Outcomes;
using Shouldly;
using Xunit;

namespace AttributionLedger.Sheets.Specs;

public class PeekingAtALine
{
    private static SheetPeek Peek(string line) => SheetLine.Peek(Encoding.UTF8.GetBytes(line));

    [Fact]
    public void tells_the_entry_its_incident_its_id_and_the_labels_that_it_uses() =>
        Peek("""{"stances":[{"claim":"?8"}],"by":["?2","p","?1","?2"],"issuance":{"state":"?7","channel":"?3"},"entry":"statement","id":"s1","incident":"i"}""")
            .ShouldBe(new SheetPeek("statement", IncidentId.Of("i"), null, "s1", null, [new Label(2), new Label(1), new Label(3)]));

    [Fact]
    public void tells_which_incident_a_line_opens()
    {
        var peek = Peek("""{"entry":"incident","id":"i","zone":"UTC"}""");
        (peek.OpensIncident, peek.Incident).ShouldBe((true, IncidentId.Of("i")));
    }

    [Theory]
    [InlineData("""{"entry":"party","id":"p"}""")]
    [InlineData("""{"entry":"rename","id":"x","party":"p"}""")]
    public void tells_of_which_party_a_line_is(string line) => Peek(line).Party.ShouldBe(PartyId.Of("p"));

    [Fact]
    public void tells_the_label_that_a_line_defines() => Peek("""{"entry":"unnamed","label":"?4"}""").ShouldBe(new SheetPeek("unnamed", null, null, null, new Label(4), []));

    [Theory]
    [InlineData("raisedBy", "\"?5\"")]
    [InlineData("parties", "[\"?5\"]")]
    public void finds_labels_wherever_one_may_stand(string field, string value) => Peek($$"""{"entry":"claim","{{field}}":{{value}}}""").Uses.ShouldBe([new Label(5)]);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"entry":"statement","incident":"i""")]
    [InlineData("""{"entry":"statement","incident":"i"} x""")]
    [InlineData("""{"entry":"\ud800"}""")]
    public void tells_nothing_of_what_is_no_entry(string line) => Peek(line).ShouldBe(SheetPeek.Nothing);

    [Fact]
    public void takes_no_offence_at_other_types() => Peek("""{"entry":{"a":[1]},"incident":7,"by":{"x":"?1"},"issuance":"?2","id":null}""").ShouldBe(new SheetPeek(null, null, null, null, null, []));
}
