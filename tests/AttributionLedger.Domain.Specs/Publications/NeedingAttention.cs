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

namespace AttributionLedger.Domain.Specs.Publications;

/// <summary>A statement that a story rests on does not stand as it stood.</summary>
public class ReversedSinceItRan
{
    // What it says names nobody, so that no reversal of it flips anything.
    private static Scene Ran() => Given(Watchdog.Asserts(Blast).As("s1"), Mayor.Asserts(Blast).As("s2"), Published("p1").On("s1"));

    public static TheoryData<string, string> Reversals() => new()
    {
        { "retraction", "s1 retracted by speaker" }, { "of the speaker", "s1 corrected by speaker" }, { "of the outlet", "s1 corrected by outlet" }, { "of the translation", "s1 corrected by translation" },
        { "strike", "s1 struck by desk" }, { "consent", "s1 consent withdrawn by nobody" }, { "terms", "s1 terms stricter by nobody" }
    };

    private static Step Reversal(string name, string statement) => name switch
    {
        "retraction" => Retracted(statement),
        "of the speaker" => CorrectedBy(Corrector.Speaker, statement, Watchdog.Denies(Blast)),
        "of the outlet" => CorrectedBy(Corrector.Outlet, statement, Watchdog.Denies(Blast)),
        "of the translation" => CorrectedBy(Corrector.Translation, statement, Watchdog.Denies(Blast)),
        "strike" => Struck(statement),
        "consent" => ConsentWithdrawn(statement),
        _ => Renegotiated(statement, GroundRule.DeepBackground)
    };

    [Theory, MemberData(nameof(Reversals))]
    public void needs_attention_and_says_by_whose_error(string reversal, string told) => Ran().ThenIsQuiet("p1").When(Reversal(reversal, "s1")).ThenNeeds("p1", told);

    [Theory, MemberData(nameof(Reversals))]
    public void needs_none_for_what_it_does_not_rest_on(string reversal, string told)
    {
        told.ShouldNotBeEmpty();
        Ran().When(Reversal(reversal, "s2")).ThenIsQuiet("p1");
    }

    [Theory, InlineData("retraction", "s3 retracted by speaker"), InlineData("of the outlet", "s3 corrected by outlet")]
    public void needs_attention_for_what_is_done_to_the_one_that_stands_for_it(string reversal, string told) =>
        Ran().When(Watchdog.Asserts(Blast).As("s3"), Linked("s1", StatementLink.SameAs, "s3").As("l1")).ThenIsQuiet("p1").When(Reversal(reversal, "s3").As("r1")).ThenNeeds("p1", told).When(Struck("l1")).ThenIsQuiet("p1");

    [Theory, MemberData(nameof(Reversals))]
    public void needs_none_once_the_reversal_was_struck(string reversal, string told)
    {
        var undone = Reversal(reversal, "s1").As("r1");
        Ran().When(undone).ThenNeeds("p1", told).When(Struck("r1")).ThenIsQuiet("p1");
    }

    [Theory, MemberData(nameof(Reversals))]
    public void finds_them_among_the_statements_of_its_reading(string reversal, string told) =>
        Given(Watchdog.Asserts(Blast).As("s1"), Published("p1"), Mayor.Asserts(Blast).As("s2")).When(Reversal(reversal, "s1")).ThenNeeds("p1", told);

    [Fact] public void is_not_what_was_not_in_the_reading_of_its_time() =>
        Given(Watchdog.Asserts(Blast).As("s1"), Published("p1"), Mayor.Asserts(Blast).As("s2"), Retracted("s2")).ThenIsQuiet("p1");

    [Fact] public void is_not_what_its_speaker_had_said_anew_by_then() =>
        Given(Watchdog.Asserts(Blast).As("s1"), Watchdog.Asserts(Blast).As("s2"), Published("p1"), Retracted("s1")).ThenIsQuiet("p1");

    [Fact] public void is_not_evidence_that_is_gone_nor_a_voice_that_was_settled() =>
        Ran().When(Doing(new AttachEvidence(EntryId.Of("v1"), EntryId.Of("s1"), new Evidence("https://example.org/a"))), Doing(new NoteEvidenceGone(EntryId.Of("v2"), EntryId.Of("v1"), "taken down")), Settled("s1")).ThenIsQuiet("p1");

    [Fact] public void is_not_what_was_reversed_before_it_ran() =>
        Given(Watchdog.Asserts(Blast).As("s1"), Retracted("s1"), Published("p1").On("s1")).ThenIsQuiet("p1");

    [Fact] public void is_what_stands_again_after_it_ran() =>
        Given(Watchdog.Asserts(Blast).As("s1"), Retracted("s1").As("r1"), Published("p1").On("s1"), Struck("r1")).ThenNeeds("p1", "s1 stands again by desk");

    [Fact] public void is_no_renegotiation_to_freer_terms() =>
        Given(Official.Asserts(Blast).Under(GroundRule.DeepBackground).As("s1"), Published("p1").On("s1"), Renegotiated("s1", GroundRule.Background)).ThenIsQuiet("p1");

    [Fact] public void is_no_renegotiation_that_came_back_to_what_was_agreed() =>
        Given(Official.Asserts(Blast).OnBackground().As("s1"), Published("p1").On("s1"), Renegotiated("s1", GroundRule.DeepBackground)).ThenNeeds("p1", "s1 terms stricter by nobody")
            .When(Renegotiated("s1", GroundRule.Background)).ThenIsQuiet("p1");

    [Theory, InlineData(true), InlineData(false)]
    public void is_a_renegotiation_to_terms_that_nobody_stated_only_of_a_source_that_is_not_named(bool isNamed)
    {
        var scene = Given((isNamed ? Mayor : Official).Asserts(Blast).OnBackground().As("s1"), Published("p1").On("s1"), Renegotiated("s1", GroundRule.NotStated));
        if (isNamed) scene.ThenIsQuiet("p1");
        else scene.ThenNeeds("p1", "s1 terms stricter by nobody");
    }

    [Fact] public void is_another_description_under_which_it_may_be_quoted() =>
        Given(Official.Asserts(Blast).OnBackground().As("s1"), Published("p1").On("s1"), Doing(new RenegotiateTerms(EntryId.Of("r1"), EntryId.Of("s1"), new Terms(GroundRule.Background, Description: "an official"), "asked for")))
            .ThenNeeds("p1", "s1 terms stricter by nobody");

    [Fact] public void tells_no_reason_of_what_is_off_the_record()
    {
        var scene = Ran().When(Renegotiated("s1", GroundRule.OffTheRecord)).ThenNeeds("p1", "s1 terms stricter by nobody");
        scene.AttentionTo("p1").Reversals.Single().Reason.ShouldBeNull();
        Ran().When(Retracted("s1")).AttentionTo("p1").Reversals.Single().Reason.ShouldNotBeNull();
    }

    [Fact] public void has_needed_it_since_the_last_of_them()
    {
        var scene = Ran().When(Retracted("s1").KnownAt("13:00"), ConsentWithdrawn("s1").KnownAt("13:10"), Mayor.Comments().KnownAt("13:20"));
        scene.AttentionTo("p1").Since.ShouldBe(When.Instant("13:10"));
    }
}

/// <summary>The attribution is another one than when a story ran.</summary>
public class FlippedSinceItRan
{
    private static Scene Ran() => Given(Watchdog.Accuses(Red).As("s1"), Mayor.Asserts(Blast).As("s2"), Published("reading"), Published("accusing").On("s1"), Published("other").On("s2"));

    [Fact] public void needs_attention_when_the_accused_denies() =>
        Ran().When(Red.DeniesIt()).ThenNeeds("reading", "status", "answer of red").ThenNeeds("accusing", "status", "answer of red").ThenIsQuiet("other");

    [Fact] public void needs_attention_when_somebody_else_is_named() =>
        Ran().When(Mayor.Accuses(Blue)).ThenNeeds("reading", "status", "blue").ThenNeeds("accusing", "status");

    [Fact] public void needs_attention_when_an_actor_answers_without_another_status() =>
        Ran().When(Red.DeclinesToComment(Red)).ThenNeeds("reading", "answer of red").ThenNeeds("accusing", "answer of red").ThenIsQuiet("other");

    [Fact] public void needs_none_when_more_say_the_same() =>
        Ran().When(Mayor.Accuses(Red), Hospital.Accuses(Red)).ThenIsQuiet("reading").ThenIsQuiet("accusing");

    [Fact] public void is_told_apart_by_act() =>
        Ran().When(Watchdog.Accuses(SecondBlastBy(Red))).ThenNeeds("reading", "status for second-blast", "red for second-blast").ThenIsQuiet("accusing");

    [Fact] public void comes_of_a_reversal_as_well() =>
        Ran().When(Struck("s1")).ThenNeeds("accusing", "s1 struck by desk", "status", "red").ThenNeeds("reading", "s1 struck by desk", "status", "red");

    [Fact] public void comes_of_what_was_learnt_of_a_party() =>
        Given(Watchdog.Accuses(Red).As("s1"), Spokeswoman.Denies(Red), Published("p1")).ThenIsQuiet("p1").When(Spokeswoman.SpeaksFor(Red)).ThenNeeds("p1", "status", "answer of red");

    [Fact] public void is_not_that_two_were_found_to_be_one() =>
        Given(Watchdog.Accuses(Red).As("s1"), Published("p1").On("s1")).When(Red.IsMergedInto(Blue)).ThenIsQuiet("p1");

    [Fact] public void is_everything_where_nothing_was_on_record_and_says_so()
    {
        var scene = Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00"), Published("p1").At("11:00")).ThenNeeds("p1", "status", "red");
        scene.AttentionTo("p1").KnewNothing.ShouldBeTrue();
        Ran().When(Red.DeniesIt()).AttentionTo("reading").KnewNothing.ShouldBeFalse();
    }

    [Fact] public void is_nothing_by_the_notebook_that_held_it_all() =>
        Given(Watchdog.Accuses(Red).As("s1").NotedAt("10:00"), Published("p1").At("11:00").ByTheNotebook(), Published("p2").At("11:00")).ThenIsQuiet("p1").ThenNeeds("p2", "status", "red");

    [Fact] public void has_needed_it_since_the_statement_that_brought_it_about()
    {
        var scene = Ran().When(Red.DeniesIt().KnownAt("13:00"), Mayor.Comments().KnownAt("13:20"));
        scene.AttentionTo("reading").Since.ShouldBe(When.Instant("13:00"));
    }
}

/// <summary>An editor settles what a story needs.</summary>
public class SettlingAttention
{
    private static Scene Reversed() => Given(Watchdog.Accuses(Red).As("s1"), Published("p1").On("s1"), Published("p2"), Retracted("s1").As("r1")).ThenNeeds("p1", "s1 retracted by speaker", "status", "red");

    [Fact] public void makes_it_quiet_and_no_other() =>
        Reversed().When(LookedAt("p1")).ThenIsQuiet("p1").ThenNeeds("p2", "s1 retracted by speaker", "status", "red");

    [Fact] public void holds_until_something_changes_again() =>
        Reversed().When(LookedAt("p1"), Watchdog.Accuses(Red)).ThenNeeds("p1", "status", "red").When(LookedAt("p1")).ThenIsQuiet("p1").When(Red.DeniesIt()).ThenNeeds("p1", "status", "answer of red");

    [Fact] public void holds_until_what_it_settled_was_itself_an_error() =>
        Reversed().When(LookedAt("p1"), Struck("r1")).ThenNeeds("p1", "s1 stands again by desk", "status", "red");

    [Fact] public void that_was_struck_settles_nothing() =>
        Reversed().When(LookedAt("p1").As("l1"), Struck("l1")).ThenNeeds("p1", "s1 retracted by speaker", "status", "red");

    [Fact] public void falls_back_on_the_last_that_stands() =>
        Reversed().When(LookedAt("p1").As("l1"), Watchdog.Accuses(Red), LookedAt("p1").As("l2")).ThenIsQuiet("p1").When(Struck("l2")).ThenNeeds("p1", "status", "red");

    [Fact] public void is_not_asked_for_once_the_publication_was_struck() =>
        Reversed().When(Struck("p1").As("x1")).ThenIsQuiet("p1").When(Struck("x1")).ThenNeeds("p1", "s1 retracted by speaker", "status", "red");

    [Fact] public void leaves_open_what_was_logged_between_the_look_and_the_note()
    {
        var looked = Reversed();
        var seen = When.Edtf(looked.AttentionTo("p1").LookedAt);
        looked.When(Red.DeniesIt(), LookedAt("p1", seen)).ThenNeeds("p1", "answer of red").When(LookedAt("p1")).ThenIsQuiet("p1");
    }

    [Fact] public void by_what_was_seen_settles_what_was_seen()
    {
        var looked = Reversed();
        looked.When(Mayor.Comments(), LookedAt("p1", When.Edtf(looked.AttentionTo("p1").LookedAt))).ThenIsQuiet("p1");
    }

    [Fact] public void by_an_older_look_opens_nothing_that_a_newer_settled()
    {
        var looked = Reversed();
        var seen = When.Edtf(looked.AttentionTo("p1").LookedAt);
        looked.When(Red.DeniesIt(), LookedAt("p1").As("l1"), LookedAt("p1", seen)).ThenIsQuiet("p1").When(Struck("l1")).ThenNeeds("p1", "answer of red");
    }

    [Fact] public void is_by_a_look_that_is_not_older_than_the_last_that_stands()
    {
        var looked = Reversed();
        var earlier = When.Edtf(looked.AttentionTo("p1").LookedAt);
        looked.When(Mayor.Comments());
        looked.When(LookedAt("p1", When.Edtf(looked.AttentionTo("p1").LookedAt)).As("l1"), LookedAt("p1", earlier).IsRefused("seen-too-early"), Struck("l1"), LookedAt("p1", earlier)).ThenIsQuiet("p1");
    }
}
