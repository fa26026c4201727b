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

/// <summary>What an actor answers, and the rules of silence.</summary>
public class WhatAPartyAnswers
{
    [Fact] public void is_its_denial_with_its_scope() => Given(Watchdog.Accuses(Red), Red.DeniesIt(Scope.Authorship)).ThenReads(Red, "accused by 1, denies authorship");

    [Theory]
    [InlineData(Scope.Act, "denies act"), InlineData(Scope.Authorship, "denies authorship"), InlineData(Scope.AnyInvolvement, "denies any involvement")]
    [InlineData(Scope.Order, "denies in part (order)"), InlineData(Scope.Knowledge, "denies in part (knowledge)")]
    [InlineData(Scope.Number, "denies in part (number)"), InlineData(Scope.Characterisation, "denies in part (characterisation)")]
    public void is_a_denial_of_responsibility_only_by_scope(Scope scope, string answer) =>
        Given(Red.DeniesIt(scope)).ThenReads(Red, $"not accused, {answer}");

    [Fact] public void is_a_denial_in_part_when_nobody_recorded_the_scope() =>
        Given(Red.DeniesIt(null)).ThenReads(Red, "not accused, denies in part (scope not recorded)").ThenWarns("denial-without-scope");

    [Fact] public void is_a_dismissal_when_it_attacks_the_report() =>
        Given(Watchdog.Accuses(Red), Red.Dismisses(Red)).ThenReads(Red, "accused by 1, dismisses").ThenStatus("accused by 1: red");

    [Fact] public void is_neither_a_confirmation_nor_a_denial() =>
        Given(Watchdog.Accuses(Red), Red.NeitherConfirmsNorDenies(Red)).ThenReads(Red, "accused by 1, neither confirms nor denies").ThenStatus("accused by 1: red");

    [Fact] public void is_a_refusal_on_the_claim() =>
        Given(Watchdog.Accuses(Red), Red.DeclinesToComment(Red)).ThenReads(Red, "accused by 1, declined to comment");

    [Fact] public void is_a_refusal_on_the_incident_for_every_act_that_it_is_named_for() =>
        Given(Framed(Red), Framed(SecondBlastBy(Red)), Red.DeclinesToComment())
            .ThenReads(Red, "not accused, declined to comment").ThenReads(Red, "not accused, declined to comment", SecondBlast);

    [Fact] public void is_the_refusal_of_one_who_speaks_for_it() =>
        Given(Ministry.SpeaksFor(Northland), Watchdog.Accuses(Northland), Ministry.DeclinesToComment())
            .ThenReads(Northland, "accused by 1, declined to comment").ThenReads(Ministry, "no standing");

    [Fact] public void is_not_the_refusal_of_a_mere_part_of_it() =>
        Given(Army.IsPartOf(Northland), Watchdog.Accuses(Northland), Army.DeclinesToComment())
            .ThenReads(Northland, "accused by 1, not recorded whether asked").ThenReads(Army, "no standing, declined to comment");

    [Fact] public void is_not_a_refusal_on_a_claim_about_somebody_else() =>
        Given(Framed(Red), Red.DeclinesToComment(Blue)).ThenReads(Red, "not accused, not recorded whether asked");

    [Theory]
    [InlineData(StanceKind.DidNotRespond, "did not respond"), InlineData(StanceKind.DidNotRespondByDeadline, "did not respond by deadline")]
    [InlineData(StanceKind.CouldNotBeReached, "could not be reached"), InlineData(StanceKind.MadeNoOneAvailable, "made no one available")]
    public void tells_the_kinds_of_silence_apart(StanceKind kind, string answer) =>
        Given(Watchdog.Accuses(Red), Asked(Red, Red).As("r1"), Red.Says(kind).Answering("r1")).ThenReads(Red, $"accused by 1, {answer}");

    [Fact] public void is_asked_and_pending_until_something_is_heard() =>
        Given(Watchdog.Accuses(Red), Asked(Red, Red, Gazette)).ThenReads(Red, "accused by 1, asked and pending").When(Red.DeniesIt()).ThenReads(Red, "accused by 1, denies any involvement");

    [Fact] public void is_asked_and_pending_when_it_was_asked_about_the_incident_as_a_whole() =>
        Given(Watchdog.Accuses(Red), Asked(Red)).ThenReads(Red, "accused by 1, asked and pending");

    [Fact] public void is_asked_and_pending_when_one_who_speaks_for_it_was_asked() =>
        Given(Ministry.SpeaksFor(Northland), Watchdog.Accuses(Northland), Asked(Ministry)).ThenReads(Northland, "accused by 1, asked and pending");

    [Fact] public void is_not_recorded_when_the_request_was_struck() =>
        Given(Watchdog.Accuses(Red), Asked(Red, Red).As("r1"), Struck("r1")).ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void is_a_comment_without_position_when_it_was_asked_and_took_none() =>
        Given(Watchdog.Accuses(Red), Asked(Red, Red).As("r1"), Red.Comments().Answering("r1")).ThenReads(Red, "accused by 1, commented without position");

    [Fact] public void is_no_answer_when_it_comments_unasked() =>
        Given(Watchdog.Accuses(Red), Red.Comments()).ThenReads(Red, "accused by 1, not recorded whether asked");

    [Fact] public void is_not_displaced_by_later_silence() =>
        Given(Watchdog.Accuses(Red), Red.DeniesIt().As("s1"), Red.DeclinesToComment(Red).As("s2")).ThenReads(Red, "accused by 1, denies any involvement")
            .Then(reading => reading.Standings.Single().Answer.Beside.Select(h => h.Entry.Value).ShouldBe(["s2"]));

    [Fact] public void shows_a_pending_request_beside_a_position() =>
        Given(Red.DeniesIt(), Asked(Red, Red).As("r1")).ThenReads(Red, "not accused, denies any involvement")
            .Then(reading => reading.Standings.Single().Answer.Pending!.Entry.Value.ShouldBe("r1"));

    [Fact] public void is_listed_without_a_standing_when_no_claim_names_it() =>
        Given(Watchdog.Accuses(Red), Blue.DeclinesToComment().AskedBy(Gazette)).ThenReads(Blue, "no standing, declined to comment").ThenStatus("accused by 1: red");

    [Fact] public void is_not_listed_for_a_refusal_on_a_claim_that_is_not_about_responsibility() =>
        Given(Blue.DeclinesToComment(Blast)).ThenReads(Blue, "no standing");

    [Fact] public void is_the_latest_silence_where_there_are_several() =>
        Given(Framed(Red), Red.DeclinesToComment(Red).SaidAt("11:00"), Red.Dismisses(Red).SaidAt("10:00")).ThenReads(Red, "not accused, declined to comment");

    [Fact] public void comes_back_when_a_later_silence_of_the_same_kind_is_retracted() =>
        Given(Framed(Red), Red.DeclinesToComment(Red).As("s1"), Red.DeclinesToComment(Red).As("s2"), Retracted("s2")).ThenReads(Red, "not accused, declined to comment");
}
