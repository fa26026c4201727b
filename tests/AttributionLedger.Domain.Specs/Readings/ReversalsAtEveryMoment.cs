using AttributionLedger.Basics;
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

/// <summary>
/// What one statement reads as, said at ten and known at ten past noon, once something was done to it that the speaker said at
/// eleven, or nobody said, and that was known at twenty past. Where that was struck in turn it was so at half past.
/// </summary>
public class ReversalsAtEveryMoment
{
    private const string Accuses = "accuses", Denies = "denies", Withdrawn = "withdrawn", Nothing = "nothing";

    /// <summary>Each is read before and after it is known, and by what was said before and after eleven: four moments in each reading.</summary>
    public static TheoryData<string, string[], string[]> Kinds => new()
    {
        { "the speaker retracts", [Accuses, Accuses, Accuses, Withdrawn], [Accuses, Accuses, Accuses, Withdrawn] },
        { "the speaker corrects itself", [Accuses, Accuses, Accuses, Denies], [Accuses, Accuses, Accuses, Denies] },
        { "the outlet corrects", [Accuses, Accuses, Denies, Denies], [Accuses, Accuses, Denies, Denies] },
        { "the translation is corrected", [Accuses, Accuses, Denies, Denies], [Accuses, Accuses, Denies, Denies] },
        { "the entry is struck", [Accuses, Accuses, Nothing, Nothing], [Accuses, Accuses, Nothing, Nothing] },
        { "terms go to background", [Accuses, Accuses, Accuses, Accuses], [Nothing, Nothing, Nothing, Nothing] },
        { "terms go to deep background", [Accuses, Accuses, Accuses, Accuses], [Nothing, Nothing, Nothing, Nothing] },
        { "terms go off the record", [Accuses, Accuses, Nothing, Nothing], [Nothing, Nothing, Nothing, Nothing] },
        { "terms come from deep background", [Accuses, Accuses, Accuses, Accuses], [Nothing, Nothing, Accuses, Accuses] },
        { "terms come from off the record", [Nothing, Nothing, Accuses, Accuses], [Nothing, Nothing, Accuses, Accuses] },
        { "consent is withdrawn", [Accuses, Accuses, Accuses, Accuses], [Nothing, Nothing, Nothing, Nothing] },
        { "it is linked as a relay", [Accuses, Accuses, Accuses, Accuses], [Accuses, Accuses, Accuses, Accuses] },
        { "it is linked as the same", [Accuses, Accuses, Nothing, Nothing], [Accuses, Accuses, Nothing, Nothing] },
        { "it is found to be another", [Accuses, Accuses, Accuses, Accuses], [Accuses, Accuses, Accuses, Accuses] },
        { "the voice is settled", [Accuses, Accuses, Accuses, Accuses], [Accuses, Accuses, Accuses, Accuses] }
    };

    [Theory, MemberData(nameof(Kinds))]
    public void reads_by_its_kind(string kind, string[] desk, string[] anybody)
    {
        var scene = Given(Framed(Red).KnownAt("12:05"), Beside(kind).As("o1").SaidAt("09:00").KnownAt("12:07"), Said(kind).As("s1").SaidAt("10:00").KnownAt("12:10"), Done(kind).As("x1").KnownAt("12:20")).When(Passed("12:50"));
        Read(scene).ShouldBe(desk);
        Read(scene, Audience.Publishable).ShouldBe(anybody);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void reads_as_before_once_it_was_struck_itself(string kind, string[] desk, string[] anybody)
    {
        var scene = Given(Framed(Red).KnownAt("12:05"), Beside(kind).As("o1").SaidAt("09:00").KnownAt("12:07"), Said(kind).As("s1").SaidAt("10:00").KnownAt("12:10"), Done(kind).As("x1").KnownAt("12:20"), Struck("x1").KnownAt("12:30")).When(Passed("12:50"));
        var (untouched, published) = (desk[0], Untouched(kind));
        Read(scene, after: "12:35").ShouldBe([untouched, untouched, untouched, untouched]);
        Read(scene, Audience.Publishable, after: "12:35").ShouldBe([published, published, published, published]);
        // What was known between stays what was known, but for what is published of no moment while it holds.
        Read(scene).ShouldBe(desk);
        if (published == Accuses && !anybody.All(read => read == Nothing)) Read(scene, Audience.Publishable).ShouldBe(anybody);
    }

    private static string[] Read(Scene scene, Audience audience = Audience.Internal, string after = "12:25") =>
    [
        .. from known in new[] { "12:15", after }
           from said in new[] { "10:30", "12:50" }
           select Position(scene.Ledger.Folded(new AsOf(When.Instant(said), When.Instant(known), Clock.Recorded, audience)))
    ];

    private static string Position(IncidentReading? reading) =>
        reading?.Claims.SelectMany(claim => claim.Positions).SingleOrDefault() is { Kind: { } kind } ? Phrases.Spelled(kind)
        : reading?.Standings.SingleOrDefault()?.Named == Named.Withdrawn ? Withdrawn : Nothing;

    private static Speech Said(string kind) => Watchdog.Accuses(Red).Under(kind switch
    {
        "terms come from deep background" => GroundRule.DeepBackground,
        "terms come from off the record" => GroundRule.OffTheRecord,
        _ => GroundRule.OnTheRecord
    });

    // Takes no position, so that only the one statement is read.
    private static Speech Beside(string kind) => (kind == "it is linked as a relay" ? Mayor : Watchdog).Comments();

    private static string Untouched(string kind) => kind.StartsWith("terms come", StringComparison.Ordinal) ? Nothing : Accuses;

    private static IncidentStep Done(string kind) => kind switch
    {
        "the speaker retracts" => Retracted("s1").SaidAt("11:00"),
        "the speaker corrects itself" => CorrectedBy(Corrector.Speaker, "s1", Watchdog.Denies(Red)).SaidAt("11:00"),
        "the outlet corrects" => CorrectedBy(Corrector.Outlet, "s1", Watchdog.Denies(Red)),
        "the translation is corrected" => CorrectedBy(Corrector.Translation, "s1", Watchdog.Denies(Red)),
        "the entry is struck" => Struck("s1"),
        "terms go to background" => Renegotiated("s1", GroundRule.Background),
        "terms go to deep background" => Renegotiated("s1", GroundRule.DeepBackground),
        "terms go off the record" => Renegotiated("s1", GroundRule.OffTheRecord),
        "terms come from deep background" or "terms come from off the record" => Renegotiated("s1", GroundRule.OnTheRecord),
        "consent is withdrawn" => ConsentWithdrawn("s1"),
        "it is linked as a relay" => Linked("s1", StatementLink.RelayOf, "o1"),
        "it is linked as the same" => Linked("s1", StatementLink.SameAs, "o1"),
        "it is found to be another" => Linked("s1", StatementLink.NotSame, "o1"),
        _ => Settled("s1")
    };

    private static IncidentStep Passed(string time) => Framed(Blast).KnownAt(time);
}

/// <summary>Several things are done to one statement.</summary>
public class ReversalsThatMeet
{
    [Fact] public void leave_withdrawn_what_the_speaker_took_back_also_where_the_outlet_corrects_it_later() =>
        Given(Watchdog.Accuses(Red).As("s1"), Retracted("s1"), CorrectedBy(Corrector.Outlet, "s1", Watchdog.Confirms(Red))).ThenReads(Red, "accusation withdrawn, not recorded whether asked").ThenClaim(Red, "nobody");

    [Fact] public void go_by_when_the_speaker_said_them_and_not_by_when_they_were_logged() =>
        Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00"), Retracted("s1").SaidAt("11:30"), CorrectedBy(Corrector.Speaker, "s1", Watchdog.Confirms(Red)).SaidAt("11:00"))
            .ThenReads(Red, "accusation withdrawn, not recorded whether asked").SaidBy("11:15").ThenClaim(Red, "1 support");

    [Fact] public void take_the_first_wording_for_what_was_corrected_where_others_had_erred_before_the_speaker_did() =>
        Given(Watchdog.Accuses(Red).As("s1").SaidAt("10:00"), CorrectedBy(Corrector.Outlet, "s1", Watchdog.Denies(Red)), CorrectedBy(Corrector.Speaker, "s1", Watchdog.Confirms(Red)).SaidAt("11:00"))
            .ThenClaim(Red, "1 support").SaidBy("10:30").ThenClaim(Red, "1 deny");
}

/// <summary>Somebody repeats a statement to which something is done.</summary>
public class RelaysOfWhatWasReversed
{
    private static Scene Relayed() => Given(Mayor.Accuses(Red).As("s1"), Gazette.Accuses(Red).Relaying("s1").As("s2"));

    [Fact] public void say_no_more_than_the_speaker_who_took_it_back_and_are_pointed_out() =>
        Relayed().When(Retracted("s1")).ThenClaim(Red, "nobody").ThenReads(Red, "accusation withdrawn, not recorded whether asked").ThenWarns("relays-what-was-reversed")
            .Then(reading => reading.Guards.Single().Entries.ShouldBe([EntryId.Of("s2"), EntryId.Of("s1")])).ForPublication().ThenWarns();

    [Fact] public void are_pointed_out_no_longer_once_they_are_taken_back_as_well() =>
        Relayed().When(Retracted("s1"), Retracted("s2")).ThenWarns();

    [Fact] public void follow_the_speaker_who_corrected_itself() =>
        Relayed().When(CorrectedBy(Corrector.Speaker, "s1", Mayor.Denies(Red))).ThenClaim(Red, "1 deny").ThenWarns();

    [Fact] public void stand_for_themselves_where_this_desk_had_logged_it_in_error() =>
        Relayed().When(Struck("s1")).ThenClaim(Red, "stated as fact by gazette").ThenWarns();

    [Fact] public void stand_for_themselves_in_public_where_its_consent_was_withdrawn() =>
        Relayed().When(ConsentWithdrawn("s1")).ThenClaim(Red, "1 support").ForPublication().ThenClaim(Red, "stated as fact by gazette");
}
