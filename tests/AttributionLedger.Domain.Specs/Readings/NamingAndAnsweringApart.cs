using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Statements;
using Xunit;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;

namespace AttributionLedger.Domain.Specs.Readings;

/// <summary>What a party says of another is no answer of its own, and what it says of a claim goes before what follows from another.</summary>
public class NamingAndAnsweringApart
{
    private static readonly Proposition ItsUnitDidIt = new Proposition("unit-did-it", ClaimKind.Responsibility, Blue).Refining(Red);

    [Fact] public void to_deny_and_blame_a_unit_of_ones_own_acknowledges_nothing() =>
        Given(Framed(Red), Framed(ItsUnitDidIt), Red.DeniesIt(), Red.Accuses(ItsUnitDidIt)).ThenReads(Red, "not accused, denies any involvement").ThenReads(Blue, Accused);

    [Fact] public void a_denial_of_a_part_of_the_broader_claim_leaves_the_narrower_supported() =>
        Given(Framed(Red), Framed(ItsUnitDidIt), Watchdog.Accuses(ItsUnitDidIt), Watchdog.Denies(Red, Scope.Order)).ThenReads(Blue, Accused);

    [Fact] public void a_settlement_of_the_earlier_statement_makes_it_the_answer() =>
        Given(Spokeswoman.SpeaksFor(Red), Red.Acknowledges(Red).As("s1"), Spokeswoman.Denies(Red), Settled("s1")).ThenReads(Red, "acknowledged");

    [Fact] public void who_claim_together_do_not_compete() =>
        Given(Jointly(Red, Blue).ClaimsResponsibility(Red).And(StanceKind.ClaimsResponsibility, Blue)).ThenStatus("claimed: blue, red");

    [Fact] public void an_unnamed_official_that_owns_up_neither_answers_nor_accuses() =>
        Given(Official.IsPartOf(Red), Official.Acknowledges(Red).OnBackground()).ThenReads(Red, "not accused, not recorded whether asked");

    [Fact] public void of_joint_speakers_one_who_speaks_again_alone_is_heard_alone() =>
        Given(Jointly(Watchdog, Mayor, Hospital).Accuses(Red), Mayor.Accuses(Red)).ThenReads(Red, "accused by 2, not recorded whether asked");

    [Fact] public void a_report_of_what_may_not_be_shown_is_the_reporters_own() =>
        Given(Mayor.Accuses(Red).OffTheRecord().As("s1"), Gazette.Accuses(Red).Relaying("s1"))
            .ThenReads(Red, "not accused, not recorded whether asked").ForPublication().ThenReads(Red, "not accused, not recorded whether asked");

    private const string Accused = "accused by 1, not recorded whether asked";
}
