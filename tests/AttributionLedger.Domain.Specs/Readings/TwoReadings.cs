using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;

namespace AttributionLedger.Domain.Specs.Readings;

/// <summary>The publishable reading: the same rules over a subset, which it never hints at.</summary>
public class TwoReadings
{
    private const string Accused = "accused by 1, not recorded whether asked", NotAccused = "not accused, not recorded whether asked";

    [Fact] public void leave_out_deep_background_in_public() =>
        Given(Framed(Red), Watchdog.Accuses(Red).Under(GroundRule.DeepBackground)).ThenReads(Red, Accused).ForPublication().ThenReads(Red, NotAccused);

    [Fact] public void hold_what_is_off_the_record_in_neither() =>
        Given(Framed(Red), Watchdog.Accuses(Red).OffTheRecord().As("s1")).ThenReads(Red, NotAccused).ForPublication().ThenReads(Red, NotAccused);

    [Fact] public void leave_out_an_unnamed_source_whose_terms_are_not_stated_in_public() =>
        Given(Framed(Red), Official.Accuses(Red).Under(GroundRule.NotStated)).ThenReads(Red, Accused).ForPublication().ThenReads(Red, NotAccused);

    [Theory]
    [InlineData(GroundRule.OnTheRecord), InlineData(GroundRule.AsPublished), InlineData(GroundRule.NotStated)]
    public void publish_a_named_source(GroundRule rule) => Given(Watchdog.Accuses(Red).Under(rule)).ForPublication().ThenReads(Red, Accused);

    [Theory]
    [InlineData(GroundRule.Background), InlineData(GroundRule.AsPublished)]
    public void publish_an_unnamed_source_under_its_description(GroundRule rule) => Given(Official.Accuses(Red).Under(rule)).ForPublication().ThenReads(Red, Accused);

    [Fact] public void do_not_name_in_public_who_spoke_on_background() =>
        Given(Framed(Red), Watchdog.Accuses(Red).OnBackground()).ThenReads(Red, Accused).ThenWarns("accused-not-asked", "background-by-name").ForPublication().ThenReads(Red, NotAccused);

    [Fact] public void leave_out_what_is_under_embargo_in_public_until_it_has_passed() =>
        Given(Framed(Red), Watchdog.Accuses(Red).EmbargoedUntil("13:00")).ThenReads(Red, Accused)
            .ForPublication().ThenReads(Red, NotAccused).KnownAt("12:59").ThenReads(Red, NotAccused).KnownAt("13:00").ThenReads(Red, Accused);

    [Fact] public void show_behind_an_embargo_what_stood_before() =>
        Given(Watchdog.Denies(Red), Watchdog.Accuses(Red).EmbargoedUntil("13:00")).ForPublication().ThenClaim(Red, "1 deny").KnownAt("13:00").ThenClaim(Red, "1 support");

    [Fact] public void show_what_stood_before_of_the_same_kind_behind_an_embargo() =>
        Given(Watchdog.Accuses(Red), Watchdog.Accuses(Red).EmbargoedUntil("13:00"), Mayor.Comments().KnownAt("13:05")).KnownAt("12:30").ForPublication().ThenReads(Red, Accused);

    [Fact] public void omit_in_public_at_every_known_time_what_consent_was_withdrawn_for() =>
        Given(Framed(Red), Official.Accuses(Red).OnBackground().As("s1").KnownAt("12:10"), ConsentWithdrawn("s1").KnownAt("12:20"))
            .ForPublication().ThenReads(Red, NotAccused).KnownAt("12:15").ThenReads(Red, NotAccused)
            .ForTheDesk().ThenReads(Red, Accused);

    [Fact] public void publish_again_what_consent_was_said_to_be_withdrawn_for_in_error() =>
        Given(Official.Accuses(Red).OnBackground().As("s1"), ConsentWithdrawn("s1").As("w1"), Struck("w1")).ForPublication().ThenReads(Red, Accused);

    [Fact] public void go_by_the_terms_as_they_were_renegotiated() =>
        Given(Framed(Red), Watchdog.Accuses(Red).As("s1").OffTheRecord(), Renegotiated("s1", GroundRule.OnTheRecord)).ForPublication().ThenReads(Red, Accused);

    [Fact] public void go_by_the_terms_of_the_time_that_is_asked_about() =>
        Given(Framed(Red), Watchdog.Accuses(Red).As("s1").OffTheRecord().KnownAt("12:10"), Renegotiated("s1", GroundRule.OnTheRecord).KnownAt("12:20"))
            .KnownAt("12:15").ThenReads(Red, NotAccused).ForPublication().ThenReads(Red, NotAccused);

    [Fact] public void hold_in_neither_what_went_off_the_record() =>
        Given(Watchdog.Accuses(Red).As("s1"), Renegotiated("s1", GroundRule.OffTheRecord)).ThenReads(Red, NotAccused).ForPublication().ThenReads(Red, NotAccused);

    [Theory]
    [InlineData(GroundRule.DeepBackground), InlineData(GroundRule.OffTheRecord), InlineData(GroundRule.Background)]
    public void show_in_public_what_stood_before_a_statement_that_they_leave_out(GroundRule rule) =>
        Given(Watchdog.Accuses(Red), Watchdog.Accuses(Red).Under(rule)).ForPublication().ThenReads(Red, Accused);

    [Fact] public void show_in_public_what_an_unnamed_source_said_before_on_agreed_terms() =>
        Given(Official.Accuses(Red).OnBackground(), Official.Accuses(Red).Under(GroundRule.NotStated)).ForPublication().ThenReads(Red, Accused);

    [Fact] public void keep_a_silence_in_public_that_a_later_one_on_background_repeats() =>
        Given(Framed(Red), Red.DeclinesToComment(), Red.DeclinesToComment().OnBackground()).ForPublication().ThenReads(Red, "not accused, declined to comment");

    [Fact] public void warn_nobody_in_public() =>
        Given(Watchdog.Accuses(Red), Watchdog.Denies(Blue, null)).ThenWarns("accused-not-asked", "denial-without-scope").ForPublication().ThenWarns();

    [Fact] public void do_not_show_in_public_a_figure_that_is_left_out() =>
        Given(Hospital.Asserts(Dead).Giving(new Figure("killed", 3, 3)), Hospital.Asserts(Dead).Giving(new Figure("killed", 5, 5)).EmbargoedUntil("13:00"))
            .ForPublication().Then(reading => reading.Claims.Single().Figures.Single().Figure.Least.ShouldBe(3));

    [Fact] public void do_not_know_a_claim_in_public_by_the_notebook_because_of_what_they_leave_out() =>
        Given(Watchdog.Asserts(Blast).NotedAt("10:30"), Watchdog.Accuses(Red).OffTheRecord().NotedAt("11:00"))
            .NotedClock().KnownAt("11:30").ForPublication().Then(reading => reading.Claims.Select(c => c.Claim.Id).ShouldNotContain(((Proposition)Red).Key));

    [Fact] public void do_not_know_an_incident_in_public_by_the_notebook_because_of_what_they_leave_out() =>
        Given(Watchdog.Asserts(Blast).OffTheRecord().NotedAt("11:00")).NotedClock().KnownAt("11:30").ForPublication().ThenIsUnknown();

    [Fact] public void count_in_public_an_unnamed_source_under_whom_it_speaks_and_never_name_that() =>
        Given(Official.IsPartOf(Ministry), Official.Accuses(Red).OnBackground(), Ministry.Accuses(Blue))
            .ForPublication().ThenReads(Red, Accused)
            .Then(reading => reading.Standings.Single(s => s.Actor == Red.Key).AccusedBy.Single().Root.ShouldBeNull());

    [Fact] public void do_not_hint_in_public_at_a_source_by_a_note_that_it_is_independent() =>
        Given(Watchdog.Asserts(Blast), Official.Asserts(Blast).Under(GroundRule.NotStated), Independent(Blast, Watchdog, Official))
            .ForPublication().Then(reading => reading.Claims.Single().Independence.ShouldBeEmpty());

    [Fact] public void do_not_tell_in_public_when_consent_or_an_embargo_bore_on_what_they_show() =>
        Given(Watchdog.Accuses(Red).EmbargoedUntil("12:30")).ForPublication().KnownAt("12:40")
            .Then(reading => reading.Standings.Single().AccusedBy.Single().Stance.Publishability.ShouldBe(new Publishability(true, null)));
}
