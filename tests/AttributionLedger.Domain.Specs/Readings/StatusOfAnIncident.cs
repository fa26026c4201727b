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

/// <summary>The rows of the table of statuses, from the first that fits to the last.</summary>
public class StatusOfAnIncident
{
    [Fact] public void is_acknowledged_when_someone_acknowledges_it() =>
        Given(Watchdog.Accuses(Red)).When(Red.AcknowledgesIt()).ThenStatus("acknowledged: red");

    [Fact] public void keeps_other_accusations_beside_an_acknowledgement() =>
        Given(Watchdog.Accuses(Blue), Red.AcknowledgesIt()).ThenStatus("acknowledged: red").ThenReads(Blue, "accused by 1, not recorded whether asked");

    [Fact] public void is_acknowledged_before_it_is_claimed() =>
        Given(Blue.ClaimsIt(), Red.AcknowledgesIt()).ThenStatus("acknowledged: red");

    [Fact] public void is_competing_claims_when_two_apart_claim_it() =>
        Given(Red.ClaimsIt(), Blue.ClaimsIt()).ThenStatus("competing claims: blue, red");

    [Fact] public void is_no_competing_claims_when_one_belongs_to_the_other() =>
        Given(Army.IsPartOf(Northland), Army.ClaimsIt(), Northland.ClaimsIt()).ThenStatus("claimed: army, northland");

    [Fact] public void is_competing_claims_even_when_others_deny_them() =>
        Given(Red.ClaimsIt(), Blue.ClaimsIt(), Watchdog.Denies(Red)).ThenStatus("competing claims: blue, red");

    [Fact] public void is_claimed_and_disputed_when_another_root_denies_it() =>
        Given(Red.ClaimsIt(), Watchdog.Denies(Red)).ThenStatus("claimed disputed: red");

    [Fact] public void is_claimed_and_disputed_when_another_root_accuses_someone_apart() =>
        Given(Red.ClaimsIt(), Watchdog.Accuses(Blue)).ThenStatus("claimed disputed: red");

    [Fact] public void is_not_disputed_by_the_root_that_claims_it() =>
        Given(Army.IsPartOf(Northland), Northland.ClaimsIt(), Army.Denies(Northland), Army.Accuses(Blue)).ThenStatus("claimed: northland");

    [Fact] public void is_not_disputed_by_an_accusation_of_one_who_is_not_apart() =>
        Given(Army.IsPartOf(Northland), Northland.ClaimsIt(), Watchdog.Accuses(Army)).ThenStatus("claimed: northland");

    [Fact] public void is_not_disputed_by_a_denial_in_part() =>
        Given(Red.ClaimsIt(), Watchdog.Denies(Red, Scope.Order)).ThenStatus("claimed: red");

    [Fact] public void is_not_disputed_by_the_denial_of_another_who_is_not_accused() =>
        Given(Red.ClaimsIt(), Blue.DeniesIt()).ThenStatus("claimed: red");

    [Fact] public void is_claimed_when_one_claims_it() => Given(Red.ClaimsIt()).ThenStatus("claimed: red");

    [Fact] public void is_rival_accusations_when_two_apart_are_each_accused_by_a_root_that_does_not_accuse_the_other() =>
        Given(Watchdog.Accuses(Red), Mayor.Accuses(Blue)).ThenStatus("rival accusations: blue, red");

    [Fact] public void is_no_rival_accusations_when_the_same_root_accuses_both() =>
        Given(Watchdog.Accuses(Red), Watchdog.Accuses(Blue)).ThenStatus("accused by 1: blue, red");

    [Fact] public void is_no_rival_accusations_when_only_one_of_them_has_a_root_of_its_own() =>
        Given(Watchdog.Accuses(Red), Watchdog.Accuses(Blue), Mayor.Accuses(Blue)).ThenStatus("accused by 2: blue, red");

    [Fact] public void is_no_rival_accusations_when_one_belongs_to_the_other() =>
        Given(Army.IsPartOf(Northland).NotCounting(), Watchdog.Accuses(Army), Mayor.Accuses(Northland)).ThenStatus("accused by 1: army, northland");

    [Fact] public void is_rival_accusations_although_both_deny() =>
        Given(Watchdog.Accuses(Red), Mayor.Accuses(Blue), Red.DeniesIt(), Blue.DeniesIt()).ThenStatus("rival accusations: blue, red");

    [Fact] public void is_contested_when_everyone_accused_denies_outright() =>
        Given(Watchdog.Accuses(Red), Watchdog.Accuses(Blue), Red.DeniesIt(), Blue.DeniesIt(Scope.Act)).ThenStatus("contested: blue, red");

    [Fact] public void is_not_contested_while_one_of_the_accused_has_not_denied() =>
        Given(Watchdog.Accuses(Red), Watchdog.Accuses(Blue), Red.DeniesIt()).ThenStatus("accused by 1: blue, red");

    [Fact] public void is_not_contested_by_a_denial_in_part() =>
        Given(Watchdog.Accuses(Red), Red.DeniesIt(Scope.Knowledge)).ThenStatus("accused by 1: red");

    [Fact] public void is_accused_with_the_count_of_the_best_supported_and_never_a_sum() =>
        Given(Watchdog.Accuses(Red), Mayor.Accuses(Red), Watchdog.Accuses(Blue)).ThenStatus("accused by 2: blue, red");

    [Fact] public void is_claim_purported_when_only_an_unverified_issuance_claims_it() =>
        Given(Red.ClaimsIt().Purportedly(Channel)).ThenStatus("claim purported: red");

    [Fact] public void is_accused_before_it_is_purported() =>
        Given(Red.ClaimsIt().Purportedly(Channel), Watchdog.Accuses(Blue)).ThenStatus("accused by 1: blue");

    [Fact] public void is_withdrawn_when_a_standing_is_and_nobody_else_is_named() =>
        Given(Watchdog.Accuses(Red).As("s1"), Retracted("s1")).ThenStatus("withdrawn: red");

    [Fact] public void is_not_withdrawn_while_somebody_else_is_named() =>
        Given(Watchdog.Accuses(Red).As("s1"), Mayor.Accuses(Blue), Retracted("s1")).ThenStatus("accused by 1: blue");

    [Fact] public void is_claim_purported_before_it_is_withdrawn() =>
        Given(Watchdog.Accuses(Red).As("s1"), Retracted("s1"), Blue.ClaimsIt().Purportedly(Channel)).ThenStatus("claim purported: blue");

    [Fact] public void is_unattributed_when_nobody_is_named() => Given(Watchdog.Asserts(Blast)).ThenStatus("unattributed");

    [Fact] public void is_unattributed_with_the_description_where_only_a_described_actor_is_named() =>
        Given(Watchdog.Accuses(Outlaws)).ThenStatus("unattributed (described: outlaws)");

    [Fact] public void does_not_let_a_described_actor_compete() =>
        Given(Watchdog.Accuses(Outlaws), Mayor.Accuses(Red)).ThenStatus("accused by 1: red");

    [Fact] public void takes_acts_apart() =>
        Given(Red.ClaimsIt(), Watchdog.Accuses(SecondBlastBy(Blue)))
            .ThenStatus("claimed: red").ThenStatus("accused by 1: blue", SecondBlast)
            .ThenReads(Blue, "accused by 1, not recorded whether asked", SecondBlast).ThenReads(Blue, "no standing");

    [Fact] public void carries_the_rule_its_version_and_the_statements_it_rests_on() =>
        Given(Watchdog.Accuses(Red).As("s1"), Mayor.Accuses(Red).As("s2"), Hospital.Comments().As("s3")).Then(reading =>
        {
            reading.RulesVersion.ShouldBe(Rules.Current.Version);
            reading.Status.Reason.Rule.ShouldBe("status-accused");
            reading.Status.Reason.Statements.Select(s => s.Value).Order().ShouldBe(["s1", "s2"]);
        });
}
