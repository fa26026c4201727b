using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Basics;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;

namespace AttributionLedger.Domain.Specs.Drifts;

/// <summary>What one party did with its position on a claim.</summary>
public class DriftOfAParty
{
    [Fact] public void begins_with_what_it_said_first_and_goes_on_in_the_order_in_which_it_was_said() =>
        Given(Watchdog.Confirms(Red).SaidAt("11:00"), Watchdog.Asserts(Red).SaidAt("10:00"), Watchdog.Confirms(Red).SaidAt("11:30"))
            .ThenDrifts(Watchdog, Red, "first said: asserts", "hardened: confirms", "said again: confirms");

    [Fact] public void hardens_and_softens_on_one_side() =>
        Given(Red.Denies(Red, Scope.Order), Red.Denies(Red, Scope.AnyInvolvement), Red.Denies(Red, Scope.Act), Red.Denies(Red, Scope.Authorship))
            .ThenDrifts(Red, Red, "first said: denies order", "hardened: denies any involvement", "softened: denies act", "shifted: denies authorship");

    [Fact] public void softens_with_the_reserve() =>
        Given(Watchdog.Accuses(Red), Watchdog.Accuses(Red).With(Strength.Hedged), Watchdog.Accuses(Red).With(Strength.Conditional), Watchdog.Accuses(Red).With(Strength.Implied), Watchdog.Accuses(Red))
            .ThenDrifts(Watchdog, Red, "first said: accuses", "softened: accuses, hedged", "softened: accuses, conditional", "softened: accuses, implied", "hardened: accuses");

    [Fact] public void shifts_where_it_says_more_with_more_reserve() =>
        Given(Watchdog.Accuses(Red), Watchdog.Confirms(Red).Hedged()).ThenDrifts(Watchdog, Red, "first said: accuses", "shifted: confirms, hedged");

    [Fact] public void is_reversed_by_an_outright_denial_and_not_by_one_in_part() =>
        Given(Red.AcknowledgesIt(), Red.Denies(Red, Scope.Number), Red.AcknowledgesIt(), Red.DeniesIt(), Red.ClaimsIt())
            .ThenDrifts(Red, Red, "first said: acknowledges", "shifted: denies number", "shifted: acknowledges", "reversed: denies any involvement", "reversed: claims responsibility");

    [Fact] public void makes_no_more_of_a_denial_whose_scope_nobody_recorded() =>
        Given(Red.DeniesIt(null), Red.DeniesIt()).ThenDrifts(Red, Red, "first said: denies", "shifted: denies any involvement");

    [Fact] public void takes_a_denial_without_scope_of_another_kind_of_claim_for_outright() =>
        Given(Mayor.Asserts(Blast), Mayor.Denies(Blast, null)).ThenDrifts(Mayor, Blast, "first said: asserts", "reversed: denies");

    [Fact] public void is_no_change_where_only_a_figure_is_newer() =>
        Given(Hospital.Asserts(Dead).Giving(new Figure("killed", 3, 3)), Hospital.Asserts(Dead).Giving(new Figure("killed", 5, 5))).ThenDrifts(Hospital, Dead, "first said: asserts", "updated: asserts");

    [Fact] public void has_no_position_after_a_retraction_until_it_speaks_anew() =>
        Given(Watchdog.Accuses(Red).As("s1"), Retracted("s1"), Watchdog.Accuses(Red)).ThenDrifts(Watchdog, Red, "first said: accuses", "retracted", "said anew: accuses");

    [Fact] public void is_not_changed_by_taking_back_what_was_no_position_any_longer() =>
        Given(Watchdog.Accuses(Red).As("s1"), Watchdog.Denies(Red, Scope.Act), Retracted("s1"))
            .ThenDrifts(Watchdog, Red, "first said: accuses", "reversed: denies act", "took back earlier");

    [Fact] public void acts_from_when_a_retraction_was_said_and_known() =>
        Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00").KnownAt("12:10"), Retracted("s1").SaidAt("11:00").KnownAt("12:20"))
            .SaidBy("10:59").ThenDrifts(Watchdog, Red, "first said: accuses").KnownAt("12:19").ThenDrifts(Watchdog, Red, "first said: accuses");

    [Fact] public void is_a_correction_where_the_speaker_corrects_itself() =>
        Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00"), CorrectedBy(Corrector.Speaker, "s1", Watchdog.Denies(Red).AndAccuses(Blue)).SaidAt("11:00"))
            .ThenDrifts(Watchdog, Red, "first said: accuses", "reversed: denies any involvement, correcting itself").ThenDrifts(Watchdog, Blue, "first said: accuses, correcting itself");

    [Fact] public void is_a_retraction_where_the_speaker_no_longer_says_it_after_correcting_itself() =>
        Given(Watchdog.Accuses(Red).As("s1"), CorrectedBy(Corrector.Speaker, "s1", Watchdog.Accuses(Blue))).ThenDrifts(Watchdog, Red, "first said: accuses", "retracted, correcting itself");

    [Theory]
    [InlineData(Corrector.Outlet, "outlet"), InlineData(Corrector.Translation, "translation")]
    public void marks_what_others_had_recorded_wrongly_and_is_none_of_it(Corrector whose, string word) =>
        Given(Watchdog.Accuses(Red).As("s1"), Watchdog.Accuses(Red), CorrectedBy(whose, "s1", Watchdog.Confirms(Red)))
            .ThenDrifts(Watchdog, Red, $"first said: confirms, recorded wording corrected by {word}", "softened: accuses");

    [Fact] public void does_not_know_what_this_desk_logged_in_error() =>
        Given(Watchdog.Accuses(Red), Watchdog.Denies(Red).As("s2"), Watchdog.Confirms(Red), Struck("s2")).ThenDrifts(Watchdog, Red, "first said: accuses", "hardened: confirms");

    [Fact] public void shows_silence_beside() =>
        Given(Red.DeniesIt(), Red.DeclinesToComment(Red), Red.DeniesIt(), Red.Comments()).ThenDrifts(Red, Red, "first said: denies any involvement", "fell silent: declines to comment", "said again: denies any involvement")
            .ThenDrifts(Red, null, "commented: comments");

    [Fact] public void says_where_the_order_may_be_the_other() =>
        Given(Watchdog.Accuses(Red).SaidAt("2031-04"), Watchdog.Denies(Red).SaidAt("2031-04-30"), Watchdog.Denies(Red).SaidAt("2031-05-01"))
            .ThenDrifts(Watchdog, Red, "first said: accuses", "reversed: denies any involvement, order uncertain", "said again: denies any involvement");

    [Fact] public void is_the_partys_also_where_it_speaks_jointly() =>
        Given(Watchdog.Accuses(Red), Jointly(Watchdog, Mayor).Confirms(Red)).ThenDrifts(Watchdog, Red, "first said: accuses", "hardened: confirms, jointly").ThenDrifts(Mayor, Red, "first said: confirms, jointly");

    [Fact] public void holds_nothing_that_a_channel_issued_in_its_name_or_that_it_repeats_of_another() =>
        Given(Red.ClaimsIt().Purportedly(Channel), Mayor.Accuses(Red).As("s1"), Gazette.Accuses(Red).Relaying("s1")).ThenDrifts(Red, Red).ThenDrifts(Gazette, Red).ThenDrifts(Channel, Red);

    [Fact] public void holds_what_a_party_repeats_of_one_whom_the_reading_does_not_hold() =>
        Given(Mayor.Accuses(Red).As("s1").Under(GroundRule.DeepBackground), Gazette.Accuses(Red).Relaying("s1")).ThenDrifts(Gazette, Red).ForPublication().ThenDrifts(Gazette, Red, "first said: accuses");

    [Fact] public void goes_on_under_the_name_that_a_party_was_merged_into_once_that_is_known() =>
        Given(Blue.DeniesIt().KnownAt("12:01"), Red.Denies(Blue, Scope.Act).KnownAt("12:02"), Blue.IsMergedInto(Red).KnownAt("12:03"))
            .ThenDrifts(Red, Blue, "first said: denies any involvement", "softened: denies act").ThenDrifts(Blue, Blue, "first said: denies any involvement", "softened: denies act")
            .KnownAt("12:02").ThenDrifts(Red, Blue, "first said: denies act");

    [Fact] public void leaves_out_in_public_what_may_not_be_published() =>
        Given(Watchdog.Accuses(Red).Under(GroundRule.DeepBackground), Watchdog.Confirms(Red).OnBackground(), Watchdog.Accuses(Red).EmbargoedUntil("23:00"), Watchdog.Accuses(Red).As("s4"), Watchdog.Denies(Red).OffTheRecord(), ConsentWithdrawn("s4"), Watchdog.Asserts(Red))
            .ForPublication().ThenDrifts(Watchdog, Red, "first said: asserts");

    [Fact] public void is_of_nobody_unnamed() =>
        Given(Official.Accuses(Red), Outlaws.Denies(Red)).Then(_ =>
        {
            Should.Throw<ArgumentException>(() => Given(Official.Accuses(Red)).Drift(Official));
            Should.Throw<ArgumentException>(() => Given(Outlaws.Denies(Red)).Drift(Outlaws));
        });

    [Fact] public void compares_the_words_with_those_of_the_position_before() =>
        Given(Watchdog.Accuses(Red).Wording("It was them."), Watchdog.DeclinesToComment(Red).Wording("No comment."), Watchdog.Accuses(Red).Wording("It was surely them."))
            .Drift(Watchdog).Tracks.Single().Steps.Select(step => (step.Words?.Text, step.WordsBefore?.Text)).ShouldBe([("It was them.", null), ("No comment.", null), ("It was surely them.", "It was them.")]);

    [Fact] public void keeps_the_words_as_they_had_been_recorded() =>
        Given(Watchdog.Accuses(Red).As("s1").Wording("It was she."), Doing(new CorrectStatement(EntryId.Of("c1"), EntryId.Of("s1"), Corrector.Outlet, null, "a wrong word", new Words(WordsForm.Verbatim, "It was they."), null)))
            .Drift(Watchdog).Tracks.Single().Steps.Single().ShouldSatisfyAllConditions(step => step.Words!.Text.ShouldBe("It was they."), step => step.Reworded.Single().Before!.Text.ShouldBe("It was she."));
}
