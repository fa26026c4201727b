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

/// <summary>How an actor is named.</summary>
public class WaysOfBeingNamed
{
    [Fact] public void is_acknowledged_by_its_own_voice() => Given(Red.AcknowledgesIt()).ThenReads(Red, "acknowledged");

    [Fact] public void reads_an_own_voice_that_confirms_as_acknowledged() => Given(Red.Confirms(Red)).ThenReads(Red, "acknowledged");

    [Fact] public void is_claimed_by_its_own_voice() => Given(Red.ClaimsIt()).ThenReads(Red, "claimed");

    [Fact] public void reads_an_own_voice_that_asserts_as_claimed() => Given(Red.Asserts(Red)).ThenReads(Red, "claimed");

    [Fact] public void is_claim_purported_when_an_unverified_issuance_claims_in_its_name() =>
        Given(Red.ClaimsIt().Purportedly(Channel)).ThenReads(Red, "claim purported, not recorded whether asked");

    [Fact] public void is_accused_by_those_who_accuse_assert_or_confirm() =>
        Given(Watchdog.Accuses(Red), Mayor.Asserts(Red), Hospital.Confirms(Red)).ThenReads(Red, "accused by 3, not recorded whether asked");

    [Fact] public void is_not_accused_when_nobody_names_it_though_a_claim_does() =>
        Given(Framed(Red)).ThenReads(Red, "not accused, not recorded whether asked").ThenStatus("unattributed");

    [Fact] public void says_that_an_accusation_was_withdrawn() =>
        Given(Watchdog.Accuses(Red).As("s1"), Retracted("s1")).ThenReads(Red, "accusation withdrawn, not recorded whether asked");

    [Fact] public void says_that_a_claim_was_withdrawn() =>
        Given(Red.ClaimsIt().As("s1"), Retracted("s1")).ThenReads(Red, "claim withdrawn, not recorded whether asked");

    [Fact] public void says_both_when_both_were_withdrawn() =>
        Given(Red.ClaimsIt().As("s1"), Watchdog.Accuses(Red).As("s2"), Retracted("s1"), Retracted("s2")).ThenReads(Red, "claim and accusation withdrawn, not recorded whether asked");

    [Fact] public void is_not_withdrawn_while_one_accusation_lives() =>
        Given(Watchdog.Accuses(Red).As("s1"), Mayor.Accuses(Red), Retracted("s1")).ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void is_not_withdrawn_once_the_accuser_accuses_again_in_other_words() =>
        Given(Watchdog.Accuses(Red).As("s1"), Watchdog.Asserts(Red), Retracted("s1")).ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void is_not_withdrawn_while_its_own_voice_claims_it() =>
        Given(Watchdog.Accuses(Red).As("s1"), Red.ClaimsIt(), Retracted("s1")).ThenReads(Red, "claimed");

    [Fact] public void is_not_withdrawn_when_the_accuser_changed_its_mind_without_taking_anything_back() =>
        Given(Watchdog.Accuses(Red), Watchdog.Denies(Red)).ThenReads(Red, "not accused, not recorded whether asked");

    [Fact] public void is_shown_on_both_sides() =>
        Given(Watchdog.Accuses(Red), Mayor.Accuses(Red), Red.DeniesIt()).ThenReads(Red, "accused by 2, denies any involvement");

    [Fact] public void shows_accusations_beside_a_claim() =>
        Given(Watchdog.Accuses(Red), Red.ClaimsIt()).ThenReads(Red, "claimed, also accused by 1");

    [Fact] public void is_not_accused_by_an_outlet_in_its_own_voice() =>
        Given(Gazette.Asserts(Red)).ThenReads(Red, "not accused, not recorded whether asked").ThenStatus("unattributed, stated as fact by gazette");
}

/// <summary>What is never inferred.</summary>
public class Never
{
    [Fact] public void makes_a_denial_without_an_accusation_read_as_one() =>
        Given(Red.DeniesIt()).ThenReads(Red, "not accused, denies any involvement").ThenStatus("unattributed");

    [Fact] public void makes_a_suspect_of_one_who_refuses_to_comment() =>
        Given(Red.DeclinesToComment()).ThenReads(Red, "no standing, declined to comment").ThenStatus("unattributed");

    [Fact] public void makes_a_suspect_of_whom_the_refuser_belongs_to() =>
        Given(Army.IsPartOf(Northland), Army.DeclinesToComment()).ThenReads(Northland, "no standing");

    [Fact] public void takes_silence_as_assent() =>
        Given(Watchdog.Accuses(Red), Asked(Red, Red).As("r1"), Red.Says(StanceKind.DidNotRespond).Answering("r1")).ThenReads(Red, "accused by 1, did not respond");

    [Fact] public void infers_responsibility_from_a_claim_about_means() =>
        Given(Watchdog.Asserts(new Proposition("reds-drone", ClaimKind.Means))).ThenStatus("unattributed");

    [Fact] public void infers_responsibility_from_affiliation() =>
        Given(Army.IsPartOf(Northland), Framed(Northland), Watchdog.Accuses(Army)).ThenReads(Northland, "not accused, not recorded whether asked");

    [Fact] public void carries_responsibility_over_a_link_between_incidents()
    {
        var scene = Given(Watchdog.Asserts(Blast));
        scene.Ledger.Others.Add(IncidentId.Of("other"));
        scene.When(Doing(new LinkIncident(EntryId.Of("l1"), IncidentId.Of("other"), IncidentLink.Follows, null))).ThenStatus("unattributed");
    }
}
