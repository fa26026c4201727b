using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;

namespace AttributionLedger.Domain.Specs.Readings;

/// <summary>What editors disagree on: by the first rules an unnamed source counts, by the second it is shown and does not.</summary>
public class CountingUnnamedSources
{
    private const string NotAccused = "not accused, not recorded whether asked", AccusedByOne = "accused by 1, not recorded whether asked", AccusedByTwo = "accused by 2, not recorded whether asked";

    [Fact] public void nobody_is_accused_by_an_unnamed_source_alone() =>
        Given(Official.Accuses(Red).OnBackground()).ThenReads(Red, AccusedByOne).ThenStatus("accused by 1: red")
            .By(Rules.Second).ThenReads(Red, NotAccused).ThenStatus("unattributed");

    [Fact] public void it_adds_nothing_to_those_who_are_named() =>
        Given(Official.Accuses(Red).OnBackground(), Watchdog.Accuses(Red)).ThenReads(Red, AccusedByTwo).By(Rules.Second).ThenReads(Red, AccusedByOne);

    [Fact] public void it_counts_under_nobody_either() =>
        Given(Official.IsPartOf(Watchdog), Official.Accuses(Red).OnBackground()).ThenReads(Red, AccusedByOne).By(Rules.Second).ThenReads(Red, NotAccused);

    [Fact] public void what_it_says_is_shown_beside() =>
        Given(Official.Accuses(Red).OnBackground()).By(Rules.Second)
            .Then(reading => reading.Standings.Single().NotCounted.Single().Party.ShouldBe(Official.Key))
            .Then(reading => reading.Claims.Single(claim => claim.Claim.Id == ((Proposition)Red).Key).Positions.Single().Party.ShouldBe(Official.Key));

    [Fact] public void by_the_first_rules_nothing_is_left_uncounted() =>
        Given(Official.Accuses(Red).OnBackground()).Then(reading => reading.Standings.Single().NotCounted.ShouldBeEmpty());

    [Fact] public void its_denial_disputes_nothing() =>
        Given(Watchdog.Accuses(Red), Official.Denies(Red).OnBackground())
            .Then(reading => reading.Standings.Single().DisputedBy.Count.ShouldBe(1)).By(Rules.Second).Then(reading => reading.Standings.Single().DisputedBy.ShouldBeEmpty());

    [Fact] public void one_who_speaks_with_it_by_name_counts() =>
        Given(Jointly(Official, Watchdog).Accuses(Red)).By(Rules.Second).ThenReads(Red, AccusedByOne);

    [Fact] public void an_outlet_that_repeats_it_does_not_count_for_it() =>
        Given(Official.Accuses(Red).OnBackground(), Gazette.Accuses(Red).Relaying("e1")).ThenReads(Red, AccusedByOne).By(Rules.Second).ThenReads(Red, NotAccused);

    [Fact] public void a_hedged_word_of_it_stays_among_what_is_not_flat() =>
        Given(Official.Accuses(Red).OnBackground().Hedged()).By(Rules.Second)
            .Then(reading => (reading.Standings.Single().NotFlat.Count, reading.Standings.Single().NotCounted.Count).ShouldBe((1, 0)));

    [Fact] public void every_version_says_which_it_is() =>
        Rules.All.ShouldAllBe(rules => Given(Watchdog.Accuses(Red)).By(rules).Reading.RulesVersion == rules.Version && Rules.Find(rules.Version) == rules);

    [Fact] public void there_is_no_version_that_nobody_made() => (Rules.Find(0) ?? Rules.Find(3)).ShouldBeNull();
}
