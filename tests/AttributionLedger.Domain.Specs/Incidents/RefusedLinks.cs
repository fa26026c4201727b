using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;
using static AttributionLedger.Incidents.StatementLink;

namespace AttributionLedger.Domain.Specs.Incidents;

/// <summary>Which links are refused, and what a link that is in force refuses in turn.</summary>
public class RefusedLinks
{
    /// <summary>Of the watchdog s1 to s4, s4 retracted and x1 struck; of the mayor m1 and m2; g1 of the gazette repeats s1, and g2 is its own.</summary>
    private static Scene Desk() => Given(
        Watchdog.Accuses(Red).As("s1").SaidAt("10:00"), Watchdog.Accuses(Red).As("s2").SaidAt("10:00"), Watchdog.Accuses(Red).As("s3").SaidAt("10:00"),
        Watchdog.Accuses(Red).As("s4").SaidAt("10:00"), Retracted("s4").As("t4"), Watchdog.Accuses(Red).As("x1"), Struck("x1"), Asked(Red).As("r1"),
        Mayor.Accuses(Red).As("m1"), Mayor.Accuses(Red).As("m2"), Gazette.Accuses(Red).Relaying("s1").As("g1"), Gazette.Accuses(Red).As("g2"));

    [Theory]
    [InlineData("s1", SameAs, "s1", "link-to-itself"), InlineData("s1", NotSame, "s1", "link-to-itself")]
    [InlineData("s1", SameAs, "none", "statement-unknown"), InlineData("none", SameAs, "s1", "statement-unknown"), InlineData("s1", SameAs, "r1", "statement-unknown")]
    [InlineData("s1", SameAs, "x1", "entry-struck"), InlineData("x1", NotSame, "s1", "entry-struck")]
    [InlineData("m1", SameAs, "s1", "link-does-not-fit"), InlineData("s2", RelayOf, "s1", "link-does-not-fit")]
    [InlineData("g1", RelayOf, "s1", "already-linked"), InlineData("s1", RelayOf, "g1", "link-not-to-first"), InlineData("m1", RelayOf, "g1", "link-not-to-first")]
    [InlineData("s4", SameAs, "s1", "link-hides-reversal")]
    public void are_refused_with_their_code(string statement, StatementLink how, string other, string code) => Desk().When(Linked(statement, how, other).IsRefused(code));

    [Fact] public void without_a_reason() => Desk().When(Doing(new LinkStatement(EntryId.Of("l"), EntryId.Of("s2"), EntryId.Of("s1"), SameAs, " ")).IsRefused("text-empty"));

    [Theory]
    [InlineData("s2", SameAs, "s1"), InlineData("s2", NotSame, "s1"), InlineData("s1", SameAs, "s2"), InlineData("s1", NotSame, "s2"), InlineData("s2", SameAs, "s3")]
    public void of_what_is_linked_already(string statement, StatementLink how, string other) =>
        Desk().When(Linked("s2", SameAs, "s1").As("l1"), Linked(statement, how, other).IsRefused("already-linked"));

    [Fact] public void to_one_that_is_linked_itself() =>
        Desk().When(Linked("s2", SameAs, "s1"), Linked("s3", SameAs, "s2").IsRefused("link-not-to-first"), Linked("s3", SameAs, "s1"));

    [Fact] public void that_would_close_a_circle() =>
        Desk().When(Linked("s3", SameAs, "s2"), Linked("s2", SameAs, "s1"), Linked("s1", SameAs, "s3").IsRefused("link-not-to-first"));

    [Fact] public void of_a_relay_that_others_are_linked_to_as_repeating_it() =>
        Desk().When(Linked("g2", RelayOf, "m1"), Linked("m1", RelayOf, "s1").IsRefused("link-not-to-first"));

    [Fact] public void of_a_statement_that_repeats_one_that_is_linked() =>
        Desk().When(Linked("m1", RelayOf, "s1"), Wire.Accuses(Red).Relaying("m1").IsRefused("link-not-to-first"), Wire.Accuses(Red).Relaying("s1"));

    [Fact] public void of_what_has_lost_its_consent_with_what_has_not() =>
        Desk().When(ConsentWithdrawn("s2"), Linked("s2", SameAs, "s1").IsRefused("link-hides-reversal"), Linked("s1", SameAs, "s2").IsRefused("consent-of-the-same"),
            ConsentWithdrawn("s1"), Linked("s1", SameAs, "s2"));

    [Fact] public void beyond_the_most_that_a_statement_takes()
    {
        var scene = Desk();
        for (var i = 0; i < 50; i++) scene.When(Mayor.Accuses(Blue).As($"n{i}"), Linked($"n{i}", NotSame, "s1"));
        scene.When(Linked("m1", NotSame, "s1").IsRefused("too-many"), Linked("s1", NotSame, "m1").IsRefused("too-many"), Linked("m1", NotSame, "s2"));
    }

    [Fact] public void are_taken_again_once_the_first_was_struck() =>
        Desk().When(Linked("s2", SameAs, "s1").As("l1"), Struck("l1"), Linked("s2", NotSame, "s1").As("l2"), Struck("l2"), Linked("s1", SameAs, "s2"));

    [Fact] public void also_take_one_whose_other_was_struck_after_it() =>
        Desk().When(Linked("s2", SameAs, "s1").As("l1"), Struck("l1"), Struck("s1"), Linked("s2", SameAs, "s3"));

    [Fact] public void let_nothing_be_done_to_what_another_stands_for() =>
        Desk().When(Linked("s2", SameAs, "s1"), Retracted("s2").SaidAt("11:00").IsRefused("statement-stood-for"), Settled("s2").IsRefused("statement-stood-for"),
            CorrectedBy(Corrector.Outlet, "s2", Watchdog.Denies(Red)).IsRefused("statement-stood-for"), Retracted("s1").SaidAt("11:00"));

    [Fact] public void let_consent_be_withdrawn_from_both_and_from_neither_alone() =>
        Given(Watchdog.Accuses(Red).As("s1").KnownAt("12:01"), Watchdog.Accuses(Red).As("s2").KnownAt("12:02"), Linked("s2", SameAs, "s1"),
            ConsentWithdrawn("s1").IsRefused("consent-of-the-same"), ConsentWithdrawn("s2"), ConsentWithdrawn("s1"))
            .ForPublication().ThenReads(Red, "not accused, not recorded whether asked").KnownAt("12:02").ThenReads(Red, "not accused, not recorded whether asked");

    [Fact] public void let_no_statement_be_gone_with_the_one_that_stands_for_it() =>
        Desk().When(Linked("s2", SameAs, "s1").As("l1"), Struck("s1").IsRefused("entry-stands-for-another"), Struck("s2").As("x2"), Struck("s1").As("x3"),
            Struck("x2").IsRefused("entry-stands-for-another"), Struck("x3"), Struck("x2"));

    [Fact] public void take_parties_by_what_they_go_by_now() =>
        Given(Watchdog.Accuses(Red).As("s1"), Director.Accuses(Red).As("s2"), Linked("s2", SameAs, "s1").IsRefused("link-does-not-fit"), Director.IsMergedInto(Watchdog), Linked("s2", SameAs, "s1"));

    [Fact] public void take_no_source_for_a_named_party() =>
        Given(Official.Accuses(Red).OnBackground().As("s1"), Watchdog.Accuses(Red).As("s2"), Linked("s1", SameAs, "s2").IsRefused("link-does-not-fit"), Linked("s2", SameAs, "s1").IsRefused("link-does-not-fit"));
}
