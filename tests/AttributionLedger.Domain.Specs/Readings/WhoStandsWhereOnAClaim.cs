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

/// <summary>The positions on a claim, and what they add up to.</summary>
public class WhoStandsWhereOnAClaim
{
    [Fact] public void counts_who_says_so_by_root() => Given(Watchdog.Asserts(Blast), Mayor.Confirms(Blast), Hospital.Acknowledges(Blast)).ThenClaim(Blast, "3 support");

    [Fact] public void is_denied_outright_without_a_scope_when_it_is_not_about_responsibility() => Given(Watchdog.Denies(Blast, null)).ThenClaim(Blast, "1 deny");

    [Fact] public void is_denied_in_part_by_the_scope_of_a_part() => Given(Watchdog.Denies(Dead, Scope.Number)).ThenClaim(Dead, "1 deny in part");

    [Fact] public void is_stated_as_fact_by_an_outlet_in_its_own_voice() => Given(Gazette.Asserts(Blast)).ThenClaim(Blast, "stated as fact by gazette");

    [Fact] public void is_the_latest_substantive_stance_of_each() =>
        Given(Watchdog.Asserts(Blast), Watchdog.Denies(Blast).As("s2")).ThenClaim(Blast, "1 deny")
            .Then(reading => reading.Claims.Single().Positions.Select(h => h.Entry.Value).ShouldBe(["s2"]));

    [Fact] public void is_not_displaced_by_silence_which_is_shown_beside_it() =>
        Given(Watchdog.Asserts(Blast), Watchdog.DeclinesToComment(Blast).As("s2"), Watchdog.Dismisses(Blast).As("s3")).ThenClaim(Blast, "1 support")
            .Then(reading => reading.Claims.Single().Beside.Select(h => h.Entry.Value).ShouldBe(["s2", "s3"]));

    [Fact] public void is_not_denied_by_one_who_neither_confirms_nor_denies() => Given(Watchdog.NeitherConfirmsNorDenies(Blast)).ThenClaim(Blast, "nobody");

    [Fact] public void keeps_comments_apart() => Given(Mayor.Comments().As("s1")).Then(reading => reading.Comments.Single().Entry.Value.ShouldBe("s1"));
}

/// <summary>A claim that makes another narrower.</summary>
public class Refinement
{
    [Fact] public void supports_the_broader_by_confirming_the_narrower() => Given(Watchdog.Confirms(FromTheHills)).ThenClaim(FromTheNorth, "1 support").ThenClaim(FromTheHills, "1 support");

    [Fact] public void does_not_support_the_narrower_by_confirming_the_broader() => Given(Framed(FromTheHills), Watchdog.Confirms(FromTheNorth)).ThenClaim(FromTheHills, "nobody");

    [Fact] public void denies_the_narrower_by_denying_the_broader() => Given(Framed(FromTheHills), Watchdog.Denies(FromTheNorth)).ThenClaim(FromTheHills, "1 deny");

    [Fact] public void does_not_deny_the_broader_by_denying_the_narrower() => Given(Watchdog.Denies(FromTheHills)).ThenClaim(FromTheNorth, "nobody");

    [Fact] public void counts_a_source_that_says_both_once() => Given(Watchdog.Confirms(FromTheHills), Watchdog.Confirms(FromTheNorth)).ThenClaim(FromTheNorth, "1 support");

    [Fact] public void reaches_over_several_steps() =>
        Given(Watchdog.Confirms(new Proposition("from-the-cave", ClaimKind.Origin, Broader: FromTheHills))).ThenClaim(FromTheNorth, "1 support");

    [Fact] public void accuses_of_the_broader_by_accusing_of_the_narrower()
    {
        var narrower = new Proposition("red-ordered-it", ClaimKind.Responsibility, Red, Broader: Red);
        Given(Watchdog.Accuses(narrower)).ThenReads(Red, "accused by 1, not recorded whether asked").ThenStatus("accused by 1: red");
    }

    [Fact] public void keeps_an_accusation_of_the_broader_beside_a_denial_of_the_narrower() =>
        Given(Watchdog.Accuses(Red), Framed(new Proposition("red-ordered-it", ClaimKind.Responsibility, Red, Broader: Red)), Mayor.Accuses(Red))
            .ThenReads(Red, "accused by 2, not recorded whether asked");

    [Fact] public void makes_nobody_responsible_by_a_claim_of_another_kind() =>
        Given(Framed(Red), Framed(new Proposition("reds-drone", ClaimKind.Means, Broader: Red)).IsRefused("refinement-makes-responsible"));
}

/// <summary>Casualties and damage.</summary>
public class Figures
{
    private static Figure Killed(long count) => new("killed", count, count);

    [Fact] public void that_are_newer_update_the_partys_own() =>
        Given(Hospital.Asserts(Dead).Giving(Killed(3)), Hospital.Asserts(Dead).Giving(Killed(5)))
            .Then(reading => reading.Claims.Single().Figures.Single().ShouldSatisfyAllConditions(f => f.Figure.Least.ShouldBe(5), f => f.Rival.ShouldBeFalse()));

    [Fact] public void of_another_party_are_rivals_and_no_denial() =>
        Given(Hospital.Asserts(Dead).Giving(Killed(3)), Mayor.Asserts(Dead).Giving(Killed(5))).ThenClaim(Dead, "2 support")
            .Then(reading => reading.Claims.Single().Figures.Select(f => (f.Party, f.Figure.Least, f.Rival)).Order()
                .ShouldBe([(Hospital.Key, 3, true), (Mayor.Key, 5, true)]));

    [Fact] public void that_agree_are_no_rivals() =>
        Given(Hospital.Asserts(Dead).Giving(Killed(3)), Mayor.Asserts(Dead).Giving(Killed(3))).Then(reading => reading.Claims.Single().Figures.ShouldAllBe(f => !f.Rival));

    [Fact] public void of_different_categories_stand_beside_each_other() =>
        Given(Hospital.Asserts(Dead).Giving(Killed(3)), Hospital.Asserts(Dead).Giving(new Figure("injured", 8, 8)))
            .Then(reading => reading.Claims.Single().Figures.Select(f => f.Figure.ToString()).Order().ShouldBe(["injured: 8", "killed: 3"]));

    [Fact] public void of_the_claim_are_adopted_by_a_stance_without_any() =>
        Given(Hospital.Asserts(Dead with { Figures = [Killed(3)] })).Then(reading => reading.Claims.Single().Figures.Single().Figure.ShouldBe(Killed(3)));

    [Fact] public void go_with_a_retracted_statement() =>
        Given(Hospital.Asserts(Dead).Giving(Killed(3)).As("s1"), Retracted("s1")).Then(reading => reading.Claims.Single().Figures.ShouldBeEmpty());

    [Fact] public void stop_with_a_later_denial_of_the_claim() =>
        Given(Hospital.Asserts(Dead).Giving(Killed(3)), Hospital.Denies(Dead)).Then(reading => reading.Claims.Single().Figures.ShouldBeEmpty());
}
