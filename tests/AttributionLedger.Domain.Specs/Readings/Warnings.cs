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

/// <summary>What the desk is warned of, and nobody else.</summary>
public class Warnings
{
    [Fact] public void say_that_an_accused_was_not_asked() => Given(Watchdog.Accuses(Red).As("s1")).ThenWarns("accused-not-asked")
        .Then(reading => reading.Guards.Single().Entries.Select(e => e.Value).ShouldBe(["s1"]));

    [Fact] public void end_when_the_accused_was_asked() => Given(Watchdog.Accuses(Red), Asked(Red)).ThenWarns();

    [Fact] public void end_when_the_accused_answered() => Given(Watchdog.Accuses(Red), Red.DeclinesToComment()).ThenWarns();

    [Fact] public void do_not_ask_to_question_one_whom_nobody_identified() => Given(Watchdog.Accuses(Outlaws)).ThenWarns();

    [Fact] public void say_that_a_denial_has_no_scope() => Given(Red.DeniesIt(null)).ThenWarns("denial-without-scope");

    [Fact] public void do_not_want_a_scope_of_a_denial_of_another_kind_of_claim() => Given(Red.Denies(Blast, null)).ThenWarns();

    [Fact] public void say_that_one_who_declined_is_quoted_unnamed() =>
        Given(Official.IsPartOf(Northland), Official.Asserts(Blast).OnBackground(), Northland.DeclinesToComment()).ThenWarns("declined-but-quoted-unnamed");

    [Fact] public void say_that_one_person_may_be_counted_twice() =>
        Given(Asked(Red), Official.Accuses(Red).OnBackground(), Watchdog.Accuses(Red)).ThenWarns("possibly-counted-twice");

    [Fact] public void do_not_say_so_once_it_is_recorded_under_whom_the_source_speaks() =>
        Given(Asked(Red), Official.IsPartOf(Watchdog), Official.Accuses(Red).OnBackground(), Watchdog.Accuses(Red)).ThenWarns();

    [Fact] public void say_that_the_same_words_were_logged_twice() =>
        Given(Watchdog.Asserts(Blast).Wording("It was loud."), Watchdog.Asserts(Blast).Wording("it was  loud.")).ThenWarns("same-words-twice");

    [Fact] public void do_not_take_different_words_for_the_same() =>
        Given(Watchdog.Asserts(Blast).Wording("It was loud."), Watchdog.Asserts(Blast).Wording("It was very loud.")).ThenWarns();

    [Fact] public void say_that_the_same_words_were_logged_twice_though_something_was_said_between() =>
        Given(Watchdog.Asserts(Blast).Wording("It was loud."), Watchdog.Asserts(Blast).Wording("Yes."), Watchdog.Asserts(Blast).Wording("It was loud.")).ThenWarns("same-words-twice");

    [Fact] public void end_when_the_twin_is_struck() =>
        Given(Watchdog.Asserts(Blast).Wording("It was loud."), Watchdog.Asserts(Blast).Wording("It was loud.").As("s2"), Struck("s2")).ThenWarns();
}

/// <summary>Parties that turn out to be one, and ones that do not after all.</summary>
public class MergedParties
{
    private static Scene TwoAccusers() => Given(Watchdog.Accuses(Red).KnownAt("12:10"), Mayor.Accuses(Red).KnownAt("12:20"));

    [Fact] public void count_as_one() => TwoAccusers().When(Mayor.IsMergedInto(Watchdog)).ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void count_as_two_at_a_time_when_it_was_not_known() =>
        TwoAccusers().When(Mayor.IsMergedInto(Watchdog).KnownAt("12:30")).KnownAt("12:29").ThenReads(Red, "accused by 2, not recorded whether asked");

    [Fact] public void count_as_two_again_once_split() =>
        TwoAccusers().When(Mayor.IsMergedInto(Watchdog), Mayor.IsSplitFrom(Watchdog)).ThenReads(Red, "accused by 2, not recorded whether asked");

    [Fact] public void have_the_latest_position_of_either() =>
        Given(Watchdog.Accuses(Red), Mayor.Denies(Red), Mayor.IsMergedInto(Watchdog)).ThenClaim(Red, "1 deny");

    [Fact] public void are_named_together() =>
        Given(Watchdog.Accuses(Red), Hospital.Accuses(Blue), Blue.IsMergedInto(Red)).ThenReads(Red, "accused by 2, not recorded whether asked").ThenStatus("accused by 2: red");

    [Fact] public void answer_for_each_other() =>
        Given(Watchdog.Accuses(Red), Blue.DeniesIt(), Blue.IsMergedInto(Red)).ThenReads(Red, "accused by 1, denies any involvement");

    [Fact] public void keep_those_who_speak_for_either() =>
        Given(Ministry.SpeaksFor(Northland), Ministry.Denies(Northland), Northland.IsMergedInto(Southland)).ThenReads(Southland, "not accused, denies any involvement");

    [Fact] public void keep_whom_the_merged_one_spoke_for() =>
        Given(Ministry.SpeaksFor(Northland), Ministry.Denies(Northland), Ministry.IsMergedInto(Army)).ThenReads(Northland, "not accused, denies any involvement");
}
