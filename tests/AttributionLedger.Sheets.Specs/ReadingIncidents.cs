using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Sheets.Specs.Given;

namespace AttributionLedger.Sheets.Specs;

public class ReadingIncidents
{
    private static readonly EntryId E1 = EntryId.Of("e1");

    [Fact]
    public void an_incident_line_opens_an_incident_and_reads_its_times_in_its_own_zone()
    {
        var entry = Entry("""{"entry":"incident","id":"i","headline":"Rockets","zone":"Asia/Damascus","occurred":"2024-04-21","place":"Kharab","summary":"S.","invented":true}""")
            .ShouldBeOfType<SheetEntry.OfIncident>();
        entry.Incident.ShouldBe(IncidentId.Of("i"));
        var command = entry.Command.ShouldBeOfType<OpenIncident>();
        (command.Headline, command.Zone, command.Place, command.Summary, command.Invented).ShouldBe(("Rockets", "Asia/Damascus", "Kharab", "S.", true));
        command.Occurred!.Zone.ShouldBe("Asia/Damascus");
    }

    [Fact]
    public void a_revise_line_revises() =>
        Incident<ReviseIncident>("""{"entry":"revise","id":"e1","incident":"i","headline":"H","place":"P","summary":"S","reason":"R"}""")
            .ShouldBe(new ReviseIncident(E1, "H", null, "P", "S", "R"));

    [Fact]
    public void a_claim_line_frames_a_claim() =>
        Incident<FrameClaim>("""{"entry":"claim","id":"k2","incident":"i","kind":"responsibility","text":"They did.","actor":"p","act":"k1","refines":"k0","raisedBy":"q"}""").Claim
            .ShouldBe(new Claim(ClaimId.Of("k2"), ClaimKind.Responsibility, "They did.", PartyId.Of("p"), ClaimId.Of("k1"), ClaimId.Of("k0"), RaisedBy.Party, PartyId.Of("q")));

    [Theory]
    [InlineData("", RaisedBy.Desk, null)]
    [InlineData(""","raisedBy":"desk" """, RaisedBy.Desk, null)]
    [InlineData(""","raisedBy":"question" """, RaisedBy.Question, null)]
    [InlineData(""","raisedBy":"unnamed-reports" """, RaisedBy.UnnamedReports, null)]
    [InlineData(""","raisedBy":"?3" """, RaisedBy.Party, "unnamed-3")]
    public void a_claim_is_raised_by_the_desk_unless_it_says_otherwise(string raisedBy, RaisedBy raised, string? party)
    {
        var claim = Incident<FrameClaim>($$"""{"entry":"claim","id":"k","incident":"i","kind":"other","text":"T."{{raisedBy}}}""").Claim;
        (claim.Raised, claim.RaisedByParty?.Value).ShouldBe((raised, party));
    }

    [Fact]
    public void figures_are_values_ranges_or_lower_bounds() =>
        Incident<FrameClaim>("""{"entry":"claim","id":"k","incident":"i","kind":"casualties","text":"T.","figures":[{"category":"killed","value":3,"asOf":"2024-04-21"},{"category":"injured","least":8,"most":10},{"category":"missing","least":1}]}""").Claim.Figures
            .ShouldBe([new Figure("killed", 3, 3, "2024-04-21"), new Figure("injured", 8, 10), new Figure("missing", 1, null)]);

    [Fact]
    public void a_reword_line_rewords() =>
        Incident<RewordClaim>("""{"entry":"reword","id":"e1","incident":"i","claim":"k","text":"T","reason":"R"}""").ShouldBe(new RewordClaim(E1, ClaimId.Of("k"), "T", "R"));

    [Fact]
    public void a_publication_line_registers_a_story()
    {
        var command = Incident<RegisterPublication>("""{"entry":"publication","id":"e1","incident":"i","headline":"H","url":"https://example.org/h","published":"2024-04-22T14:05+03:00","restsOn":["s1","s2"],"clock":"noted"}""");
        (command.Id, command.Headline, command.Url, command.RestsOn, command.Clock).ShouldBe((E1, "H", "https://example.org/h", [EntryId.Of("s1"), EntryId.Of("s2")], Clock.Noted));
        (command.Published.Edtf, command.Published.Latest).ShouldBe(("2024-04-22T14:05+03:00", new DateTimeOffset(2024, 4, 22, 11, 5, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void a_story_rests_on_the_reading_by_the_recorded_clock_unless_the_line_says_otherwise()
    {
        var command = Incident<RegisterPublication>("""{"entry":"publication","incident":"i","url":"https://example.org/h","published":"2024-04-22T11:05Z"}""");
        (command.Headline, command.RestsOn, command.Clock).ShouldBe((null, null, Clock.Recorded));
        command.Id.Value.ShouldStartWith("publication-");
    }

    [Fact]
    public void an_attention_settled_line_settles() =>
        Incident<SettleAttention>("""{"entry":"attention-settled","id":"e1","incident":"i","publication":"p","note":"N"}""").ShouldBe(new SettleAttention(E1, EntryId.Of("p"), "N"));

    [Fact]
    public void an_attention_settled_line_says_up_to_when_its_editor_had_looked() =>
        Incident<SettleAttention>("""{"entry":"attention-settled","id":"e1","incident":"i","publication":"p","note":"N","seen":"2024-04-22T14:05+03:00"}""").Seen.ShouldBe(new DateTimeOffset(2024, 4, 22, 11, 5, 0, TimeSpan.Zero));

    [Fact]
    public void an_independence_line_names_parties_and_labels() =>
        Incident<RecordIndependence>("""{"entry":"independence","id":"e1","incident":"i","claim":"k","parties":["p","?1"],"reason":"R"}""")
            .ShouldBe(new RecordIndependence(E1, ClaimId.Of("k"), [PartyId.Of("p"), PartyId.Of("unnamed-1")], "R"));

    [Theory]
    [InlineData("same-as", IncidentLink.SameAs)]
    [InlineData("part-of", IncidentLink.PartOf)]
    [InlineData("follows", IncidentLink.Follows)]
    public void a_link_line_links(string word, IncidentLink link) =>
        Incident<LinkIncident>($$"""{"entry":"link","id":"e1","incident":"i","other":"j","link":"{{word}}"}""").ShouldBe(new LinkIncident(E1, IncidentId.Of("j"), link, null));

    [Fact]
    public void an_incident_is_merged_split_closed_and_reopened()
    {
        Incident<MergeIncident>("""{"entry":"merge","id":"e1","incident":"i","into":"j","reason":"R"}""").ShouldBe(new MergeIncident(E1, IncidentId.Of("j"), "R"));
        Incident<SplitIncident>("""{"entry":"split","id":"e1","incident":"i","from":"j","reason":"R"}""").ShouldBe(new SplitIncident(E1, IncidentId.Of("j"), "R"));
        Incident<CloseIncident>("""{"entry":"close","id":"e1","incident":"i","reason":"R"}""").ShouldBe(new CloseIncident(E1, "R"));
        Incident<ReopenIncident>("""{"entry":"reopen","id":"e1","incident":"i","reason":"R"}""").ShouldBe(new ReopenIncident(E1, "R"));
    }
}
