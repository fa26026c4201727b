using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Statements;
using Xunit;
using static AttributionLedger.Domain.Specs.Differences.Compared;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;

namespace AttributionLedger.Domain.Specs.Differences;

public class FindingCauses
{
    private static readonly Scene Denied = Given(
        Watchdog.Accuses(Red).As("accusation").SaidAt("09:00").KnownAt("12:10"),
        Red.DeclinesToComment(Red).As("silence").SaidAt("10:00").KnownAt("12:20"),
        Red.DeniesIt().As("denial").SaidAt("11:00").KnownAt("12:30"));

    [Fact]
    public void what_was_said_meanwhile_changed_the_answer() =>
        Between(Denied, scene => scene.SaidBy("10:30")).ThenCaused(PartKind.Answer, "denial").ThenAlong(PartKind.Answer, Along.Said);

    [Fact]
    public void what_was_said_before_and_learnt_meanwhile_changed_the_answer() =>
        Between(Denied, scene => scene.KnownAt("12:25")).ThenCaused(PartKind.Answer, "denial").ThenAlong(PartKind.Answer, Along.Known);

    [Fact]
    public void a_way_that_is_walked_backwards_finds_the_same() =>
        Between(Denied, scene => scene, scene => scene.SaidBy("10:30")).ThenCaused(PartKind.Answer, "denial");

    [Fact]
    public void the_last_of_several_changes_is_what_made_it_so() =>
        Between(Denied, scene => scene.SaidBy("08:00")).ThenCaused(PartKind.Answer, "denial").ThenCaused(PartKind.Named, "accusation");

    [Fact]
    public void those_who_spoke_on_the_same_day_did_it_together() =>
        Between(Given(Watchdog.Accuses(Red).As("one").SaidAt("2031-04-20"), Mayor.Accuses(Red).As("other").SaidAt("2031-04-20"), Hospital.Asserts(Dead).SaidAt("2031-04-20")), scene => scene.SaidBy("2031-04-19"))
            .ThenCaused(PartKind.AccusedBy, "one", "other");

    [Fact]
    public void those_who_spoke_one_after_the_other_did_it_together() =>
        Between(Given(Watchdog.Accuses(Red).As("one").SaidAt("09:00"), Mayor.Accuses(Red).As("other").SaidAt("10:00")), scene => scene.SaidBy("08:00")).ThenCaused(PartKind.AccusedBy, "one", "other");

    [Fact]
    public void the_speaker_took_it_back() =>
        Between(Given(Watchdog.Accuses(Red).As("accusation").SaidAt("09:00"), Retracted("accusation").As("retraction").SaidAt("10:00")), scene => scene.SaidBy("09:30")).ThenCaused(PartKind.Named, "retraction");

    [Fact]
    public void the_speaker_put_it_right() =>
        Between(Given(Red.DeniesIt().As("denial").SaidAt("09:00"), CorrectedBy(Corrector.Speaker, "denial", Red.AcknowledgesIt()).As("correction").SaidAt("10:00")), scene => scene.SaidBy("09:30")).ThenCaused(PartKind.Answer, "correction");

    [Fact]
    public void the_outlet_put_it_right() =>
        Between(Given(Red.DeniesIt().As("denial").SaidAt("09:00").KnownAt("12:10"), CorrectedBy(Corrector.Outlet, "denial", Red.AcknowledgesIt()).As("correction").KnownAt("12:20")), scene => scene.KnownAt("12:15")).ThenCaused(PartKind.Answer, "correction");

    [Fact]
    public void this_desk_had_logged_it_in_error() =>
        Between(Given(Red.DeniesIt().As("denial").SaidAt("09:00").KnownAt("12:10"), Struck("denial").As("strike").KnownAt("12:20")), scene => scene.KnownAt("12:15")).ThenCaused(PartKind.Answer, "strike");

    [Fact]
    public void what_took_it_out_was_itself_an_error() =>
        Between(Given(Red.DeniesIt().As("denial").SaidAt("09:00").KnownAt("12:10"), Struck("denial").As("strike").KnownAt("12:20"), Struck("strike").As("revival").KnownAt("12:30")), scene => scene.KnownAt("12:25")).ThenCaused(PartKind.Answer, "revival");

    [Fact]
    public void it_went_off_the_record() =>
        Between(Given(Red.DeniesIt().As("denial").SaidAt("09:00").KnownAt("12:10"), Renegotiated("denial", GroundRule.OffTheRecord).As("terms").KnownAt("12:20")), scene => scene.KnownAt("12:15")).ThenCaused(PartKind.Answer, "terms");

    [Fact]
    public void the_desk_settled_the_voice() =>
        Between(Given(Army.SpeaksFor(Red), Red.DeniesIt().As("denial").SaidAt("09:00").KnownAt("12:10"), Army.Acknowledges(Red).SaidAt("10:00").KnownAt("12:15"), Settled("denial").As("settled").KnownAt("12:30")), scene => scene.KnownAt("12:20"))
            .ThenCaused(PartKind.Answer, "settled");

    [Fact]
    public void the_desk_framed_or_reworded_the_claim() =>
        Between(Given(Framed(Blast).KnownAt("12:10")), scene => scene.KnownAt("12:05")).ThenCaused(PartKind.Claim, "/claim/blast");

    [Fact]
    public void the_desk_reworded_the_claim() =>
        Between(Given(Framed(Blast).KnownAt("12:10"), Doing(new RewordClaim(EntryId.Of("reworded"), ClaimId.Of("blast"), "Something blew up.", "clearer")).KnownAt("12:20")), scene => scene.KnownAt("12:15")).ThenCaused(PartKind.Claim, "reworded");

    [Fact]
    public void the_desk_revised_the_incident() =>
        Between(Given(Doing(new ReviseIncident(EntryId.Of("revised"), "Another headline", null, null, null, "clearer")).KnownAt("12:20"), Framed(Blast)), scene => scene.KnownAt("12:15")).ThenCaused(PartKind.Headline, "revised");

    [Fact]
    public void the_desk_found_them_independent() =>
        Between(Given(Watchdog.Asserts(Blast), Mayor.Asserts(Blast).KnownAt("12:10"), Independent(Blast, Watchdog, Mayor).As("note").KnownAt("12:20")), scene => scene.KnownAt("12:15")).ThenCaused(PartKind.Independent, "note");

    [Fact]
    public void who_speaks_for_whom_was_recorded() =>
        Between(Given(Spokeswoman.Denies(Red).SaidAt("09:00").KnownAt("12:10"), Spokeswoman.SpeaksFor(Red).As("affiliation").KnownAt("12:20")), scene => scene.KnownAt("12:15")).ThenCaused(PartKind.Answer, "spokeswoman: affiliation");

    [Fact]
    public void two_parties_turned_out_to_be_one() =>
        Between(Given(Watchdog.Accuses(Red).SaidAt("09:00"), Mayor.Accuses(Red).SaidAt("09:10").KnownAt("12:10"), Mayor.IsMergedInto(Watchdog).As("merge").KnownAt("12:20")), scene => scene.KnownAt("12:15"))
            .ThenCaused(PartKind.AccusedBy, "mayor: merge");

    [Fact]
    public void an_embargo_ended() =>
        Between(Given(Watchdog.Accuses(Red).As("accusation").EmbargoedUntil("12:30").SaidAt("09:00").KnownAt("12:10"), Framed(Blast).KnownAt("12:40")), scene => scene.KnownAt("12:20").ForPublication(), scene => scene.KnownAt("12:35").ForPublication())
            .ThenCaused(PartKind.Named, "embargo of accusation");

    [Fact]
    public void what_changed_nothing_that_is_read_caused_nothing() =>
        Between(Given(Watchdog.Accuses(Red).SaidAt("09:00"), Framed(Blast).KnownAt("12:10"), Doing(new LinkIncident(EntryId.Of("none"), IncidentId.Of("nowhere"), IncidentLink.Follows, null)).IsRefused("incident-unknown").KnownAt("12:20")), scene => scene.KnownAt("12:15")).ThenNothing();
}
