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

/// <summary>When it was said, and when the desk knew it.</summary>
public class TwoClocks
{
    private const string Accused = "accused by 1, not recorded whether asked", NotAccused = "not accused, not recorded whether asked";

    [Fact] public void read_what_was_said_by_then() =>
        Given(Framed(Red), Watchdog.Accuses(Red).SaidAt("11:00")).SaidBy("10:59").ThenReads(Red, NotAccused).SaidBy("11:00").ThenReads(Red, Accused);

    [Fact] public void take_the_end_of_an_interval_as_its_latest_possible_time() =>
        Given(Framed(Red), Watchdog.Accuses(Red).SaidAt("10:00/11:00")).SaidBy("10:59").ThenReads(Red, NotAccused).SaidBy("11:00").ThenReads(Red, Accused);

    [Fact] public void take_the_known_time_where_it_is_earlier_than_the_end() =>
        Given(Framed(Red), Watchdog.Accuses(Red).SaidAt("2031-05-01").KnownAt("12:10")).SaidBy("12:09").ThenReads(Red, NotAccused).SaidBy("12:10").ThenReads(Red, Accused);

    [Fact] public void take_the_known_time_where_the_end_is_open() =>
        Given(Framed(Red), Watchdog.Accuses(Red).SaidAt("2031-04/..").KnownAt("12:10")).SaidBy("12:09").ThenReads(Red, NotAccused).SaidBy("12:10").ThenReads(Red, Accused);

    [Fact] public void add_nothing_for_an_approximate_time() =>
        Given(Framed(Red), Watchdog.Accuses(Red).SaidAt("2031-04-20~")).SaidBy("2031-04-19").ThenReads(Red, NotAccused).SaidBy("2031-04-20").ThenReads(Red, Accused);

    [Fact] public void take_a_day_in_its_own_zone() =>
        In("Asia/Baghdad", Framed(Red), Watchdog.Accuses(Red).SaidAt("2031-04-20"))
            .SaidBy("2031-04-20T21:00:00Z").ThenReads(Red, Accused).SaidBy("2031-04-20T20:59:59Z").ThenReads(Red, NotAccused);

    [Fact] public void read_what_was_known_then() =>
        Given(Framed(Red), Watchdog.Accuses(Red).SaidAt("09:00").KnownAt("12:10")).KnownAt("12:09").ThenReads(Red, NotAccused).KnownAt("12:10").ThenReads(Red, Accused);

    [Fact] public void know_nothing_before_the_incident_was_opened() => Given(Watchdog.Accuses(Red)).KnownAt("11:59").ThenIsUnknown();

    [Fact] public void do_not_know_a_claim_before_it_was_framed() =>
        Given(Watchdog.Accuses(Red).KnownAt("12:10"), Framed(Blast).KnownAt("12:20")).KnownAt("12:19").Then(reading => reading.Claims.Select(c => c.Claim.Id).ShouldBe([((Proposition)Red).Key]));

    [Fact] public void order_by_when_it_was_said_and_not_by_when_it_was_known() =>
        Given(Watchdog.Accuses(Red).SaidAt("11:00"), Watchdog.Denies(Red).SaidAt("10:00")).ThenReads(Red, Accused);

    [Fact] public void order_by_when_it_was_known_what_was_said_at_the_same_time() =>
        Given(Watchdog.Accuses(Red).SaidAt("11:00"), Watchdog.Denies(Red).SaidAt("11:00")).ThenClaim(Red, "1 deny");

    [Fact] public void order_an_interval_by_its_end() =>
        Given(Watchdog.Accuses(Red).SaidAt("09:00/11:00"), Watchdog.Denies(Red).SaidAt("10:30")).ThenReads(Red, Accused);

    [Fact] public void go_by_the_notebook_when_asked_to() =>
        Given(Framed(Red), Watchdog.Accuses(Red).NotedAt("11:00").KnownAt("12:10"))
            .NotedClock().KnownAt("10:59").ThenIsUnknown().KnownAt("11:00").ThenReads(Red, Accused);

    [Fact] public void know_a_claim_by_the_notebook_also_at_a_moment_before_it_was_said() =>
        Given(Framed(Red), Watchdog.Accuses(Red).SaidAt("10:30").NotedAt("11:00").KnownAt("12:10"))
            .NotedClock().KnownAt("11:00").SaidBy("10:29").ThenReads(Red, NotAccused).SaidBy("10:30").ThenReads(Red, Accused)
            .SaidBy("10:29").KnownAt("10:59").ThenIsUnknown();

    [Fact] public void go_by_the_ledger_unless_asked_for_the_notebook() =>
        Given(Framed(Red), Watchdog.Accuses(Red).NotedAt("11:00").KnownAt("12:10")).KnownAt("12:09").ThenReads(Red, NotAccused).KnownAt("12:10").ThenReads(Red, Accused);

    [Fact] public void know_an_unnoted_entry_by_the_notebook_when_it_was_recorded() =>
        Given(Framed(Red), Watchdog.Accuses(Red).KnownAt("12:10")).NotedClock().KnownAt("12:09").ThenReads(Red, NotAccused).KnownAt("12:10").ThenReads(Red, Accused);

    [Fact] public void take_the_noted_time_as_latest_possible_by_the_noted_clock() =>
        Given(Framed(Red), Watchdog.Accuses(Red).SaidAt("2031-05-01").NotedAt("11:00").KnownAt("12:10"))
            .SaidBy("11:30").ThenReads(Red, NotAccused).NotedClock().ThenReads(Red, Accused);
}

/// <summary>Overlapping intervals whose order would change the outcome.</summary>
public class UncertainOrder
{
    [Fact] public void is_flagged_for_one_party() =>
        Given(Asked(Red), Watchdog.Accuses(Red).SaidAt("09:00/11:00"), Watchdog.Denies(Red).SaidAt("10:30/11:30")).ThenWarns("order-uncertain");

    [Fact] public void is_flagged_between_the_voices_of_a_party() =>
        Given(Ministry.SpeaksFor(Northland), Ministry.Denies(Northland).SaidAt("09:00/11:00"), Northland.ClaimsIt().SaidAt("10:30/11:30")).ThenWarns("order-uncertain");

    [Fact] public void is_not_flagged_when_the_intervals_are_apart() =>
        Given(Asked(Red), Watchdog.Accuses(Red).SaidAt("09:00/10:00"), Watchdog.Denies(Red).SaidAt("10:30/11:30")).ThenWarns();

    [Fact] public void is_not_flagged_when_the_order_changes_nothing() =>
        Given(Asked(Red), Watchdog.Accuses(Red).SaidAt("09:00/11:00"), Watchdog.Asserts(Red).SaidAt("10:30/11:30")).ThenWarns();

    [Fact] public void is_not_flagged_for_different_parties() =>
        Given(Asked(Red), Watchdog.Accuses(Red).SaidAt("09:00/11:00"), Mayor.Denies(Red).SaidAt("10:30/11:30")).ThenWarns();

    [Fact] public void is_flagged_between_the_members_of_a_root() =>
        Given(Asked(Red), Director.SpeaksFor(Watchdog), Watchdog.Accuses(Red).SaidAt("09:00/11:00"), Director.Denies(Red).SaidAt("10:30/11:30")).ThenWarns("order-uncertain");

    [Fact] public void is_flagged_on_claims_that_are_not_about_responsibility() =>
        Given(Watchdog.Asserts(Blast).SaidAt("09:00/11:00"), Watchdog.Denies(Blast, null).SaidAt("10:30/11:30")).ThenWarns("order-uncertain");
}
