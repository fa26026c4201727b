using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Domain.Specs.Incidents;

/// <summary>What commands put on record, and that they do so once.</summary>
public class AcceptedCommands
{
    private static EntryId Key(string id) => EntryId.Of(id);

    private static IncidentEvent[] Facts(Scene scene, string entry) => [.. scene.Ledger.Facts.Select(f => f.Fact).Where(fact => fact.EntryKey() == entry)];

    private static Scene Desk()
    {
        var scene = Given(Watchdog.Accuses(Red).As("s1").SaidAt("11:00"), Mayor.Asserts(Blast).As("s2"));
        scene.Ledger.Others.Add(IncidentId.Of("other"));
        return scene.When(Doing(new AttachEvidence(Key("v1"), Key("s1"), new Evidence("https://example.org/a"))),
            Doing(new RegisterPublication(Key("story"), null, "https://example.org/p", When.World("11:30", "Etc/UTC"), null, Clock.Noted)));
    }

    public static TheoryData<string> Names() => new(Commands.Select(command => command.GetType().Name));

    private static readonly IncidentCommand[] Commands =
    [
        new ReviseIncident(Key("e"), "A better headline", null, null, null, "why"), new RewordClaim(Key("e"), Blast.Key, "better words", "why"),
        new FrameClaim(Dead.Claim()), new SeekComment(Key("e"), Red.Key, [Watchdog.Key], null, When.World("11:00", "Etc/UTC"), null, "mail"),
        new LogStatement(Key("e"), new([Mayor.Key], When.World("11:00", "Etc/UTC"), new(GroundRule.OnTheRecord), Setting.NotRecorded), [new(StanceKind.Comments, null)]),
        new RetractStatement(Key("e"), Key("s1"), When.World("11:30", "Etc/UTC"), "why", null),
        new CorrectStatement(Key("e"), Key("s1"), Corrector.Outlet, null, "why", new Words(WordsForm.Verbatim, "No."), null),
        new StrikeEntry(Key("e"), Key("s1"), "why"), new RenegotiateTerms(Key("e"), Key("s1"), new(GroundRule.Background), "why"),
        new WithdrawConsent(Key("e"), Key("s1"), "why"), new SettleVoice(Key("e"), Key("s1"), "why"), new LinkStatement(Key("e"), Key("s1"), Key("s2"), StatementLink.RelayOf, "why"),
        new AttachEvidence(Key("e"), Key("s1"), new Evidence(File: "a.jpg", Sha256: new string('a', 64))), new NoteEvidenceGone(Key("e"), Key("v1"), "why"),
        new RecordIndependence(Key("e"), Blast.Key, [Watchdog.Key, Mayor.Key], "why"), new LinkIncident(Key("e"), IncidentId.Of("other"), IncidentLink.PartOf, null),
        new MergeIncident(Key("e"), IncidentId.Of("other"), "why"), new CloseIncident(Key("e"), "why"),
        new RegisterPublication(Key("e"), "A story", "https://example.org/e", When.World("11:30", "Etc/UTC"), [Key("s1")], Clock.Recorded), new SettleAttention(Key("e"), Key("story"), "mended")
    ];

    [Theory, MemberData(nameof(Names))]
    public void add_nothing_when_they_come_again(string name)
    {
        var command = Commands.Single(c => c.GetType().Name == name);
        var scene = Desk().When(Doing(command));
        var again = scene.Ledger.Decide(command, scene.Now);
        again.IsRefused.ShouldBeFalse();
        again.Facts.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Names))]
    public void are_refused_when_their_id_comes_again_with_another_noted_time(string name)
    {
        var command = Commands.Single(c => c.GetType().Name == name);
        var scene = Desk().When(Doing(command));
        scene.Ledger.Decide(command with { Noted = When.Noon }, scene.Now).Rejections.Single().Code.ShouldBe("id-taken");
    }

    [Fact] public void add_nothing_when_an_incident_is_opened_with_the_same_words() =>
        Given().When(Doing(new OpenIncident("An incident", "Etc/UTC", null, null, null, true))).Ledger.Facts.Count.ShouldBe(1);

    [Fact] public void log_a_statement_with_one_event_for_each_stance() =>
        Facts(Given(Watchdog.Accuses(Red).AndDenies(Blue).And(StanceKind.Comments).As("s1")), "s1").Select(fact => fact.GetType())
            .ShouldBe([typeof(StatementLogged), typeof(ActorAccused), typeof(ClaimDenied), typeof(CommentMade)]);

    [Fact] public void name_the_accused_in_the_event() =>
        Facts(Given(Watchdog.Accuses(Red).As("s1")), "s1").OfType<ActorAccused>().Single().ShouldSatisfyAllConditions(e => e.Actor.ShouldBe(Red.Key), e => e.By.ShouldBe([Watchdog.Key]));

    [Theory]
    [InlineData(StanceKind.DidNotRespond), InlineData(StanceKind.DeclinesToComment), InlineData(StanceKind.Dismisses)]
    public void take_what_answers_a_request_to_be_about_what_was_asked(StanceKind kind) =>
        Facts(Given(Asked(Red, Red).As("r1"), Red.Says(kind).Answering("r1").As("s1")), "s1").OfType<StanceTaken>().Single().Claim.ShouldBe(((Proposition)Red).Key);

    [Theory]
    [InlineData("https://example.org/a"), InlineData("http://example.org/a")]
    public void take_evidence_on_the_web(string address) => Desk().When(Doing(new AttachEvidence(Key("e"), Key("s1"), new Evidence(address))));

    [Fact] public void strike_a_reversal_by_its_own_event_that_names_what_stands_again() =>
        Facts(Given(Watchdog.Accuses(Red).As("s1"), Retracted("s1").As("r1"), Struck("r1").As("x1")), "x1").ShouldBe([new ReversalStruck(Key("x1"), Key("r1"), Key("s1"), "logged in error")]);

    [Fact] public void log_nothing_into_a_closed_incident_until_it_is_reopened() =>
        Given(Doing(new CloseIncident(Key("c1"), "done")), Watchdog.DeclinesToComment().IsRefused("incident-closed"), Doing(new CloseIncident(Key("c2"), "done")).IsRefused("already-closed"),
            Doing(new ReopenIncident(Key("o1"), "news")), Watchdog.DeclinesToComment());

    [Fact] public void log_nothing_into_a_merged_incident_until_it_is_split()
    {
        var scene = Desk().When(Doing(new MergeIncident(Key("m1"), IncidentId.Of("other"), "the same")), Watchdog.DeclinesToComment().IsRefused("incident-merged"));
        scene.When(Doing(new SplitIncident(Key("p1"), IncidentId.Of("other"), "not the same")), Watchdog.DeclinesToComment());
    }

    [Fact] public void register_a_story_again_once_the_first_was_struck() =>
        Given(Published("p1").At("11:30"), Struck("p1"), Published("p2").At("11:30").Under("https://example.org/p1"), Published("p3").At("11:30").Under("https://example.org/p1").IsRefused("url-taken"));

    [Fact] public void let_an_editor_settle_what_a_story_needs_also_when_the_incident_is_closed() =>
        Given(Published("p1").At("11:30"), Doing(new CloseIncident(Key("c1"), "done")), LookedAt("p1"), Published("p2").At("11:30").IsRefused("incident-closed"));

    [Fact] public void keep_what_a_revision_leaves_out() =>
        Desk().When(Doing(new ReviseIncident(Key("e"), null, null, "The hills", null, "why"))).Ledger.Incident!.ShouldSatisfyAllConditions(i => i.Headline.ShouldBe("An incident"), i => i.Place.ShouldBe("The hills"));

    [Fact] public void allow_a_retraction_again_once_the_first_was_struck() =>
        Given(Watchdog.Accuses(Red).As("s1"), Retracted("s1").As("r1"), Struck("r1"), Retracted("s1")).ThenReads(Red, "accusation withdrawn, not recorded whether asked");

    [Fact] public void allow_consent_to_be_withdrawn_again_once_that_was_struck() =>
        Given(Watchdog.Accuses(Red).As("s1"), ConsentWithdrawn("s1").As("w1"), Struck("w1"), ConsentWithdrawn("s1")).ForPublication().ThenReads(Red, "not accused, not recorded whether asked");

    [Fact] public void allow_a_party_to_be_both_asked_and_silent_on_the_incident() =>
        Given(Asked(Red).As("r1"), Red.Says(StanceKind.CouldNotBeReached).Answering("r1")).ThenReads(Red, "no standing, could not be reached");
}
