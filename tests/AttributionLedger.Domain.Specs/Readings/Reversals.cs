using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;

namespace AttributionLedger.Domain.Specs.Readings;

/// <summary>The speaker takes a statement back.</summary>
public class Retraction
{
    [Fact] public void of_a_position_leaves_none_until_the_party_speaks_again() =>
        Given(Watchdog.Denies(Red), Watchdog.Accuses(Red).As("s2"), Retracted("s2")).ThenClaim(Red, "nobody").ThenReads(Red, "accusation withdrawn, not recorded whether asked")
            .When(Watchdog.Accuses(Red)).ThenClaim(Red, "1 support");

    [Fact] public void of_anything_else_changes_no_position() =>
        Given(Watchdog.Accuses(Red).As("s1"), Watchdog.Denies(Red), Retracted("s1")).ThenClaim(Red, "1 deny");

    [Fact] public void of_an_older_statement_of_the_same_kind_changes_no_position() =>
        Given(Watchdog.Accuses(Red).As("s1"), Watchdog.Accuses(Red), Retracted("s1")).ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void of_a_hedge_changes_no_position() =>
        Given(Watchdog.Accuses(Red), Watchdog.Asserts(Red).Hedged().As("s2"), Retracted("s2")).ThenReads(Red, "accused by 1, not recorded whether asked").ThenClaim(Red, "1 support");

    [Fact] public void changes_no_other_speakers_position() =>
        Given(Watchdog.Accuses(Red).As("s1"), Mayor.Accuses(Red), Retracted("s1")).ThenClaim(Red, "1 support");

    [Fact] public void acts_from_when_it_was_said() =>
        Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00"), Retracted("s1").SaidAt("11:00"))
            .SaidBy("10:59").ThenReads(Red, "accused by 1, not recorded whether asked").SaidBy("11:00").ThenReads(Red, "accusation withdrawn, not recorded whether asked");

    [Fact] public void is_not_known_before_it_was_recorded() =>
        Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00").KnownAt("12:10"), Retracted("s1").SaidAt("11:00").KnownAt("12:20"))
            .KnownAt("12:19").ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void that_is_struck_lets_the_statement_stand_again() =>
        Given(Watchdog.Accuses(Red).As("s1"), Retracted("s1").As("r1"), Struck("r1")).ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void of_silence_takes_the_answer_back() =>
        Given(Framed(Red), Red.DeclinesToComment(Red).As("s1"), Retracted("s1")).ThenReads(Red, "not accused, not recorded whether asked");

    [Fact] public void of_a_denial_is_no_accusation_withdrawn() =>
        Given(Watchdog.Denies(Red).As("s1"), Retracted("s1")).ThenReads(Red, "not accused, not recorded whether asked");
}

/// <summary>This desk logged something in error.</summary>
public class Striking
{
    [Fact] public void of_a_statement_revives_what_stood_before() =>
        Given(Watchdog.Denies(Red), Watchdog.Accuses(Red).As("s2"), Struck("s2")).ThenClaim(Red, "1 deny");

    [Fact] public void leaves_no_trace_of_an_accusation() =>
        Given(Watchdog.Accuses(Red).As("s1"), Struck("s1")).ThenReads(Red, "not accused, not recorded whether asked").ThenStatus("unattributed");

    [Fact] public void acts_on_the_whole_said_axis_once_known() =>
        Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00").KnownAt("12:10"), Struck("s1").KnownAt("12:20"))
            .SaidBy("10:30").ThenReads(Red, "not accused, not recorded whether asked")
            .KnownAt("12:15").ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void that_is_struck_itself_lets_the_statement_stand_again() =>
        Given(Watchdog.Accuses(Red).As("s1"), Struck("s1").As("x1"), Struck("x1")).ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void can_be_done_once_more_after_it_was_undone() =>
        Given(Watchdog.Accuses(Red).As("s1"), Struck("s1").As("x1"), Struck("x1"), Struck("s1")).ThenReads(Red, "not accused, not recorded whether asked");

    [Fact] public void undoes_a_correction() =>
        Given(Watchdog.Accuses(Red).As("s1"), CorrectedBy(Corrector.Outlet, "s1", Watchdog.Denies(Red)).As("c1"), Struck("c1")).ThenClaim(Red, "1 support");

    [Fact] public void undoes_changed_terms() =>
        Given(Watchdog.Accuses(Red).As("s1"), Renegotiated("s1", GroundRule.OffTheRecord).As("t1"), Struck("t1")).ThenClaim(Red, "1 support");

    [Fact] public void of_evidence_changes_nothing_that_is_read() =>
        Given(Watchdog.Accuses(Red).As("s1"), Doing(new AttachEvidence(EntryId.Of("v1"), EntryId.Of("s1"), new Evidence("https://example.org/a"))),
            Doing(new NoteEvidenceGone(EntryId.Of("g1"), EntryId.Of("v1"), "deleted")), Struck("g1"), Struck("v1")).ThenClaim(Red, "1 support");

    [Fact] public void of_the_evidence_that_is_gone_is_no_retraction() =>
        Given(Watchdog.Accuses(Red).As("s1"), Doing(new AttachEvidence(EntryId.Of("v1"), EntryId.Of("s1"), new Evidence("https://example.org/a"))),
            Doing(new NoteEvidenceGone(EntryId.Of("g1"), EntryId.Of("v1"), "deleted"))).ThenReads(Red, "accused by 1, not recorded whether asked");
}

/// <summary>The speaker, the outlet or the translator got it wrong.</summary>
public class Correction
{
    private static Scene Accused() => Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00").KnownAt("12:10"));

    [Theory]
    [InlineData(Corrector.Outlet), InlineData(Corrector.Translation)]
    public void by_anyone_but_the_speaker_acts_on_the_whole_said_axis_once_known(Corrector whose) =>
        Accused().When(CorrectedBy(whose, "s1", Watchdog.Accuses(Blue)).KnownAt("12:20"))
            .SaidBy("10:00").ThenReads(Red, "not accused, not recorded whether asked").ThenReads(Blue, "accused by 1, not recorded whether asked")
            .KnownAt("12:19").ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void by_the_speaker_acts_from_when_it_was_said() =>
        Accused().When(CorrectedBy(Corrector.Speaker, "s1", Watchdog.Accuses(Blue)).SaidAt("11:00"))
            .ThenReads(Blue, "accused by 1, not recorded whether asked").ThenReads(Red, "accusation withdrawn, not recorded whether asked")
            .SaidBy("10:59").ThenReads(Red, "accused by 1, not recorded whether asked").ThenReads(Blue, "not accused, not recorded whether asked");

    [Fact] public void keeps_the_time_of_the_statement() =>
        Accused().When(Watchdog.Denies(Blue).SaidAt("11:00"), CorrectedBy(Corrector.Translation, "s1", Watchdog.Accuses(Blue)))
            .ThenClaim(Blue, "1 deny");

    [Fact] public void of_the_words_alone_changes_no_stance() =>
        Accused().When(Doing(new CorrectStatement(EntryId.Of("c1"), EntryId.Of("s1"), Corrector.Translation, null, "a wrong word", new Words(WordsForm.Paraphrase, "They did it."), null)))
            .ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void of_the_words_alone_by_the_speaker_withdraws_nothing() =>
        Accused().When(Doing(new CorrectStatement(EntryId.Of("c1"), EntryId.Of("s1"), Corrector.Speaker, When.World("11:00", "Etc/UTC"), "a slip", new Words(WordsForm.Paraphrase, "They did it."), null)))
            .ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void by_the_speaker_that_keeps_the_claim_replaces_the_stance_without_a_withdrawal() =>
        Accused().When(CorrectedBy(Corrector.Speaker, "s1", Watchdog.Denies(Red)).SaidAt("11:00")).ThenReads(Red, "not accused, not recorded whether asked").ThenClaim(Red, "1 deny");

    [Fact] public void can_follow_another() =>
        Accused().When(CorrectedBy(Corrector.Outlet, "s1", Watchdog.Accuses(Blue)), CorrectedBy(Corrector.Outlet, "s1", Watchdog.Denies(Red))).ThenClaim(Blue, "nobody").ThenClaim(Red, "1 deny");

    [Fact] public void by_the_speaker_displaces_what_it_said_between() =>
        Accused().When(Watchdog.Asserts(Blast).SaidAt("10:30"), CorrectedBy(Corrector.Speaker, "s1", Watchdog.Denies(Red)).SaidAt("11:00")).ThenClaim(Red, "1 deny").ThenClaim(Blast, "1 support");
}
