using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Differences.Compared;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;

namespace AttributionLedger.Domain.Specs.Differences;

public class TellingChanges
{
    [Fact]
    public void a_moment_before_the_incident_makes_everything_new()
    {
        var changes = Between(Given(Watchdog.Accuses(Red)), scene => scene.KnownAt("11:00")).Difference.Changes;
        changes.ShouldAllBe(change => change.Before == null);
        changes.Select(change => change.Of.Kind).ShouldContain(PartKind.Opening);
    }

    [Fact]
    public void a_first_accusation_flips_the_status_and_the_standing() =>
        Between(Given(Watchdog.Accuses(Red).SaidAt("09:00")), scene => scene.SaidBy("08:00")).Difference.Flips.Select(change => change.Of.Kind).ShouldBe([PartKind.Status, PartKind.Named]);

    [Fact]
    public void one_more_accuser_flips_nothing() =>
        Between(Given(Watchdog.Accuses(Red).SaidAt("09:00"), Mayor.Accuses(Red).SaidAt("10:00")), scene => scene.SaidBy("09:30")).Difference.Flips.ShouldBeEmpty();

    [Fact]
    public void an_answer_that_becomes_another_flips() =>
        Between(Given(Watchdog.Accuses(Red).SaidAt("09:00"), Red.DeclinesToComment(Red).SaidAt("09:10"), Red.Denies(Red, Scope.Order).SaidAt("10:00")), scene => scene.SaidBy("09:30")).Difference.Flips.Select(change => change.Of.Kind).ShouldBe([PartKind.Answer]);

    [Fact]
    public void that_two_were_found_to_be_one_is_told_and_flips_nothing()
    {
        var difference = Between(Given(Watchdog.Accuses(Red).SaidAt("09:00"), Mayor.Comments().KnownAt("12:30"), Red.IsMergedInto(Blue).KnownAt("13:00")), scene => scene.KnownAt("12:40")).Difference;
        difference.Changes.Select(change => (change.Of.Kind, change.Of.Party)).ShouldContain((PartKind.Named, Blue.Key));
        difference.Flips.ShouldBeEmpty();
    }

    [Fact]
    public void what_flipped_as_two_were_found_to_be_one_is_told_once() =>
        Between(Given(Watchdog.Accuses(Red).SaidAt("09:00"), Mayor.Comments().KnownAt("12:30"), Red.IsMergedInto(Blue).KnownAt("13:00"), Blue.DeniesIt().SaidAt("10:00").KnownAt("13:10")), scene => scene.KnownAt("12:40"))
            .Difference.Flips.Select(change => (change.Of.Kind, change.Of.Party)).ShouldBe([(PartKind.Status, null), (PartKind.Answer, Blue.Key)]);

    [Fact]
    public void a_figure_an_answer_of_one_not_named_a_request_a_comment_and_silence_are_told_each()
    {
        var kinds = Between(
            Given(Hospital.Asserts(Dead).Giving(new Figure("killed", 3, 3)).SaidAt("09:00"), Mayor.DeclinesToComment().SaidAt("09:10"), Asked(Ministry).SaidAt("09:20"), Army.Comments().SaidAt("09:30"), Blue.DeclinesToComment(Blast).SaidAt("09:40"), Gazette.Asserts(Blast).SaidAt("09:50")),
            scene => scene.SaidBy("08:00")).Difference.Changes.Select(change => change.Of.Kind).Distinct();
        foreach (var kind in new[] { PartKind.Figure, PartKind.Answered, PartKind.Asked, PartKind.Comment, PartKind.Beside, PartKind.ClaimStatedAsFactBy, PartKind.Position, PartKind.Supports }) kinds.ShouldContain(kind);
    }

    [Fact]
    public void warnings_are_told_to_the_desk_alone()
    {
        var scene = Given(Watchdog.Accuses(Red).SaidAt("09:00"));
        Between(scene, at => at.SaidBy("08:00")).Difference.Changes.ShouldContain(change => change.Of.Kind == PartKind.Guard);
        Between(scene, at => at.SaidBy("08:00").ForPublication(), at => at.ForPublication()).Difference.Changes.ShouldNotContain(change => change.Of.Kind == PartKind.Guard);
    }

    [Fact]
    public void moments_by_different_rules_are_not_compared()
    {
        var scene = Given(Watchdog.Accuses(Red));
        Should.Throw<ArgumentException>(() => Way.Over(InMemoryLedger.Id, scene.Ledger.Facts, [.. scene.Ledger.Parties], scene.AsOf, scene.AsOf with { Rules = Rules.Second }));
    }
}
