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

/// <summary>Whose words they are: unless verified, the channel speaks.</summary>
public class Issuances
{
    [Fact] public void that_are_purported_claim_for_nobody_but_are_said_to() =>
        Given(Red.ClaimsIt().Purportedly(Channel)).ThenReads(Red, "claim purported, not recorded whether asked").ThenClaim(Red, "nobody");

    [Fact] public void that_are_purported_accuse_by_the_channel() =>
        Given(Red.Accuses(Blue).Purportedly(Channel)).ThenReads(Blue, "accused by 1, not recorded whether asked")
            .Then(reading => reading.Standings.Single().AccusedBy.Single().Roots.ShouldBe([Channel.Key]));

    [Fact] public void that_are_purported_by_an_outlet_in_its_own_voice_support_nothing() =>
        Given(Red.Accuses(Blue).Purportedly(Gazette)).ThenReads(Blue, "not accused, not recorded whether asked");

    [Fact] public void in_the_name_of_one_who_speaks_for_the_actor_claim_in_its_name() =>
        Given(Ministry.SpeaksFor(Northland), Ministry.ClaimsResponsibility(Northland).Purportedly(Channel)).ThenReads(Northland, "claim purported, not recorded whether asked");

    [Fact] public void that_are_disowned_are_not_the_partys_words() =>
        Given(Red.AcknowledgesIt().Issued(Issuance.Disowned, Channel)).Then(reading => reading.Standings.Single().Named.ShouldNotBe(Named.Acknowledged));

    [Fact] public void that_are_fabricated_count_for_nobody_and_are_shown() =>
        Given(Red.Accuses(Blue).Issued(Issuance.Fabricated, Channel).As("s1"), Red.ClaimsIt().Issued(Issuance.Fabricated, Channel))
            .ThenReads(Blue, "not accused, not recorded whether asked").ThenReads(Red, "not accused, not recorded whether asked").ThenStatus("unattributed")
            .Then(reading => reading.Claims.Single(c => c.Claim.Actor == Blue.Key).Positions.Single().Entry.Value.ShouldBe("s1"));

    [Fact] public void that_are_purported_refuse_for_nobody() =>
        Given(Framed(Red), Red.DeclinesToComment(Red).Purportedly(Channel)).ThenReads(Red, "not accused, not recorded whether asked");

    [Fact] public void that_are_purported_do_not_displace_the_partys_own_words() =>
        Given(Red.DeniesIt(), Red.ClaimsIt().Purportedly(Channel)).ThenReads(Red, "claim purported, denies any involvement").ThenStatus("claim purported: red");

    [Fact] public void that_are_purported_do_not_displace_what_the_channel_says_itself() =>
        Given(Channel.Denies(Red), Red.ClaimsIt().Purportedly(Channel)).ThenReads(Red, "claim purported, not recorded whether asked").ThenClaim(Red, "1 deny");

    [Fact] public void stand_beside_accusations() =>
        Given(Watchdog.Accuses(Red), Red.ClaimsIt().Purportedly(Channel)).ThenReads(Red, "accused by 1, also claim purported, not recorded whether asked");

    [Fact] public void that_were_retracted_by_the_channel_claim_nothing_any_longer() =>
        Given(Red.ClaimsIt().Purportedly(Channel).As("s1"), Retracted("s1")).ThenReads(Red, "not accused, not recorded whether asked");
}
