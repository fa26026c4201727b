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

/// <summary>Where rules meet: what one of them must not do to another.</summary>
public class RulesThatMeet
{
    private const string Accused = "accused by 1, not recorded whether asked", NotAccused = "not accused, not recorded whether asked";

    [Fact] public void a_late_denial_of_one_of_two_accused_leaves_the_other_accused() =>
        Given(Watchdog.Accuses(Red).AndAccuses(Blue), Red.DeniesIt()).ThenReads(Red, "accused by 1, denies any involvement").ThenReads(Blue, Accused).ThenStatus("accused by 1: blue, red");

    [Fact] public void an_affiliation_that_ended_before_makes_two_rivals() =>
        Given(Army.IsPartOf(Northland).Until("2030"), Watchdog.Accuses(Army), Mayor.Accuses(Northland)).ThenStatus("rival accusations: army, northland");

    [Fact] public void who_left_its_parent_later_is_no_rival_for_what_was_said_before() =>
        Given(Army.IsPartOf(Northland).As("a1"), Watchdog.Accuses(Army).SaidAt("11:00"), Mayor.Accuses(Northland).SaidAt("11:00"), Army.LeavesBy("a1", "11:30"))
            .ThenStatus("accused by 1: army, northland");

    [Fact] public void a_voice_that_accuses_its_own_principal_acknowledges_for_it() =>
        Given(Ministry.SpeaksFor(Northland), Ministry.Accuses(Northland)).ThenReads(Northland, "acknowledged");

    [Fact] public void who_claims_jointly_with_the_actor_accuses_nobody() =>
        Given(Jointly(Red, Watchdog).Asserts(Red)).ThenReads(Red, "claimed");

    [Fact] public void an_embargoed_denial_does_not_answer_in_public_yet() =>
        Given(Watchdog.Accuses(Red), Red.DeniesIt().EmbargoedUntil("13:00")).ForPublication().ThenReads(Red, Accused).ThenStatus("accused by 1: red")
            .KnownAt("13:00").ThenStatus("contested: red");

    [Fact] public void a_withdrawn_consent_takes_its_source_out_of_a_count() =>
        Given(Watchdog.Accuses(Red), Official.Accuses(Red).OnBackground().As("s2"), ConsentWithdrawn("s2")).ThenReads(Red, "accused by 2, not recorded whether asked")
            .ForPublication().ThenReads(Red, Accused);

    [Fact] public void a_retraction_of_what_may_not_be_published_is_not_published() =>
        Given(Watchdog.Accuses(Red).As("s1").Under(GroundRule.DeepBackground), Retracted("s1")).ForPublication().ThenReads(Red, NotAccused).ThenStatus("unattributed");

    [Fact] public void the_settling_of_a_voice_by_what_may_not_be_published_does_not_settle_it_in_public() =>
        Given(Ministry.SpeaksFor(Northland), Ministry.Denies(Northland), Northland.AcknowledgesIt(), Northland.AcknowledgesIt().Under(GroundRule.DeepBackground).As("s3"), Settled("s3"))
            .ThenReads(Northland, "acknowledged").ForPublication().ThenReads(Northland, "acknowledged, divided voice");

    [Fact] public void a_relay_of_what_was_struck_is_stated_by_the_outlet_alone() =>
        Given(Watchdog.Accuses(Red).As("s1"), Gazette.Accuses(Red).Relaying("s1"), Struck("s1")).ThenReads(Red, "not accused, not recorded whether asked")
            .Then(reading => reading.Standings.Single().StatedAsFactBy.ShouldBe([Gazette.Key]));

    [Fact] public void a_silence_of_a_spokeswoman_is_beside_the_denial_of_her_ministry() =>
        Given(Ministry.SpeaksFor(Northland), Spokeswoman.SpeaksFor(Ministry), Ministry.Denies(Northland), Spokeswoman.DeclinesToComment(Northland)).ThenReads(Northland, "not accused, denies any involvement");

    [Fact] public void a_denial_of_one_act_does_not_answer_for_another() =>
        Given(Watchdog.Accuses(Red).AndAccuses(SecondBlastBy(Red)), Red.Denies(SecondBlastBy(Red))).ThenReads(Red, Accused).ThenReads(Red, "accused by 1, denies any involvement", SecondBlast);

    [Fact] public void a_report_that_an_outlet_repeats_does_not_displace_what_it_states_itself() =>
        Given(Gazette.Asserts(Red), Gazette.Denies(Red).Via(Watchdog)).ThenStatus("unattributed, stated as fact by gazette");

    [Fact] public void a_retracted_report_of_another_does_not_take_back_what_the_reporter_says_itself() =>
        Given(Director.Comments().As("s1"), Mayor.Accuses(Red), Mayor.Accuses(Red).Relaying("s1").As("s3"), Retracted("s3"))
            .Then(reading => reading.Standings.Single().AccusedBy.SelectMany(source => source.Roots).ShouldContain(Mayor.Key));
}
