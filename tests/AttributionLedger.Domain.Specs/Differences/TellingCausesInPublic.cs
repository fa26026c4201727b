using AttributionLedger.Differences;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Differences.Compared;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;

namespace AttributionLedger.Domain.Specs.Differences;

public class TellingCausesInPublic
{
    [Fact]
    public void what_a_named_party_said_is_told() =>
        Between(Given(Watchdog.Accuses(Red).As("accusation").SaidAt("09:00")), scene => scene.SaidBy("08:00").ForPublication(), scene => scene.ForPublication()).Published(PartKind.Named).ShouldBe(["accusation"]);

    [Fact]
    public void that_a_speaker_took_back_what_was_public_is_told() =>
        Between(Given(Watchdog.Accuses(Red).As("accusation").SaidAt("09:00"), Retracted("accusation").As("retraction").SaidAt("10:00")), scene => scene.SaidBy("09:30").ForPublication(), scene => scene.ForPublication())
            .Published(PartKind.Named).ShouldBe(["retraction"]);

    [Fact]
    public void under_whom_an_unnamed_source_counts_changes_a_number_without_a_cause()
    {
        var compared = Between(
            Given(Watchdog.Accuses(Red).SaidAt("09:00"), Official.Accuses(Red).OnBackground().SaidAt("09:10").KnownAt("12:10"), Official.IsPartOf(Watchdog).As("under").KnownAt("12:20")),
            scene => scene.KnownAt("12:15").ForPublication(), scene => scene.ForPublication());
        compared.ThenCaused(PartKind.AccusedBy, "unnamed-1: under");
        compared.Published(PartKind.AccusedBy).ShouldBeEmpty();
    }

    [Fact]
    public void that_terms_changed_is_not_told()
    {
        var compared = Between(
            Given(Red.DeniesIt().As("denial").OnBackground().SaidAt("09:00").KnownAt("12:10"), Renegotiated("denial", GroundRule.OnTheRecord).As("terms").KnownAt("12:20")),
            scene => scene.KnownAt("12:15").ForPublication(), scene => scene.ForPublication());
        compared.ThenCaused(PartKind.Answer, "terms");
        compared.Published(PartKind.Answer).ShouldBeEmpty();
    }

    [Fact]
    public void that_an_embargo_ended_is_not_told() =>
        Between(Given(Watchdog.Accuses(Red).As("accusation").EmbargoedUntil("12:30").SaidAt("09:00").KnownAt("12:10"), Framed(Blast).KnownAt("12:40")), scene => scene.KnownAt("12:20").ForPublication(), scene => scene.KnownAt("12:35").ForPublication())
            .Published(PartKind.Named).ShouldBeEmpty();

    [Fact]
    public void what_consent_is_withdrawn_for_changes_nothing_at_any_moment() =>
        Between(Given(Red.DeniesIt().As("denial").SaidAt("09:00").KnownAt("12:10"), ConsentWithdrawn("denial").KnownAt("12:20")), scene => scene.KnownAt("12:15").ForPublication(), scene => scene.ForPublication()).ThenNothing();

    [Fact]
    public void what_is_struck_of_what_was_never_public_changes_nothing() =>
        Between(Given(Framed(Red), Official.Accuses(Red).As("hidden").Under(GroundRule.DeepBackground).SaidAt("09:00").KnownAt("12:10"), Struck("hidden").KnownAt("12:20")), scene => scene.KnownAt("12:15").ForPublication(), scene => scene.ForPublication()).ThenNothing();

    [Fact]
    public void whose_words_a_translation_of_an_unnamed_source_were_is_not_told() =>
        Between(Given(Official.Accuses(Red).As("accusation").OnBackground().SaidAt("09:00").KnownAt("12:10"), CorrectedBy(Corrector.Translation, "accusation", Official.Denies(Red)).KnownAt("12:20")), scene => scene.KnownAt("12:15").ForPublication(), scene => scene.ForPublication())
            .Published(PartKind.Named).ShouldBeEmpty();
}
