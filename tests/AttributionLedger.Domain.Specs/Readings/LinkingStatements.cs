using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;
using static AttributionLedger.Incidents.StatementLink;

namespace AttributionLedger.Domain.Specs.Readings;

/// <summary>What a link between two statements does to a reading, and what it must not do.</summary>
public class LinkingStatements
{
    private const string ByOne = "accused by 1, not recorded whether asked", ByTwo = "accused by 2, not recorded whether asked", ByNobody = "not accused, not recorded whether asked";

    private static Scene TwoSources() => Given(Watchdog.Accuses(Red).As("s1"), Mayor.Accuses(Red).As("s2").KnownAt("12:10"));

    [Fact] public void counts_a_relay_under_the_one_that_it_repeats() =>
        TwoSources().ThenReads(Red, ByTwo).When(Linked("s2", RelayOf, "s1")).ThenReads(Red, ByOne);

    [Fact] public void leaves_what_was_known_before_as_it_was() =>
        TwoSources().When(Linked("s2", RelayOf, "s1").KnownAt("12:20")).KnownAt("12:15").ThenReads(Red, ByTwo);

    [Fact] public void acts_on_all_that_was_said_for_it_puts_our_own_record_right() =>
        Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00"), Mayor.Accuses(Red).As("s2").SaidAt("10:00"), Linked("s2", RelayOf, "s1")).SaidBy("10:30").ThenReads(Red, ByOne);

    [Fact] public void reads_as_if_it_had_been_logged_as_repeating_the_other()
    {
        var linked = Given(Watchdog.Accuses(Red).As("s1"), Gazette.Accuses(Red).As("s2"), Linked("s2", RelayOf, "s1"));
        var logged = Given(Watchdog.Accuses(Red).As("s1"), Gazette.Accuses(Red).Relaying("s1").As("s2"));
        foreach (var scene in new[] { linked, logged })
            scene.ThenReads(Red, ByOne).Then(reading => reading.Standings.Single().StatedAsFactBy.ShouldBeEmpty()).When(Retracted("s1")).ThenReads(Red, "accusation withdrawn, not recorded whether asked").ThenWarns("relays-what-was-reversed");
    }

    [Fact] public void lets_a_relay_of_what_is_not_published_speak_for_itself_in_public() =>
        Given(Watchdog.Accuses(Red).Under(GroundRule.DeepBackground).As("s1"), Gazette.Accuses(Red).As("s2"), Linked("s2", RelayOf, "s1"))
            .ThenReads(Red, ByOne).ForPublication().ThenReads(Red, ByNobody).Then(reading => reading.Standings.Single().StatedAsFactBy.ShouldBe([Gazette.Key]));

    [Fact] public void lets_the_other_stand_for_both_where_they_are_one_act_of_speech() =>
        Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00"), Watchdog.Denies(Red).As("s2").SaidAt("11:00"), Linked("s2", SameAs, "s1")).ThenReads(Red, ByOne)
            .Then(reading => reading.Claims.Single().Positions.Select(position => position.Entry).ShouldBe([EntryId.Of("s1")]));

    [Fact] public void takes_nothing_away_where_the_other_says_the_same() =>
        Given(Red.ClaimsIt().As("s1").SaidAt("10:00"), Red.ClaimsIt().As("s2").SaidAt("11:00"), Linked("s2", SameAs, "s1")).ThenReads(Red, "claimed").ThenStatus("claimed: red");

    [Fact] public void is_no_second_turn_of_the_party() =>
        Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00"), Watchdog.Accuses(Red).As("s2").SaidAt("11:00"), Linked("s2", SameAs, "s1"))
            .Then(reading => reading.Claims.Single().Positions.Single().Latest.ShouldBe(When.Instant("10:00")));

    [Fact] public void publishes_neither_of_two_that_are_one_where_the_other_may_not_be() =>
        Given(Watchdog.Accuses(Red).Under(GroundRule.DeepBackground).As("s1"), Watchdog.Accuses(Red).As("s2"), Linked("s2", SameAs, "s1")).ForPublication().ThenReads(Red, ByNobody);

    [Fact] public void shows_nothing_in_public_that_was_not_shown_before() =>
        Given(Watchdog.Accuses(Red).As("s1"), Watchdog.Accuses(Red).Under(GroundRule.DeepBackground).As("s2"), Linked("s2", SameAs, "s1"))
            .ForPublication().Then(reading => reading.Claims.Single().Positions.Select(position => position.Entry).ShouldBe([EntryId.Of("s1")]));

    [Fact] public void is_undone_by_a_strike() =>
        TwoSources().When(Linked("s2", RelayOf, "s1").As("l1"), Struck("l1")).ThenReads(Red, ByTwo).When(Linked("s2", RelayOf, "s1")).ThenReads(Red, ByOne);

    [Fact] public void brings_one_of_two_back_when_it_is_struck() =>
        Given(Watchdog.Accuses(Red).As("s1"), Watchdog.Denies(Red).As("s2"), Linked("s2", SameAs, "s1").As("l1"), Struck("l1")).ThenClaim(Red, "1 deny");

    [Fact] public void goes_by_the_notebook_where_that_is_asked() =>
        Given(Watchdog.Accuses(Red).As("s1").NotedAt("11:00"), Mayor.Accuses(Red).As("s2").NotedAt("11:00"), Linked("s2", RelayOf, "s1").NotedAt("11:30"))
            .NotedClock().KnownAt("11:40").ThenReads(Red, ByOne).KnownAt("11:20").ThenReads(Red, ByTwo);

    [Fact] public void warns_no_more_of_the_same_words_once_they_are_one() =>
        Twins().ThenWarns("same-words-twice").When(Linked("s2", SameAs, "s1")).ThenWarns();

    [Theory, InlineData("s1", "s2"), InlineData("s2", "s1")]
    public void warns_no_more_of_the_same_words_once_they_are_two(string one, string other) =>
        Twins().When(Linked(one, NotSame, other).As("l1")).ThenWarns().When(Struck("l1")).ThenWarns("same-words-twice");

    [Fact] public void still_warns_of_a_third_with_the_same_words() =>
        Twins().When(Linked("s2", NotSame, "s1"), Watchdog.Asserts(Blast).Wording("It was loud.").As("s3")).ThenWarns("same-words-twice")
            .Then(reading => reading.Guards.Single().Entries.ShouldBe([EntryId.Of("s2"), EntryId.Of("s3")]));

    [Fact] public void reads_as_before_where_two_are_found_to_be_different() =>
        TwoSources().When(Linked("s2", NotSame, "s1")).ThenReads(Red, ByTwo);

    private static Scene Twins() => Given(Watchdog.Asserts(Blast).Wording("It was loud.").As("s1"), Watchdog.Asserts(Blast).Wording("It was loud.").As("s2"));
}
