using System.Text.Json;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;

namespace AttributionLedger.Server.Tests.Statements;

public class ReadingOneStatement(SharedPostgres postgres)
{
    private const string Inner = "zyxinner";

    private static readonly string[] Sheet =
    [
        .. Line.Scene, Line.Party("dabbagh", "person", name: "علي الدباغ"),
        Line.Of(new
        {
            entry = "statement", id = "s1", incident = Line.Incident, by = "dabbagh", said = new { edtf = "2023-03-05", wording = "صباح الأحد" }, noted = "2023-03-06T10:00Z", basis = "witnessed", grade = "B2",
            stances = new[] { new { stance = "asserts", claim = "k1", strength = "hedged", qualifier = "على الأرجح", verb = "said" } },
            words = new { form = "translation", text = "It burned.", language = "en", translatedBy = "us", original = "لقد احترق.", originalLanguage = "ar" },
            terms = new { rule = "on-the-record", agreed = Inner }, setting = new { medium = "interview", askedBy = "post", via = "post" },
            evidence = new object[] { new { url = "https://example.org/1", note = Inner }, new { file = $"{Inner}.wav" } }
        }),
        Line.Of(new { entry = "evidence", id = "e1", incident = Line.Incident, statement = "s1", url = "https://example.org/2" }),
        Line.Of(new { entry = "evidence-gone", id = "g1", incident = Line.Incident, evidence = "e1", reason = Inner }),
        Line.Of(new { entry = "correction", id = "x1", incident = Line.Incident, statement = "s1", whose = "translation", reason = Inner, noted = "2023-03-08T10:00Z", words = new { form = "translation", text = "It has burned.", language = "en", translatedBy = "us" } }),
        Line.Of(new { entry = "renegotiation", id = "x2", incident = Line.Incident, statement = "s1", terms = new { rule = "as-published", agreed = Inner }, reason = Inner }),
        Line.Of(new { entry = "voice-settled", id = "x3", incident = Line.Incident, statement = "s1", reason = Inner }),
        Line.Of(new { entry = "retraction", id = "x4", incident = Line.Incident, statement = "s1", said = "2023-03-06", reason = Inner, words = new { form = "verbatim", text = "أسحب ما قلت.", language = "ar" } })
    ];

    [Fact]
    public async Task shows_the_desk_everything()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        var statement = (await FindAsync(ledger, "s1", Audience.Internal))!;
        statement.By.Single().Name.ShouldBe("علي الدباغ");
        statement.Status.ShouldBe(StatementStatus.Retracted);
        statement.Said.Wording.ShouldBe("صباح الأحد");
        statement.Said.Latest.ShouldBe(new DateTimeOffset(2023, 3, 5, 23, 59, 59, TimeSpan.Zero).AddMicroseconds(999_999));
        statement.Words!.Text.ShouldBe("It has burned.");
        statement.Stances.Single().ShouldSatisfyAllConditions(stance => (stance.Stance, stance.Claim, stance.Strength).ShouldBe((StanceKind.Asserts, "k1", Strength.Hedged)), stance => (stance.Qualifier, stance.Verb).ShouldBe(("على الأرجح", "said")));
        (statement.Basis, statement.Grade, statement.Noted).ShouldBe((Basis.Witnessed, "B2", new DateTimeOffset(2023, 3, 6, 10, 0, 0, TimeSpan.Zero)));
        statement.Terms.ShouldBe(new TermsShape(GroundRule.AsPublished, Inner, null, null));
        statement.Setting.Via.Single().Id.ShouldBe("post");
        statement.Evidence.Select(evidence => (evidence.Id, evidence.Url, evidence.File, evidence.Gone, evidence.GoneBy)).ShouldBe(
            [(null, "https://example.org/1", null, false, null), (null, null, $"{Inner}.wav", false, null), ("e1", "https://example.org/2", null, true, "g1")]);
        statement.Reversals.Select(reversal => (reversal.Id, reversal.Kind)).ShouldBe(
            [("x1", ReversalKind.Corrected), ("x2", ReversalKind.TermsRenegotiated), ("x3", ReversalKind.VoiceSettled), ("x4", ReversalKind.Retracted)]);
        statement.Reversals.ShouldAllBe(reversal => reversal.Reason == Inner);
    }

    [Fact]
    public async Task shows_the_public_what_was_said_and_taken_back_and_nothing_of_the_desks_own()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync(Sheet);
        var statement = (await FindAsync(ledger, "s1", Audience.Publishable))!;
        JsonSerializer.Serialize(statement, ShapeJson.Options).ShouldNotContain(Inner);
        (statement.Basis, statement.Grade, statement.Noted).ShouldBe((null, null, null));
        statement.Status.ShouldBe(StatementStatus.Retracted);
        statement.Evidence.Select(evidence => (evidence.Url, evidence.Gone)).ShouldBe([("https://example.org/1", false), ("https://example.org/2", true)]);
        statement.Reversals.Select(reversal => (reversal.Kind, reversal.Whose, reversal.Phrase, reversal.Words?.Text)).ShouldBe(
            [(ReversalKind.Corrected, Corrector.Translation, "translation corrected on 8 March 2023", "It has burned."), (ReversalKind.Retracted, null, "withdrawn by the speaker on 6 March 2023", "أسحب ما قلت.")]);
    }

    [Fact]
    public async Task shows_nothing_of_where_an_unnamed_source_can_be_checked_in_public()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Sheet, Line.Unnamed("?1", "یک مقام محلی"), Line.Of(new
        {
            entry = "statement", id = "s2", incident = Line.Incident, by = "?1", said = "2023-03-05", terms = "background", stances = new[] { new { stance = "asserts", claim = "k1" } },
            evidence = new[] { new { url = "https://example.org/zyxprofile" } }
        })]);
        var statement = (await FindAsync(ledger, "s2", Audience.Publishable))!;
        statement.By.Single().Name.ShouldBe("یک مقام محلی");
        statement.Evidence.ShouldBeEmpty();
        (await FindAsync(ledger, "s2", Audience.Internal))!.Evidence.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task names_what_it_repeats_only_where_the_reading_holds_that()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade", terms: "deep-background"), Line.Says("s2", "post", relayOf: "s1"), Line.Says("s3", "brigade"), Line.Says("s4", "post", relayOf: "s3"),
            Line.Says("s5", "brigade", terms: "off-the-record"), Line.Says("s6", "post", relayOf: "s5")]);
        (await FindAsync(ledger, "s2", Audience.Internal))!.RelayOf.ShouldBe("s1");
        (await FindAsync(ledger, "s2", Audience.Publishable))!.RelayOf.ShouldBeNull();
        (await FindAsync(ledger, "s4", Audience.Publishable))!.RelayOf.ShouldBe("s3");
        (await FindAsync(ledger, "s6", Audience.Internal))!.RelayOf.ShouldBeNull();
    }

    [Fact]
    public async Task tells_what_became_since_of_what_it_repeats_where_the_reading_holds_that()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade"), Line.Says("s2", "post", relayOf: "s1"), Line.Says("s3", "brigade", terms: "deep-background"), Line.Says("s4", "post", relayOf: "s3"), Line.Says("s5", "brigade"), Line.Says("s6", "post", relayOf: "s5"),
            Line.Of(new { entry = "correction", id = "x1", incident = Line.Incident, statement = "s1", whose = "outlet", reason = Inner, noted = "2023-03-07T10:00Z", words = new { form = "paraphrase", text = "Otherwise." } }),
            Line.Of(new { entry = "renegotiation", id = "x2", incident = Line.Incident, statement = "s1", terms = "as-published", reason = Inner }),
            .. new[] { "s1", "s3" }.Select(id => Line.Of(new { entry = "retraction", id = $"r-{id}", incident = Line.Incident, statement = id, said = "2023-03", reason = Inner })),
            Line.Of(new { entry = "strike", id = "x3", incident = Line.Incident, target = "s5", reason = Inner })]);
        string[] first = ["corrected by the outlet on 7 March 2023", "withdrawn by the speaker in March 2023"];
        (await FindAsync(ledger, "s2", Audience.Internal))!.RelayedSince.ShouldBe(first);
        (await FindAsync(ledger, "s2", Audience.Publishable))!.RelayedSince.ShouldBe(first);
        (await FindAsync(ledger, "s4", Audience.Internal))!.RelayedSince.ShouldBe(["withdrawn by the speaker in March 2023"]);
        (await FindAsync(ledger, "s4", Audience.Publishable))!.RelayedSince.ShouldBeEmpty();
        (await FindAsync(ledger, "s6", Audience.Internal))!.RelayedSince.ShouldBe(["logged in error by this desk"]);
        (await FindAsync(ledger, "s6", Audience.Publishable))!.RelayedSince.ShouldBeEmpty();
        var history = (await ledger.Ledger.History.ReadAsync(Line.Incident, 1, 100, CancellationToken.None))!.Events.Select(e => e.What).ToList();
        history.ShouldContain($"s1 corrected by the outlet on 7 March 2023: {Inner}");
        history.ShouldContain($"s5 logged in error by this desk, and struck: {Inner}");
    }

    [Fact]
    public async Task brings_back_what_the_striking_of_a_strike_brings_back()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Sheet,
            Line.Of(new { entry = "strike", id = "y1", incident = Line.Incident, target = "e1", reason = "Not of it." }),
            Line.Of(new { entry = "strike", id = "y2", incident = Line.Incident, target = "x4", reason = "Never said." })]);
        var struck = (await FindAsync(ledger, "s1", Audience.Internal))!;
        (struck.Status, struck.Evidence.Count(evidence => evidence.Id is not null)).ShouldBe((StatementStatus.Live, 0));

        await ledger.TakeInAsync([Line.Of(new { entry = "strike", id = "y3", incident = Line.Incident, target = "y1", reason = "Of it after all." }), Line.Of(new { entry = "strike", id = "y4", incident = Line.Incident, target = "g1", reason = "There again." })]);
        (await FindAsync(ledger, "s1", Audience.Internal))!.Evidence.Single(evidence => evidence.Id is not null).ShouldSatisfyAllConditions(evidence => evidence.Id.ShouldBe("e1"), evidence => evidence.Gone.ShouldBeFalse());
        await ledger.ShouldVerifyAsync();
    }

    private static Task<StatementShape?> FindAsync(TestLedger ledger, string id, Audience audience) => ledger.Ledger.Statements.FindAsync(Line.Incident, id, audience, CancellationToken.None);
}
