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

/// <summary>How speakers become sources: by the top of the chain of counting parents.</summary>
public class CountingRoots
{
    private const string AccusedByOne = "accused by 1, not recorded whether asked", AccusedByTwo = "accused by 2, not recorded whether asked";

    [Fact] public void counts_a_party_that_repeats_itself_once() => Given(Watchdog.Accuses(Red), Watchdog.Asserts(Red)).ThenReads(Red, AccusedByOne);

    [Fact] public void counts_those_under_one_root_once() =>
        Given(Director.SpeaksFor(Watchdog), Director.Accuses(Red), Watchdog.Accuses(Red)).ThenReads(Red, AccusedByOne);

    [Fact] public void counts_parts_of_one_root_once() =>
        Given(Army.IsPartOf(Southland), Ministry.IsPartOf(Southland), Army.Accuses(Red), Ministry.Accuses(Red)).ThenReads(Red, AccusedByOne);

    [Fact] public void counts_those_whose_links_do_not_count_apart() =>
        Given(Director.SpeaksFor(Watchdog).NotCounting(), Director.Accuses(Red), Watchdog.Accuses(Red)).ThenReads(Red, AccusedByTwo);

    [Fact] public void goes_to_the_top_of_the_chain() =>
        Given(Spokeswoman.SpeaksFor(Ministry), Ministry.IsPartOf(Southland), Army.IsPartOf(Southland), Spokeswoman.Accuses(Red), Army.Accuses(Red)).ThenReads(Red, AccusedByOne);

    [Fact] public void takes_the_links_in_force_at_the_latest_possible_time_of_the_statement() =>
        Given(Director.SpeaksFor(Watchdog).Until("10:30"), Director.Accuses(Red).SaidAt("11:00"), Watchdog.Accuses(Red)).ThenReads(Red, AccusedByTwo);

    [Fact] public void takes_the_links_that_were_known_then() =>
        Given(Director.Accuses(Red).KnownAt("12:10"), Watchdog.Accuses(Red).KnownAt("12:20"), Director.SpeaksFor(Watchdog).KnownAt("12:30"))
            .KnownAt("12:25").ThenReads(Red, AccusedByTwo).KnownAt("12:30").ThenReads(Red, AccusedByOne);

    [Fact] public void counts_members_of_the_actor_who_do_not_speak_for_it_once() =>
        Given(Army.IsPartOf(Northland), Mayor.IsPartOf(Northland), Army.Accuses(Northland), Mayor.Accuses(Northland)).ThenReads(Northland, AccusedByOne);

    [Fact] public void counts_an_unnamed_source_as_a_root_of_its_own() =>
        Given(Official.Accuses(Red).OnBackground(), Watchdog.Accuses(Red)).ThenReads(Red, AccusedByTwo);

    [Fact] public void counts_an_unnamed_source_under_whom_the_desk_recorded_it() =>
        Given(Official.IsPartOf(Watchdog), Official.Accuses(Red).OnBackground(), Watchdog.Accuses(Red)).ThenReads(Red, AccusedByOne);

    [Fact] public void counts_an_unnamed_plural_as_one() => Given(Officials.Accuses(Red).OnBackground()).ThenReads(Red, AccusedByOne);

    [Fact] public void counts_joint_speakers_as_one() => Given(Jointly(Watchdog, Mayor).Accuses(Red)).ThenReads(Red, AccusedByOne);

    [Fact] public void counts_what_a_joint_speaker_adds_alone_with_the_others() =>
        Given(Jointly(Watchdog, Mayor).Accuses(Red), Director.SpeaksFor(Watchdog), Director.Accuses(Red)).ThenReads(Red, AccusedByOne);

    [Fact] public void ends_a_joint_source_for_one_who_changed_its_mind() =>
        Given(Jointly(Watchdog, Mayor).Accuses(Red), Watchdog.Denies(Red)).ThenReads(Red, AccusedByOne)
            .Then(reading => reading.Standings.Single().DisputedBy.Single().Roots.ShouldBe([Watchdog.Key]));

    [Fact] public void is_not_raised_by_a_denial_of_one_of_joint_speakers() =>
        Given(Director.SpeaksFor(Watchdog), Jointly(Watchdog, Mayor).Accuses(Red), Director.Accuses(Red)).ThenReads(Red, AccusedByOne)
            .When(Watchdog.Denies(Red).SaidAt("12:02:30")).ThenReads(Red, AccusedByOne);

    [Fact] public void does_not_count_an_outlet_in_its_own_voice() =>
        Given(Gazette.Asserts(Red), Watchdog.Accuses(Red)).ThenReads(Red, AccusedByOne).ThenStatus("accused by 1: red, stated as fact by gazette");

    [Fact] public void counts_an_outlet_that_repeats_a_report_under_the_first_of_the_chain() =>
        Given(Gazette.Accuses(Red).Via(Watchdog, Wire), Watchdog.Accuses(Red)).ThenReads(Red, AccusedByOne)
            .Then(reading => reading.Standings.Single().AccusedBy.Single().Roots.ShouldBe([Watchdog.Key]));

    [Fact] public void counts_a_relay_under_the_statement_that_it_repeats() =>
        Given(Watchdog.Accuses(Red).As("s1"), Gazette.Accuses(Red).Relaying("s1")).ThenReads(Red, AccusedByOne);

    [Fact] public void does_not_count_an_outlet_that_repeats_what_another_outlet_states() =>
        Given(Gazette.Accuses(Red).Via(Wire)).ThenReads(Red, "not accused, not recorded whether asked").ThenStatus("unattributed, stated as fact by wire");

    [Fact] public void counts_a_speaker_whom_an_outlet_carried_as_itself() =>
        Given(Watchdog.Accuses(Red).Via(Wire, Gazette), Mayor.Accuses(Red).Via(Wire, Gazette)).ThenReads(Red, AccusedByTwo);

    [Fact] public void takes_the_latest_position_of_anyone_under_the_root() =>
        Given(Director.SpeaksFor(Watchdog), Watchdog.Accuses(Red), Director.Denies(Red)).ThenReads(Red, "not accused, not recorded whether asked")
            .Then(reading => reading.Standings.Single().DisputedBy.Count.ShouldBe(1));

    [Fact] public void disputes_only_by_an_outright_denial() =>
        Given(Watchdog.Denies(Red, Scope.Order), Mayor.Denies(Red)).Then(reading => reading.Standings.Single().DisputedBy.Single().Roots.ShouldBe([Mayor.Key]));

    [Fact] public void calls_sources_independent_only_where_the_desk_recorded_why() =>
        Given(Watchdog.Asserts(Blast), Mayor.Asserts(Blast)).Then(reading => reading.Claims.Single().Independence.ShouldBeEmpty())
            .When(Independent(Blast, Watchdog, Mayor).As("i1")).Then(reading => reading.Claims.Single().Independence.Single().Reason.ShouldBe("each was there"))
            .When(Struck("i1")).Then(reading => reading.Claims.Single().Independence.ShouldBeEmpty());
}

/// <summary>How firmly a stance is taken.</summary>
public class Strengths
{
    [Theory]
    [InlineData(Strength.Hedged), InlineData(Strength.Conditional), InlineData(Strength.Implied)]
    public void other_than_flat_are_shown_and_do_not_count(Strength strength) =>
        Given(Watchdog.Accuses(Red).With(strength).As("s1")).ThenReads(Red, "not accused, not recorded whether asked").ThenClaim(Red, "nobody")
            .Then(reading => reading.Standings.Single().NotFlat.Single().Entry.Value.ShouldBe("s1"))
            .Then(reading => reading.Claims.Single().Positions.Single().Entry.Value.ShouldBe("s1"));

    [Fact] public void do_not_let_a_hedge_displace_what_was_said_flatly() =>
        Given(Watchdog.Accuses(Red), Watchdog.Denies(Red).Hedged()).ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void do_not_let_a_hedged_denial_answer() => Given(Red.DeniesIt().Hedged()).ThenReads(Red, "not accused, not recorded whether asked");
}
