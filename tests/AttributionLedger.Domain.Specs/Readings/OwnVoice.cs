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

/// <summary>Who answers for an actor: itself and those who speak for it, by name.</summary>
public class OwnVoice
{
    [Fact] public void is_the_actor() => Given(Red.DeniesIt()).ThenReads(Red, "not accused, denies any involvement");

    [Fact] public void is_one_who_speaks_for_it() =>
        Given(Ministry.SpeaksFor(Northland), Ministry.Denies(Northland)).ThenReads(Northland, "not accused, denies any involvement");

    [Fact] public void is_transitive() =>
        Given(Ministry.SpeaksFor(Northland), Spokeswoman.SpeaksFor(Ministry), Spokeswoman.Acknowledges(Northland)).ThenReads(Northland, "acknowledged");

    [Fact] public void is_one_who_speaks_for_it_though_the_link_does_not_count() =>
        Given(Ministry.SpeaksFor(Northland).NotCounting(), Ministry.Denies(Northland)).ThenReads(Northland, "not accused, denies any involvement");

    [Fact] public void is_not_one_who_is_merely_part_of_it() =>
        Given(Army.IsPartOf(Northland), Army.Denies(Northland)).ThenReads(Northland, "not accused, not recorded whether asked");

    [Fact] public void is_not_one_who_speaks_for_a_part_of_it() =>
        Given(Army.IsPartOf(Northland), Spokeswoman.SpeaksFor(Army), Spokeswoman.Denies(Northland)).ThenReads(Northland, "not accused, not recorded whether asked");

    [Fact] public void is_not_whom_it_belongs_to() =>
        Given(Army.SpeaksFor(Northland), Northland.Denies(Army)).ThenReads(Army, "not accused, not recorded whether asked");

    [Fact] public void is_never_an_unnamed_official() =>
        Given(Official.SpeaksFor(Northland), Watchdog.Accuses(Northland), Official.Denies(Northland)).ThenReads(Northland, "accused by 1, not recorded whether asked");

    [Fact] public void is_not_a_channel_that_speaks_in_its_name() =>
        Given(Red.DeniesIt().Purportedly(Channel)).ThenReads(Red, "not accused, not recorded whether asked");

    [Fact] public void is_an_outlet_that_speaks_for_it() =>
        Given(Gazette.SpeaksFor(Northland), Gazette.Asserts(Northland)).ThenReads(Northland, "claimed").ThenStatus("claimed: northland");

    [Fact] public void covers_every_claim_that_names_the_actor_for_the_act()
    {
        var other = new Proposition("red-again", ClaimKind.Responsibility, Red);
        Given(Watchdog.Accuses(Red), Red.Denies(other)).ThenReads(Red, "accused by 1, denies any involvement");
    }

    [Fact] public void is_one_who_spoke_for_it_at_the_latest_possible_time_of_the_statement() =>
        Given(Framed(Northland), Ministry.SpeaksFor(Northland).From("11:00").Until("11:30"), Ministry.Denies(Northland).SaidAt("10:00/11:15"))
            .ThenReads(Northland, "not accused, denies any involvement");

    [Fact] public void is_not_one_who_spoke_for_it_at_another_time() =>
        Given(Framed(Northland), Ministry.SpeaksFor(Northland).From("11:00").Until("11:30"), Ministry.Denies(Northland).SaidAt("10:00/11:45"))
            .ThenReads(Northland, "not accused, not recorded whether asked");

    [Fact] public void stays_one_who_left_later() =>
        Given(Ministry.SpeaksFor(Northland).As("a1"), Ministry.Denies(Northland).SaidAt("11:00"), Ministry.LeavesBy("a1", "11:30"))
            .ThenReads(Northland, "not accused, denies any involvement");

    [Fact] public void learnt_late_does_not_change_what_was_known_before() =>
        Given(Ministry.Denies(Northland).KnownAt("12:10"), Ministry.SpeaksFor(Northland).KnownAt("12:20"))
            .KnownAt("12:15").ThenReads(Northland, "not accused, not recorded whether asked")
            .KnownAt("12:20").ThenReads(Northland, "not accused, denies any involvement");

    [Fact] public void is_not_one_whose_affiliation_was_struck() =>
        Given(Ministry.SpeaksFor(Northland).As("a1"), Ministry.Denies(Northland), Ministry.HasStruck("a1")).ThenReads(Northland, "not accused, not recorded whether asked");

    [Fact] public void counts_its_latest_stance_whoever_spoke() =>
        Given(Ministry.SpeaksFor(Northland), Northland.ClaimsIt(), Ministry.Denies(Northland)).ThenReads(Northland, "not accused, denies any involvement, divided voice");
}

/// <summary>Voices of one party that say opposed things.</summary>
public class DividedVoice
{
    private static Scene Divided() => Given(
        Ministry.SpeaksFor(Northland), Army.SpeaksFor(Northland), Ministry.Denies(Northland).As("s1"), Army.Acknowledges(Northland).As("s2"));

    [Fact] public void is_said_while_an_opposed_stance_of_another_speaker_lives() => Divided().ThenReads(Northland, "acknowledged, divided voice");

    [Fact] public void ends_when_a_statement_is_marked_as_settling_it() => Divided().When(Settled("s2")).ThenReads(Northland, "acknowledged");

    [Fact] public void comes_back_when_the_settling_is_struck() => Divided().When(Settled("s2").As("v1"), Struck("v1")).ThenReads(Northland, "acknowledged, divided voice");

    [Fact] public void comes_back_when_a_voice_speaks_up_again_after_it_was_settled() =>
        Divided().When(Settled("s2"), Ministry.Denies(Northland)).ThenReads(Northland, "not accused, denies any involvement, divided voice");

    [Fact] public void ends_when_the_other_speaker_comes_round() => Divided().When(Ministry.Acknowledges(Northland)).ThenReads(Northland, "acknowledged");

    [Fact] public void ends_when_the_other_speaker_retracts() => Divided().When(Retracted("s1")).ThenReads(Northland, "acknowledged");

    [Fact] public void is_not_said_of_one_speaker_who_changed_its_mind() =>
        Given(Red.DeniesIt(), Red.AcknowledgesIt()).ThenReads(Red, "acknowledged");

    [Fact] public void is_not_said_of_a_denial_in_part() =>
        Given(Ministry.SpeaksFor(Northland), Ministry.Denies(Northland, Scope.Order), Northland.AcknowledgesIt()).ThenReads(Northland, "acknowledged");
}
