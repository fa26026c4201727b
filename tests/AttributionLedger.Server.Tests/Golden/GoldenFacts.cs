using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Server.Tests.Golden;

/// <summary>One invented fact of every kind, with every field filled.</summary>
internal static class GoldenFacts
{
    private static readonly DateTimeOffset Noted = new(2023, 3, 5, 7, 30, 0, 123, 456, TimeSpan.Zero);
    private static readonly EntryId Id = EntryId.Of("e1"), S1 = EntryId.Of("s1"), R1 = EntryId.Of("r1");
    private static readonly ClaimId K1 = ClaimId.Of("k1"), K2 = ClaimId.Of("k2");
    private static readonly PartyId Tresk = PartyId.Of("tresk"), Elmere = PartyId.Of("elmere"), Post = PartyId.Of("post"), Korvad = PartyId.Of("korvad");
    private static readonly Listing<Figure> Figures = [new("killed", 3, 3, "2023-03-05T06:00+02:00"), new("injured", 10, 15), new("missing", 9_007_199_254_740_991, null)];
    private static readonly Words Words = new(WordsForm.Translation, "We lit \"the harbour\".\n<b>Æ 𝔸</b>", "en", Translator.Us, "نحن أشعلنا الميناء", "ar");
    private static readonly Terms Terms = new(GroundRule.Background, "as a port official, no quotes", "a port official", "Not authorised to speak.");
    private static readonly Evidence Evidence = new("https://example.org/a?b=1&c=2", "https://example.org/archive", "press-point.wav", new string('a', 64), "2:10", "our own recording");

    private static readonly WorldTime Said = WorldTime.Stored("2023-03-05~", "Etc/GMT-2", "early on Sunday",
        new(2023, 3, 4, 22, 0, 0, TimeSpan.Zero), new(2023, 3, 5, 21, 59, 59, 999, 999, TimeSpan.Zero));

    private static readonly WorldTime Open = WorldTime.Stored("../2023-03-12", "Etc/GMT-2", null, null, new(2023, 3, 12, 21, 59, 59, 999, 999, TimeSpan.Zero));

    private static readonly WorldTime Moment = WorldTime.Stored("2023-03-06T14:05+02:00", "Etc/GMT-2", null, new(2023, 3, 6, 12, 5, 0, TimeSpan.Zero), new(2023, 3, 6, 12, 5, 0, TimeSpan.Zero));

    private static readonly Statement Statement = new([Tresk, Elmere], Said, Terms,
        new("interview", [Post], [Post, Korvad], new DateTimeOffset(2023, 3, 5, 18, 0, 0, TimeSpan.Zero), Pool: true),
        Words, Issuance.Purported, Korvad, EntryId.Of("s0"), Basis.Witnessed, new Grade('C', '4'), [Evidence], Open);

    private static readonly Stance Denial = new(StanceKind.Denies, K1, R1, Strength.Conditional, "if the recording is right", "denied", Scope.AnyInvolvement, null, Figures);

    public static readonly IReadOnlyList<object> All =
    [
        new IncidentOpened("Invented: a fire", "Etc/GMT-2", Said, "Port Seline", "An exercise.", Invented: true) { Noted = Noted },
        new IncidentRevised(Id, "Invented: the fire", Said, "The oil pier", "Nobody exists.", "Said more exactly.") { Noted = Noted },
        new ClaimFramed(new(K1, ClaimKind.Responsibility, "Korvad did it.", Korvad, K2, ClaimId.Of("k0"), RaisedBy.Party, Tresk, Figures)) { Noted = Noted },
        new ClaimReworded(Id, K1, "Korvad set the fire.", "Said more exactly.") { Noted = Noted },
        new StatementLogged(S1, Statement, [Korvad]) { Noted = Noted },
        Filled(new ClaimAsserted()), Filled(new ClaimConfirmed()),
        Filled(new ActorAccused { Actor = Korvad }), Filled(new ResponsibilityClaimed { Actor = Korvad }),
        Filled(new ClaimAcknowledged()), Filled(new ClaimDenied { Scope = Scope.AnyInvolvement }),
        Filled(new ReportDismissed { Ground = "baseless talk" }), Filled(new NeitherConfirmedNorDenied { Ground = "while the inquiry is open" }),
        Filled(new CommentDeclined { Ground = "as a matter of policy" }),
        Filled(new RequestNotAnswered()), Filled(new DeadlinePassedUnanswered()), Filled(new PartyNotReached()),
        Filled(new NoOneMadeAvailable { Ground = "the ward comes first" }), Filled(new CommentMade()),
        new CommentSought(R1, Elmere, [Post, Tresk], K1, Said, Open, "e-mail") { Noted = Noted },
        new EvidenceAttached(Id, S1, Evidence) { Noted = Noted },
        new EvidenceGone(Id, EntryId.Of("e0"), "The channel took it down.") { Noted = Noted },
        new TermsRenegotiated(Id, S1, Terms, "By telephone.") { Noted = Noted },
        new ConsentWithdrawn(Id, S1, "For fear for the job.") { Noted = Noted },
        new StatementRetracted(Id, S1, Said, "It spoke too soon.", Words) { Noted = Noted },
        new StatementCorrected(Id, S1, Corrector.Speaker, Said, "One patient was counted twice.", Words, [Denial, new(StanceKind.DeclinesToComment, null, Ground: "no comment")]) { Noted = Noted },
        new EntryStruck(Id, S1, "Logged under the wrong speaker.") { Noted = Noted },
        new ReversalStruck(Id, EntryId.Of("x1"), S1, "It was the right one.") { Noted = Noted },
        new VoiceSettled(Id, S1, "It says itself which voice holds.") { Noted = Noted },
        new IndependenceRecorded(Id, K1, [Tresk, Post], "One on the quay, one in the tower.") { Noted = Noted },
        new StatementLinked(Id, S1, EntryId.Of("s2"), StatementLink.RelayOf, [Tresk, Elmere], "The agency says that it quotes her.") { Noted = Noted },
        new IncidentLinked(Id, IncidentId.Of("pier-blast"), IncidentLink.SameAs, "The same port.") { Noted = Noted },
        new IncidentMerged(Id, IncidentId.Of("pier-blast"), "One attack.") { Noted = Noted },
        new IncidentSplit(Id, IncidentId.Of("pier-blast"), "Two attacks.") { Noted = Noted },
        new IncidentClosed(Id, "Nothing new for a year.") { Noted = Noted },
        new IncidentReopened(Id, "The inquiry reported.") { Noted = Noted },
        new PublicationRegistered(Id, null, "https://example.org/fire", Moment, null, Clock.Recorded) { Noted = Noted },
        new PublicationRegistered(Id, "Invented: \"fire\" in the harbour", "https://example.org/fire?page=1&part=2", Moment, [S1, EntryId.Of("s2")], Clock.Noted) { Noted = Noted },
        new AttentionSettled(Id, EntryId.Of("p1"), "The story says so since the 8th.") { Noted = Noted },
        new AttentionSettled(Id, EntryId.Of("p1"), "The story says so since the 8th.", new(2023, 3, 8, 9, 12, 40, 118, 7, TimeSpan.Zero)) { Noted = Noted },
        new PartyRegistered(PartyKind.ArmedGroup, "Korvad Brigade", Plural: true, ["لواء كورفاد", "تیپ کورواد"]) { Noted = Noted },
        new PartyRegistered(PartyKind.Unnamed, "two port officials", Plural: true, [], IncidentId.Of("quay")) { Noted = Noted },
        new PartyRenamed(Id, "Korvad Front", "It changed its name.") { Noted = Noted },
        new AliasAdded(Id, "هارون ولیک") { Noted = Noted },
        new AffiliationRecorded(AffiliationId.Of("a1"), Link.SpeaksFor, Elmere, Counts: true, Said, Open) { Noted = Noted },
        new AffiliationEnded(Id, AffiliationId.Of("a1"), Open, "He left the service.") { Noted = Noted },
        new AffiliationStruck(Id, AffiliationId.Of("a1"), "We mistook one for another.") { Noted = Noted },
        new PartyGraded(Id, 'B', "Borne out.") { Noted = Noted },
        new PartyMerged(Id, Korvad, "The older name.") { Noted = Noted },
        new PartySplit(Id, Korvad, "Two groups after all.") { Noted = Noted }
    ];

    private static StanceTaken Filled(StanceTaken stance) => stance with
    {
        Statement = S1, By = [Tresk, Elmere], Claim = K1, Request = R1, Strength = Strength.Hedged, Qualifier = "most likely", Verb = "pointed at", Figures = Figures, Noted = Noted
    };
}
