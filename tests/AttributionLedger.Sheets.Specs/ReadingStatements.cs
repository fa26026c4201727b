using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using static AttributionLedger.Sheets.Specs.Given;

namespace AttributionLedger.Sheets.Specs;

public class ReadingStatements
{
    private const string Plain = """{"entry":"statement","id":"s1","incident":"i","by":"p","said":"2024-04-21","stances":[{"stance":"comments"}]}""";

    private static LogStatement With(string fields) => Incident<LogStatement>(Plain.Replace("\"stances\"", fields + ",\"stances\""));

    [Fact]
    public void a_statement_says_as_little_as_who_when_and_what()
    {
        var command = Incident<LogStatement>(Plain);
        command.Id.ShouldBe(EntryId.Of("s1"));
        command.Statement.By.ShouldBe([PartyId.Of("p")]);
        command.Statement.Said.Zone.ShouldBe(Baghdad);
        command.Statement.ShouldBe(new Statement(command.Statement.By, command.Statement.Said, new Terms(GroundRule.NotStated), Setting.NotRecorded));
        command.Stances.ShouldBe([new Stance(StanceKind.Comments, null)]);
    }

    [Fact]
    public void several_speak_jointly_and_a_label_stands_for_an_unnamed_one() =>
        Incident<LogStatement>(Plain.Replace("\"by\":\"p\"", "\"by\":[\"p\",\"?4\"]")).Statement.By.ShouldBe([PartyId.Of("p"), PartyId.Of("unnamed-4")]);

    [Fact]
    public void a_stance_says_all_that_there_is_to_say_of_it() =>
        Incident<LogStatement>(Plain.Replace("""{"stance":"comments"}""",
            """{"stance":"denies","claim":"k1","request":"r1","strength":"hedged","qualifier":"most likely","verb":"denied","scope":"any-involvement","figures":[{"category":"killed","value":0}]},{"stance":"declines-to-comment","ground":"policy"}"""))
            .Stances.ShouldBe([
                new Stance(StanceKind.Denies, ClaimId.Of("k1"), EntryId.Of("r1"), Strength.Hedged, "most likely", "denied", Scope.AnyInvolvement, null, [new Figure("killed", 0, 0)]),
                new Stance(StanceKind.DeclinesToComment, null, Ground: "policy")]);

    [Theory]
    [InlineData("asserts", StanceKind.Asserts)]
    [InlineData("confirms", StanceKind.Confirms)]
    [InlineData("accuses", StanceKind.Accuses)]
    [InlineData("claims-responsibility", StanceKind.ClaimsResponsibility)]
    [InlineData("acknowledges", StanceKind.Acknowledges)]
    [InlineData("denies", StanceKind.Denies)]
    [InlineData("dismisses", StanceKind.Dismisses)]
    [InlineData("neither-confirms-nor-denies", StanceKind.NeitherConfirmsNorDenies)]
    [InlineData("declines-to-comment", StanceKind.DeclinesToComment)]
    [InlineData("did-not-respond", StanceKind.DidNotRespond)]
    [InlineData("did-not-respond-by-deadline", StanceKind.DidNotRespondByDeadline)]
    [InlineData("could-not-be-reached", StanceKind.CouldNotBeReached)]
    [InlineData("made-no-one-available", StanceKind.MadeNoOneAvailable)]
    [InlineData("comments", StanceKind.Comments)]
    public void every_stance_has_a_word(string word, StanceKind kind) =>
        Incident<LogStatement>(Plain.Replace("comments", word)).Stances.ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Fact]
    public void words_say_what_they_are() =>
        With(""" "words":{"form":"translation","text":"No.","language":"en","translatedBy":"us","original":"نه","originalLanguage":"fa"}""").Statement.Words
            .ShouldBe(new Words(WordsForm.Translation, "No.", "en", Translator.Us, "نه", "fa"));

    [Fact]
    public void a_setting_says_who_asked_and_through_whom_it_came() =>
        With(""" "setting":{"medium":"interview","askedBy":"afp","via":["afp","paper"],"embargo":"2024-04-21T21:50+03:00","pool":true}""").Statement.Setting
            .ShouldBe(new Setting("interview", [PartyId.Of("afp")], [PartyId.Of("afp"), PartyId.Of("paper")], new DateTimeOffset(2024, 4, 21, 18, 50, 0, TimeSpan.Zero), true));

    [Theory]
    [InlineData("\"verified\"", Issuance.Verified, null)]
    [InlineData("""{"state":"verified"}""", Issuance.Verified, null)]
    [InlineData("""{"state":"purported","channel":"c"}""", Issuance.Purported, "c")]
    [InlineData("""{"state":"disowned","channel":"c"}""", Issuance.Disowned, "c")]
    [InlineData("""{"state":"fabricated","channel":"?9"}""", Issuance.Fabricated, "unnamed-9")]
    public void an_issuance_is_a_word_or_names_its_channel(string issuance, Issuance state, string? channel)
    {
        var statement = With($" \"issuance\":{issuance}").Statement;
        (statement.Issuance, statement.Channel?.Value).ShouldBe((state, channel));
    }

    [Fact]
    public void terms_are_a_word_or_an_agreement()
    {
        With(""" "terms":"deep-background" """).Statement.Terms.ShouldBe(new Terms(GroundRule.DeepBackground));
        With(""" "terms":{"rule":"background","agreed":"A","description":"D","reason":"R"}""").Statement.Terms.ShouldBe(new Terms(GroundRule.Background, "A", "D", "R"));
    }

    [Fact]
    public void basis_grade_relay_publication_and_evidence_are_read()
    {
        var statement = With(""" "basis":"party-to-it","grade":"B2","relayOf":"s0","published":"2024-04-22","evidence":[{"url":"https://example.org","archive":"https://example.net","file":"f","sha256":"aa","at":"1","note":"n"}]""").Statement;
        (statement.Basis, statement.Grade, statement.RelayOf, statement.Published!.Edtf).ShouldBe((Basis.PartyToIt, new Grade('B', '2'), EntryId.Of("s0"), "2024-04-22"));
        statement.Evidence.ShouldBe([new Evidence("https://example.org", "https://example.net", "f", "aa", "1", "n")]);
    }

    [Fact]
    public void a_request_line_seeks_comment()
    {
        var command = Incident<SeekComment>("""{"entry":"request","id":"r1","incident":"i","of":"p","by":["a","b"],"asked":"2024-04-21","claim":"k","deadline":"2024-04-22","medium":"e-mail"}""");
        (command.Id, command.Of, command.Claim, command.Asked.Edtf, command.Deadline!.Edtf, command.Medium)
            .ShouldBe((EntryId.Of("r1"), PartyId.Of("p"), ClaimId.Of("k"), "2024-04-21", "2024-04-22", "e-mail"));
        command.By.ShouldBe([PartyId.Of("a"), PartyId.Of("b")]);
    }

    [Fact]
    public void evidence_is_attached_and_goes()
    {
        Incident<AttachEvidence>("""{"entry":"evidence","id":"e1","incident":"i","statement":"s1","url":"https://example.org"}""")
            .ShouldBe(new AttachEvidence(EntryId.Of("e1"), EntryId.Of("s1"), new Evidence("https://example.org")));
        Incident<NoteEvidenceGone>("""{"entry":"evidence-gone","id":"e2","incident":"i","evidence":"e1","reason":"R"}""").ShouldBe(new NoteEvidenceGone(EntryId.Of("e2"), EntryId.Of("e1"), "R"));
    }

    [Fact]
    public void reversals_are_read_by_whose_error_it_was()
    {
        var retraction = Incident<RetractStatement>("""{"entry":"retraction","id":"x","incident":"i","statement":"s1","said":"2024-04-22","reason":"R","words":{"form":"verbatim","text":"No."}}""");
        (retraction.Statement, retraction.Said.Edtf, retraction.Words!.Text).ShouldBe((EntryId.Of("s1"), "2024-04-22", "No."));
        var correction = Incident<CorrectStatement>("""{"entry":"correction","id":"x","incident":"i","statement":"s1","whose":"speaker","said":"2024-04-22","reason":"R","stances":[{"stance":"comments"}]}""");
        (correction.Whose, correction.Said!.Edtf, correction.Stances!.Count, correction.Words).ShouldBe((Corrector.Speaker, "2024-04-22", 1, null));
        Incident<CorrectStatement>("""{"entry":"correction","id":"x","incident":"i","statement":"s1","whose":"translation","reason":"R","words":{"form":"verbatim","text":"No."}}""").Stances.ShouldBeNull();
        Incident<StrikeEntry>("""{"entry":"strike","id":"x","incident":"i","target":"s1","reason":"R"}""").ShouldBe(new StrikeEntry(EntryId.Of("x"), EntryId.Of("s1"), "R"));
    }

    [Fact]
    public void terms_consent_and_voices_are_read()
    {
        Incident<RenegotiateTerms>("""{"entry":"renegotiation","id":"x","incident":"i","statement":"s1","terms":"background","reason":"R"}""")
            .ShouldBe(new RenegotiateTerms(EntryId.Of("x"), EntryId.Of("s1"), new Terms(GroundRule.Background), "R"));
        Incident<WithdrawConsent>("""{"entry":"consent-withdrawn","id":"x","incident":"i","statement":"s1","reason":"R"}""").ShouldBe(new WithdrawConsent(EntryId.Of("x"), EntryId.Of("s1"), "R"));
        Incident<SettleVoice>("""{"entry":"voice-settled","id":"x","incident":"i","statement":"s1","reason":"R"}""").ShouldBe(new SettleVoice(EntryId.Of("x"), EntryId.Of("s1"), "R"));
    }

    [Fact]
    public void every_line_about_an_incident_may_say_when_it_was_noted() =>
        With(""" "noted":"2024-04-21T21:50:07+03:00" """).Noted.ShouldBe(new DateTimeOffset(2024, 4, 21, 18, 50, 7, TimeSpan.Zero));
}
