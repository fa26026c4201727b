using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;

namespace AttributionLedger.Domain.Specs.Incidents;

/// <summary>Every code under which a command about an incident is refused, with what brings it about.</summary>
public class RefusedCommands
{
    /// <summary>s1 is a statement, r1 a request, v1 a piece of evidence, x1 struck, t1 retracted, c1 without consent.</summary>
    private static Scene Desk() => Given(
        Watchdog.Accuses(Red).As("s1").SaidAt("11:00"), Framed(Blast), Framed(Dead), Asked(Red, Red).As("r1"),
        Doing(new AttachEvidence(Key("v1"), Key("s1"), new Evidence("https://example.org/a"))),
        Mayor.Accuses(Red).As("x1"), Struck("x1").As("strike"), Mayor.Accuses(Red).As("t1"), Retracted("t1"), Official.Asserts(Blast).As("c1"), ConsentWithdrawn("c1"),
        Registered(Visitor), Published("p1").At("11:30"), Published("p2").At("11:30"), Struck("p2"));

    /// <summary>An unnamed source of another incident.</summary>
    private static readonly Someone Visitor = new("unnamed-visitor", PartyKind.Unnamed, within: "elsewhere");

    private static EntryId Key(string id) => EntryId.Of(id);
    private static WorldTime Time(string time) => When.World(time, "Etc/UTC");
    private static ClaimId Did(Someone actor) => ((Proposition)actor).Key;
    private static Stance Takes(StanceKind kind, ClaimId? claim = null) => new(kind, claim);

    private static readonly Statement Plain = new([Watchdog.Key], Time("11:00"), new Terms(GroundRule.OnTheRecord), Setting.NotRecorded);

    private static LogStatement Log(Func<Statement, Statement> how, params Stance[] stances) =>
        new(Key("new"), how(Plain), stances.Length > 0 ? [.. stances] : [Takes(StanceKind.Asserts, Blast.Key)]);

    private static LogStatement Taking(params Stance[] stances) => new(Key("new"), Plain, [.. stances]);
    private static LogStatement Saying(Words words) => Log(s => s with { Words = words });
    private static RegisterPublication Publish(Func<RegisterPublication, RegisterPublication> how) => how(new(Key("new"), "A story", "https://example.org/new", Time("11:30"), [Key("s1")], Clock.Recorded));
    private static AttachEvidence Attach(Evidence piece) => new(Key("new"), Key("s1"), piece);
    private static FrameClaim Frame(Claim claim) => new(claim);
    private static Claim New(ClaimKind kind) => new(ClaimId.Of("new"), kind, "a claim");
    private static Figure[] Many(int count) => [.. Enumerable.Range(0, count).Select(i => new Figure($"kind {i}", 1, 1))];
    private static PartyId[] Strangers(int count) => [.. Enumerable.Range(0, count).Select(i => PartyId.Of($"p{i}"))];

    private static readonly (string Code, IncidentCommand Command)[] Table =
    [
        ("id-taken", Log(s => s, Takes(StanceKind.Denies, Blast.Key)) with { Id = Key("s1") }),
        ("id-taken", new OpenIncident("Another", "Etc/UTC", null, null, null, false)),
        ("id-taken", Frame(Blast.Claim() with { Text = "other words" })),
        ("id-malformed", Taking(Takes(StanceKind.Comments)) with { Id = Key("no spaces") }),
        ("id-malformed", Frame(New(ClaimKind.Other) with { Id = ClaimId.Of("-") })),
        ("noted-after-recorded", Taking(Takes(StanceKind.Comments)) with { Noted = When.Noon.AddDays(1) }),
        ("said-after-known", Log(s => s with { Said = Time("2031-05-02") })),
        ("said-after-known", Log(s => s) with { Noted = When.Noon.AddHours(-3) }),
        ("said-after-known", new SeekComment(Key("new"), Red.Key, [], null, Time("2031-05-02"), null, null)),
        ("said-after-known", new RetractStatement(Key("new"), Key("s1"), Time("2031-05-02"), "why", null)),
        ("said-after-known", new CorrectStatement(Key("new"), Key("s1"), Corrector.Speaker, Time("2031-05-02"), "why", new Words(WordsForm.Verbatim, "No."), null)),
        ("text-empty", Frame(New(ClaimKind.Other) with { Text = " " })),
        ("text-too-long", Saying(new Words(WordsForm.Verbatim, new string('a', Texts.WordsLimit + 1)))),
        ("text-null-character", Saying(new Words(WordsForm.Verbatim, "a\0b"))),
        ("text-lone-surrogate", Saying(new Words(WordsForm.Verbatim, "a\ud800"))),
        ("text-control-character", new ReviseIncident(Key("new"), "two\nlines", null, null, null, "why")),
        ("text-bidi-control", new ReviseIncident(Key("new"), "a\u202eb", null, null, null, "why")),
        ("nothing-to-change", new ReviseIncident(Key("new"), null, null, null, null, "why")),
        ("nothing-to-change", new CorrectStatement(Key("new"), Key("s1"), Corrector.Outlet, null, "why", null, null)),

        ("claim-without-actor", Frame(New(ClaimKind.Responsibility))),
        ("claim-does-not-take-actor", Frame(New(ClaimKind.Means) with { Actor = Red.Key })),
        ("claim-does-not-take-act", Frame(New(ClaimKind.Means) with { Act = Blast.Key })),
        ("act-unknown", Frame(New(ClaimKind.Responsibility) with { Actor = Red.Key, Act = Dead.Key })),
        ("claim-unknown", Frame(New(ClaimKind.Origin) with { Refines = ClaimId.Of("none") })),
        ("refinement-makes-responsible", Frame(New(ClaimKind.Means) with { Refines = Did(Red) })),
        ("party-unknown", Frame(New(ClaimKind.Responsibility) with { Actor = PartyId.Of("nobody") })),
        ("figures-do-not-fit", Frame(New(ClaimKind.Motive) with { Figures = [new("killed", 1, 1)] })),
        ("figure-category-repeated", Frame(New(ClaimKind.Casualties) with { Figures = [new("killed", 1, 1), new("killed", 2, 2)] })),
        ("figure-impossible", Frame(New(ClaimKind.Casualties) with { Figures = [new("killed", 2, 1)] })),
        ("figure-impossible", Frame(New(ClaimKind.Casualties) with { Figures = [new("killed", -1, null)] })),
        ("too-many", Frame(New(ClaimKind.Casualties) with { Figures = [.. Many(21)] })),
        ("claim-unknown", new RewordClaim(Key("new"), ClaimId.Of("none"), "text", "why")),

        ("speaker-missing", Log(s => s with { By = [] })),
        ("speaker-repeated", Log(s => s with { By = [Watchdog.Key, Watchdog.Key] })),
        ("too-many", Log(s => s with { By = [.. Strangers(21)] })),
        ("too-many", Log(s => s with { Setting = s.Setting with { Via = [.. Strangers(21)] } })),
        ("party-unknown", Log(s => s with { By = [PartyId.Of("nobody")] })),
        ("party-unknown", Log(s => s with { Setting = s.Setting with { Via = [PartyId.Of("nobody")] } })),
        ("party-unknown", Log(s => s with { Setting = s.Setting with { AskedBy = [PartyId.Of("nobody")] } })),
        ("channel-missing", Log(s => s with { Issuance = Issuance.Purported })),
        ("channel-not-wanted", Log(s => s with { Channel = Watchdog.Key })),
        ("party-unknown", Log(s => s with { Issuance = Issuance.Purported, Channel = PartyId.Of("nobody") })),
        ("language-malformed", Saying(new Words(WordsForm.Verbatim, "Yes.", "English!"))),
        ("translator-missing", Saying(new Words(WordsForm.Translation, "Yes.", "en"))),
        ("translation-fields-misplaced", Saying(new Words(WordsForm.Verbatim, "Yes.", "en", Translator.Us))),
        ("statement-unknown", Log(s => s with { RelayOf = Key("none") })),
        ("entry-struck", Log(s => s with { RelayOf = Key("x1") })),
        ("too-many", Log(s => s with { Evidence = [.. Enumerable.Repeat(new Evidence("https://example.org"), 51)] })),

        ("stance-missing", Taking()),
        ("too-many", Taking([.. Enumerable.Range(0, 65).Select(i => Takes(StanceKind.Asserts, ClaimId.Of($"c{i}")))])),
        ("stance-repeated", Taking(Takes(StanceKind.Asserts, Blast.Key), Takes(StanceKind.Denies, Blast.Key))),
        ("stance-repeated", Taking(Takes(StanceKind.Comments), Takes(StanceKind.Comments))),
        ("claim-unknown", Taking(Takes(StanceKind.Asserts, ClaimId.Of("none")))),
        ("stance-does-not-fit", Taking(Takes(StanceKind.Denies))),
        ("stance-does-not-fit", Taking(Takes(StanceKind.NeitherConfirmsNorDenies))),
        ("stance-does-not-fit", Taking(Takes(StanceKind.Comments, Blast.Key))),
        ("stance-does-not-fit", Taking(Takes(StanceKind.Accuses, Blast.Key))),
        ("stance-does-not-fit", Log(s => s with { By = [Red.Key] }, Takes(StanceKind.Accuses, Did(Red)))),
        ("request-missing", Taking(Takes(StanceKind.DidNotRespond))),
        ("request-unknown", Taking(new Stance(StanceKind.DidNotRespond, null, Key("s1")))),
        ("request-unknown", Taking(new Stance(StanceKind.DidNotRespond, null, Key("none")))),
        ("scope-misplaced", Taking(Takes(StanceKind.Asserts, Blast.Key) with { Scope = Scope.Act })),
        ("ground-misplaced", Taking(Takes(StanceKind.Asserts, Blast.Key) with { Ground = "policy" })),
        ("figures-do-not-fit", Taking(Takes(StanceKind.DeclinesToComment, Dead.Key) with { Figures = [new("killed", 1, 1)] })),
        ("figures-do-not-fit", Taking(Takes(StanceKind.Asserts, Blast.Key) with { Figures = [new("killed", 1, 1)] })),

        ("party-unknown", new SeekComment(Key("new"), PartyId.Of("nobody"), [], null, Time("11:00"), null, null)),
        ("request-of-unnamed", new SeekComment(Key("new"), Official.Key, [], null, Time("11:00"), null, null)),
        ("deadline-before-request", new SeekComment(Key("new"), Red.Key, [], null, Time("11:00"), Time("10:00"), null)),
        ("claim-unknown", new SeekComment(Key("new"), Red.Key, [], ClaimId.Of("none"), Time("11:00"), null, null)),

        ("statement-unknown", new RetractStatement(Key("new"), Key("none"), Time("11:30"), "why", null)),
        ("statement-unknown", new RetractStatement(Key("new"), Key("r1"), Time("11:30"), "why", null)),
        ("entry-struck", new RetractStatement(Key("new"), Key("x1"), Time("11:30"), "why", null)),
        ("already-retracted", new RetractStatement(Key("new"), Key("t1"), Time("12:00"), "why", null)),
        ("reversal-before-statement", new RetractStatement(Key("new"), Key("s1"), Time("10:00"), "why", null)),
        ("reversal-before-statement", new CorrectStatement(Key("new"), Key("s1"), Corrector.Speaker, Time("10:00"), "why", new Words(WordsForm.Verbatim, "No."), null)),
        ("said-missing", new CorrectStatement(Key("new"), Key("s1"), Corrector.Speaker, null, "why", new Words(WordsForm.Verbatim, "No."), null)),
        ("said-misplaced", new CorrectStatement(Key("new"), Key("s1"), Corrector.Outlet, Time("11:30"), "why", new Words(WordsForm.Verbatim, "No."), null)),
        ("claim-unknown", new CorrectStatement(Key("new"), Key("s1"), Corrector.Outlet, null, "why", null, [Takes(StanceKind.Asserts, ClaimId.Of("none"))])),
        ("stance-does-not-fit", new CorrectStatement(Key("new"), Key("s1"), Corrector.Outlet, null, "why", null, [Takes(StanceKind.ClaimsResponsibility, Blast.Key)])),
        ("entry-unknown", new StrikeEntry(Key("new"), Key("none"), "why")),
        ("already-struck", new StrikeEntry(Key("new"), Key("x1"), "why")),
        ("statement-unknown", new RenegotiateTerms(Key("new"), Key("none"), new Terms(GroundRule.Background), "why")),
        ("statement-unknown", new WithdrawConsent(Key("new"), Key("none"), "why")),
        ("already-withdrawn", new WithdrawConsent(Key("new"), Key("c1"), "why")),
        ("statement-unknown", new SettleVoice(Key("new"), Key("none"), "why")),

        ("statement-unknown", new AttachEvidence(Key("new"), Key("none"), new Evidence("https://example.org"))),
        ("source-of-another-incident", Log(s => s with { By = [Visitor.Key] })),
        ("source-of-another-incident", Log(s => s with { Issuance = Issuance.Purported, Channel = Visitor.Key })),
        ("source-of-another-incident", Frame(New(ClaimKind.Other) with { Raised = RaisedBy.Party, RaisedByParty = Visitor.Key })),
        ("source-of-another-incident", new RecordIndependence(Key("new"), Blast.Key, [Watchdog.Key, Visitor.Key], "why")),

        ("evidence-nowhere", Attach(new Evidence(Note: "somewhere"))),
        ("url-malformed", Attach(new Evidence("example.org"))),
        ("url-malformed", Attach(new Evidence("javascript:alert(1)"))),
        ("sha256-malformed", Attach(new Evidence(File: "a.jpg", Sha256: "ABC"))),
        ("evidence-unknown", new NoteEvidenceGone(Key("new"), Key("s1"), "why")),

        ("claim-unknown", new RecordIndependence(Key("new"), ClaimId.Of("none"), [Watchdog.Key, Mayor.Key], "why")),
        ("parties-missing", new RecordIndependence(Key("new"), Blast.Key, [Watchdog.Key, Watchdog.Key], "why")),
        ("incident-itself", new LinkIncident(Key("new"), IncidentId.Of(InMemoryLedger.Id), IncidentLink.SameAs, null)),
        ("incident-unknown", new LinkIncident(Key("new"), IncidentId.Of("none"), IncidentLink.Follows, null)),
        ("incident-unknown", new MergeIncident(Key("new"), IncidentId.Of("none"), "why")),
        ("incident-not-merged", new SplitIncident(Key("new"), IncidentId.Of("none"), "why")),

        ("url-malformed", Publish(p => p with { Url = "ftp://example.org/new" })),
        ("url-malformed", Publish(p => p with { Url = $"https://example.org/{new string('a', 2_000)}" })),
        ("url-taken", Publish(p => p with { Url = "https://example.org/p1" })),
        ("text-too-long", Publish(p => p with { Headline = new string('a', Texts.NameLimit + 1) })),
        ("time-not-instant", Publish(p => p with { Published = Time("2031-05-01") })),
        ("time-not-instant", Publish(p => p with { Published = Time("11:30~") })),
        ("time-not-instant", Publish(p => p with { Published = Time("11:30/11:30") })),
        ("said-after-known", Publish(p => p with { Published = Time("2031-05-02T00:00Z") })),
        ("said-after-known", Publish(p => p) with { Noted = When.Noon.AddHours(-3) }),
        ("rests-on-nothing", Publish(p => p with { RestsOn = [] })),
        ("statement-repeated", Publish(p => p with { RestsOn = [Key("s1"), Key("s1")] })),
        ("statement-unknown", Publish(p => p with { RestsOn = [Key("s1"), Key("none")] })),
        ("statement-unknown", Publish(p => p with { RestsOn = [Key("r1")] })),
        ("entry-struck", Publish(p => p with { RestsOn = [Key("x1")] })),
        ("too-many", Publish(p => p with { RestsOn = [.. Enumerable.Range(0, 201).Select(i => Key($"s{i}"))] })),
        ("publication-unknown", new SettleAttention(Key("new"), Key("none"), "mended")),
        ("publication-unknown", new SettleAttention(Key("new"), Key("s1"), "mended")),
        ("entry-struck", new SettleAttention(Key("new"), Key("p2"), "mended")),
        ("text-empty", new SettleAttention(Key("new"), Key("p1"), " ")),
        ("seen-too-early", new SettleAttention(Key("new"), Key("p1"), "mended", Time("11:29").Earliest)),
        ("seen-after-known", new SettleAttention(Key("new"), Key("p1"), "mended", Time("2031-05-02T00:00Z").Earliest)),
        ("statement-unknown", new RetractStatement(Key("new"), Key("p1"), Time("11:30"), "why", null)),
        ("not-closed", new ReopenIncident(Key("new"), "why"))
    ];

    public static TheoryData<int, string> Rows() => new(Table.Select((row, i) => (i, $"{row.Code}: {row.Command.GetType().Name}")));

    [Theory, MemberData(nameof(Rows))]
    public void are_refused_with_their_code_and_leave_the_record_as_it_was(int row, string code) => Desk().When(Doing(Table[row].Command).IsRefused(code.Split(':')[0]));

    [Fact] public void on_an_incident_that_is_not_open() =>
        new InMemoryLedger().Decide(Taking(Takes(StanceKind.Comments)), When.Noon).Rejections.Single().Code.ShouldBe("incident-unknown");

    [Fact] public void on_what_cannot_be_struck() =>
        Desk().When(Struck("strike").As("undo")).When(Struck("undo").IsRefused("entry-cannot-be-struck"));

    [Fact] public void on_one_settlement_more_than_a_publication_takes()
    {
        var scene = Desk();
        for (var i = 0; i < SettleAttention.Limit; i++) scene.Ledger.Carry(new SettleAttention(Key($"l{i}"), Key("p1"), "mended"), scene.Now).IsRefused.ShouldBeFalse();
        scene.When(LookedAt("p1").IsRefused("too-many"));
    }

    [Fact] public void on_one_claim_more_than_an_incident_takes()
    {
        var scene = Given();
        for (var i = 0; i < Incident.ClaimLimit; i++) scene.Ledger.Carry(Frame(New(ClaimKind.Other) with { Id = ClaimId.Of($"c{i}") }), scene.Now).IsRefused.ShouldBeFalse();
        scene.When(Doing(Frame(New(ClaimKind.Other) with { Id = ClaimId.Of("one-more") })).IsRefused("too-many-claims"));
    }
}
