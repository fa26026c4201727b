using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Duplicates;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Statements;
using Shouldly;
using Xunit;
using Told = AttributionLedger.Duplicates.Told;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;

namespace AttributionLedger.Domain.Specs.Duplicates;

/// <summary>Which statements are noticed to be likely the same, and which must not be.</summary>
public class NoticingDuplicates
{
    private const string Denial = "We did not strike the base, and we regret the deaths.", Retold = "The army said it did not strike the base and regretted the deaths.";

    private static Speech Denies(string words, string said = "2031-05-01") => Army.Denies(Blast).Wording(words).SaidAt(said);

    [Fact] public void finds_the_same_words_of_the_same_party() =>
        Of(Denies(Denial), Denies("“we did not strike the base — and we regret the deaths”")).ShouldBe((Likeness.SameWords, "b a", "same-as not-same"));

    [Fact] public void finds_them_of_a_party_that_was_merged_into_the_other() =>
        Of([Denies(Denial).As("a"), Army.IsMergedInto(Ministry), Ministry.Denies(Blast).Wording(Denial).As("b")]).ShouldBe((Likeness.SameWords, "b a", "same-as not-same"));

    [Fact] public void finds_them_of_a_source_that_is_not_named() =>
        Of(Official.Asserts(Blast).OnBackground().Wording("It was a strike."), Official.Asserts(Blast).OnBackground().Wording("It was a strike")).ShouldBe((Likeness.SameWords, "b a", "same-as not-same"));

    [Fact] public void offers_no_link_where_one_of_two_joint_speakers_says_it_again() =>
        Of(Jointly(Army, Ministry).Denies(Blast).Wording(Denial), Denies(Denial)).ShouldBe((Likeness.SameWords, "b a", "not-same"));

    [Fact] public void says_that_the_time_is_another_where_the_same_words_come_a_week_later()
    {
        var notice = Notice([Denies(Denial, "2031-04-23").As("a"), Denies(Denial, "2031-05-01").As("b")]).ShouldNotBeNull();
        notice.Code.ShouldBe(Likeness.SameWords);
        notice.Why.ShouldContain("another time");
    }

    [Fact] public void finds_a_copy_of_which_a_word_was_mended() =>
        Of(Denies(Denial).Via(Wire), Denies("We did not strike the base, and we do regret the deaths.").Via(Wire)).ShouldBe((Likeness.SameStory, "b a", "same-as not-same"));

    [Fact] public void finds_one_of_few_words_of_which_one_was_mended() =>
        Of(Denies("The tanks ar burning since dawn today."), Denies("The tanks are burning since dawn today.")).ShouldBe((Likeness.SameStory, "b a", "same-as not-same"));

    [Fact] public void finds_one_story_by_two_wires() =>
        Of(Denies(Denial).Via(Wire), Denies(Retold).Via(Gazette)).ShouldBe((Likeness.SameStory, "b a", "same-as not-same"));

    [Fact] public void finds_one_story_by_two_wires_where_neither_has_words() =>
        Of(Army.Denies(Blast).Via(Wire).SaidAt("2031-05-01"), Army.Denies(Blast).Via(Gazette).SaidAt("2031-05-01")).ShouldBe((Likeness.SameStory, "b a", "same-as not-same"));

    [Fact] public void finds_one_refusal_to_speak_of_the_incident_by_two_wires() =>
        Of(Army.DeclinesToComment().Via(Wire).SaidAt("2031-05-01"), Army.DeclinesToComment().Via(Gazette).SaidAt("2031-05-01")).ShouldBe((Likeness.SameStory, "b a", "same-as not-same"));

    [Fact] public void finds_one_story_told_as_of_a_day_and_of_an_hour_of_it() =>
        Of(Denies(Denial, "2031-05-01").Via(Wire), Denies(Retold, "2031-05-01T11:30Z").Via(Gazette)).ShouldBe((Likeness.SameStory, "b a", "same-as not-same"));

    [Theory]
    [InlineData("没有袭击基地，我们对死者表示遗憾。", "军方说没有袭击基地，对死者表示遗憾")]
    [InlineData("لم نقصف القاعدة ونأسف للقتلى", "قال الجيش: لم نقصف القاعدة ونأسف للقتلى")]
    [InlineData("ما به پایگاه حمله نکردیم و متاسفیم", "ارتش: ما به پایگاه حمله نکردیم و متأسفیم")]
    [InlineData("Мы не наносили удар по базе", "Армия: мы не наносили удар по этой базе")]
    [InlineData("לא תקפנו את הבסיס אתמול", "הצבא: לא תקפנו את הבסיס")]
    public void finds_one_story_in_any_script(string one, string other) => Of(Denies(one).Via(Wire), Denies(other).Via(Gazette))!.Value.Code.ShouldBe(Likeness.SameStory);

    [Fact] public void finds_an_outlet_in_the_words_of_another() =>
        Of(Denies(Denial), Gazette.Denies(Blast).Wording(Denial)).ShouldBe((Likeness.WordsOfAnother, "b a", "relay-of not-same"));

    [Fact] public void offers_the_earlier_statement_of_an_outlet_as_the_relay_where_its_speaker_is_logged_later() =>
        Notice([Gazette.Denies(Blast).Wording(Denial).As("a"), Denies(Denial).As("b")])!.Offers[0].ShouldBe(new Offer(StatementLink.RelayOf, EntryId.Of("a"), EntryId.Of("b"), "It repeats the words of the other."));

    [Fact] public void takes_the_later_of_two_outlets_for_the_relay() =>
        Notice([Wire.Asserts(Blast).Wording("A blast shook the harbour at dawn.").As("a"), Gazette.Asserts(Blast).Wording("A blast shook the harbour at dawn").As("b")])!.Offers[0].Statement.ShouldBe(EntryId.Of("b"));

    [Fact] public void offers_the_first_of_a_chain() =>
        Notice([Denies("Nothing was hit.").As("s0"), Wire.Denies(Blast).Wording(Denial).Relaying("s0").As("a"), Gazette.Denies(Blast).Wording(Denial).As("b")])!.Offers[0].Other.ShouldBe(EntryId.Of("s0"));

    public static TheoryData<string, Step[]> Others => new()
    {
        { "two spokesmen who say different things", [Denies("We did not strike the base.").As("a").Via(Wire), Ministry.Denies(Blast).Wording("We did not strike the base, they did.").Via(Gazette).As("b")] },
        { "the same denial a week later, in other words", [Denies(Denial, "2031-04-23").Via(Wire).As("a"), Denies(Retold, "2031-05-01").Via(Gazette).As("b")] },
        { "the same denial a week later, without words", [Army.Denies(Blast).Via(Wire).SaidAt("2031-04-23").As("a"), Army.Denies(Blast).Via(Gazette).SaidAt("2031-05-01").As("b")] },
        { "one wire that tells of two things", [Denies(Denial).Via(Wire).As("a"), Denies(Retold).Via(Wire).As("b")] },
        { "nearly the same words of another time", [Denies(Denial).As("a"), Denies($"{Denial} Again.", "2031-04-30").As("b")] },
        { "nearly the same words with another scope", [Denies(Denial).As("a"), Army.Denies(Blast, Scope.Order).Wording($"{Denial} Again.").SaidAt("2031-05-01").As("b")] },
        { "nearly the same words with another number", [Counting(3, "3 people were killed in the blast at the harbour this morning.").As("a"), Counting(3, "4 people were killed in the blast at the harbour this morning.").As("b")] },
        { "another stance on the same claim", [Denies(Denial).Via(Wire).As("a"), Army.Confirms(Blast).Wording(Retold).Via(Gazette).SaidAt("2031-05-01").As("b")] },
        { "another claim", [Denies(Denial).Via(Wire).As("a"), Army.Denies(SecondBlast).Wording(Retold).Via(Gazette).SaidAt("2031-05-01").As("b")] },
        { "other words", [Denies("We did not strike the base.").Via(Wire).As("a"), Denies("Our aircraft were on the ground all night, and the inquiry will show it.").Via(Gazette).As("b")] },
        { "another number in like words", [Counting(3, "3 people were killed in the blast.").Via(Wire).As("a"), Counting(3, "4 people were killed in the blast.").Via(Gazette).As("b")] },
        { "another figure", [Counting(3, "People were killed in the blast.").Via(Wire).As("a"), Counting(4, "People were killed in the harbour blast.").Via(Gazette).As("b")] },
        { "a figure of another time without words", [Army.Denies(Blast).Via(Wire).SaidAt("2031-05-01").As("a"), Army.Denies(Blast).Via(Gazette).SaidAt("2031-05-01T11:30Z").As("b")] },
        { "another speaker in the same words", [Denies(Denial).As("a"), Ministry.Denies(Blast).Wording(Denial).As("b")] },
        { "an outlet with two words of another", [Denies("No comment.").As("a"), Gazette.Denies(Blast).Wording("No comment").As("b")] },
        { "an outlet that says from whom it has it", [Denies(Denial).As("a"), Gazette.Denies(Blast).Wording(Denial).Via(Army).As("b")] },
        { "a relay that says so", [Denies(Denial).As("a"), Gazette.Denies(Blast).Wording(Denial).Relaying("a").As("b")] },
        { "two relays of one statement", [Denies(Denial).As("s0"), Wire.Denies(Blast).Wording("The army denies having hit it.").Relaying("s0").As("a"), Gazette.Denies(Blast).Wording("The army denies having hit it.").Relaying("s0").As("b")] },
        { "what is linked", [Denies(Denial).As("a"), Denies(Denial).As("b"), Linked("b", StatementLink.SameAs, "a")] },
        { "what was found to be two", [Denies(Denial).As("a"), Denies(Denial).As("b"), Linked("a", StatementLink.NotSame, "b")] },
        { "one whose channel is another", [Red.ClaimsIt().Purportedly(Channel).Wording("It was us, brothers.").As("a"), Red.ClaimsIt().Wording("It was us, brothers.").As("b")] },
        { "nothing that can be read", [Denies("…").As("a"), Denies("!!!").As("b")] }
    };

    [Theory, MemberData(nameof(Others))]
    public void finds_nothing_in(string what, Step[] steps) => Notice(steps).ShouldBeNull(what);

    [Fact] public void tells_of_them_by_their_ids_alone()
    {
        var notice = Notice([Official.Asserts(Blast).OnBackground().Wording("It was a strike.").As("a"), Official.Asserts(Blast).OnBackground().Wording("It was a strike").As("b")])!;
        var told = notice.Why + string.Concat(notice.Offers.Select(offer => offer.Reason));
        told.ShouldNotContain("strike");
        told.ShouldNotContain("official");
        told.ShouldNotContain("unnamed");
    }

    [Fact] public void tells_of_no_more_than_the_most()
    {
        var scene = Given([.. Enumerable.Range(0, 15).Select(i => Denies(Denial).As($"s{i}"))]);
        var told = All(scene);
        Noticing.Of(told[^1], told.SkipLast(1).Reverse()).Select(notice => notice.Other.Value).ShouldBe(Enumerable.Range(4, 10).Reverse().Select(i => $"s{i}").ToArray()[..10]);
    }

    [Fact] public void offers_what_the_ledger_takes()
    {
        Step[][] pairs =
        [
            [Denies(Denial).As("a"), Denies(Denial).As("b")], [Denies(Denial).Via(Wire).As("a"), Denies(Retold).Via(Gazette).As("b")],
            [Denies(Denial).As("a"), Gazette.Denies(Blast).Wording(Denial).As("b")], [Gazette.Denies(Blast).Wording(Denial).As("a"), Denies(Denial).As("b")]
        ];
        foreach (var pair in pairs)
            foreach (var offered in Enumerable.Range(0, 2))
            {
                var scene = Given(pair);
                var offer = Noticing.Of(All(scene)[^1], All(scene).SkipLast(1)).Single().Offers[offered];
                scene.When(Doing(new LinkStatement(EntryId.Of("l"), offer.Statement, offer.Other, offer.Link, offer.Reason)));
                Noticing.Of(All(scene)[^1], All(scene).SkipLast(1)).ShouldBeEmpty();
            }
    }

    private static Speech Counting(int killed, string words) => Army.Asserts(Dead).Wording(words).Giving(new Figure("killed", killed, killed)).SaidAt("2031-05-01");

    private static (Likeness Code, string Pair, string Offers)? Of(Speech one, Speech other) => Of([one.As("a"), other.As("b")]);

    private static (Likeness Code, string Pair, string Offers)? Of(Step[] steps) => Notice(steps) is not { } notice ? null
        : (notice.Code, $"{notice.Statement} {notice.Other}", string.Join(' ', notice.Offers.Select(offer => Phrases.Spelled(offer.Link).Replace(' ', '-'))));

    /// <summary>What is noticed of b, beside a.</summary>
    private static Notice? Notice(Step[] steps)
    {
        var told = All(Given(steps));
        return Noticing.Of(told.Single(one => one.Entry == EntryId.Of("b")), [told.Single(one => one.Entry == EntryId.Of("a"))]).SingleOrDefault();
    }

    private static List<Told> All(Scene scene)
    {
        var facts = scene.Ledger.Facts.Select(fact => fact.Fact).ToList();
        var stances = facts.OfType<IncidentEvent.StanceTaken>().ToLookup(taken => taken.Statement, taken => taken.ToStance());
        PartyId GoingBy(PartyId party) => scene.Ledger.Party(party)?.MergedInto ?? party;
        return [.. facts.OfType<IncidentEvent.StatementLogged>().Select(logged => new Told(logged.Id, logged.Statement, stances[logged.Id].ToListing(), GoingBy, party => scene.Ledger.Party(party)?.Kind == PartyKind.Outlet)
        {
            LinkedWith = (scene.Ledger.Entry(logged.Id)!.Ties ?? []).Select(tie => tie.With).ToHashSet()
        })];
    }
}
