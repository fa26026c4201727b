using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Times;
using Shouldly;
using Xunit;
using static AttributionLedger.Domain.Specs.Language.Cast;
using static AttributionLedger.Domain.Specs.Language.Entries;
using static AttributionLedger.Domain.Specs.Language.Scene;

namespace AttributionLedger.Domain.Specs.Parties;

/// <summary>What the desk may put on record about a party, and what it may not.</summary>
public class PartyCommands
{
    private static EntryId Key(string id) => EntryId.Of(id);
    private static WorldTime Time(string time) => When.World(time, "Etc/UTC");

    private static Scene Desk() => Given(Registered(Watchdog), Registered(Official), Registered(Blue), Registered(Red).As("x"), Ministry.SpeaksFor(Northland).As("a1").From("2031-01-01").Until("2031-04-30"), Blue.Does(new AddAlias(Key("al1"), "The Blues")));

    private static readonly (string Code, Someone Party, PartyCommand Command)[] Table =
    [
        ("party-unknown", new Someone("nobody"), new RenameParty(Key("n"), "Somebody", null)),
        ("id-taken", Watchdog, new RegisterParty(PartyKind.Organisation, "Another name", false, [])),
        ("id-taken", Blue, new AddAlias(Key("al1"), "Other")),
        ("noted-after-recorded", Watchdog, new RenameParty(Key("n"), "The Watchdog", null) { Noted = When.Noon.AddDays(1) }),
        ("id-malformed", Watchdog, new RenameParty(Key("a b"), "The Watchdog", null)),
        ("text-empty", Watchdog, new RenameParty(Key("n"), "", null)),
        ("text-bidi-control", Watchdog, new AddAlias(Key("n"), "a\u2066b")),
        ("text-control-character", Watchdog, new AddAlias(Key("n"), "a\tb")),
        ("grade-malformed", Watchdog, new GradeParty(Key("n"), 'G', "why")),
        ("party-unknown", Watchdog, new RecordAffiliation(AffiliationId.Of("a"), Link.PartOf, PartyId.Of("nobody"), true, null, null)),
        ("affiliation-to-unnamed", Watchdog, new RecordAffiliation(AffiliationId.Of("a"), Link.PartOf, Official.Key, true, null, null)),
        ("affiliation-ends-before-it-begins", Watchdog, new RecordAffiliation(AffiliationId.Of("a"), Link.PartOf, Red.Key, true, Time("2031-02"), Time("2031-01"))),
        ("affiliation-cycle", Northland, new RecordAffiliation(AffiliationId.Of("a"), Link.SpeaksFor, Ministry.Key, false, null, null)),
        ("affiliation-cycle", Northland, new RecordAffiliation(AffiliationId.Of("a"), Link.PartOf, Ministry.Key, true, null, null)),
        ("affiliation-cycle", Watchdog, new RecordAffiliation(AffiliationId.Of("a"), Link.PartOf, Watchdog.Key, true, null, null)),
        ("two-counting-parents", Ministry, new RecordAffiliation(AffiliationId.Of("a"), Link.PartOf, Red.Key, true, Time("2031-04"), null)),
        ("affiliation-unknown", Ministry, new EndAffiliation(Key("n"), AffiliationId.Of("none"), Time("2031-02"), null)),
        ("affiliation-ends-before-it-begins", Ministry, new EndAffiliation(Key("n"), AffiliationId.Of("a1"), Time("2030"), null)),
        ("affiliation-ends-later", Ministry, new EndAffiliation(Key("n"), AffiliationId.Of("a1"), Time("2032"), null)),
        ("affiliation-unknown", Ministry, new StrikeAffiliation(Key("n"), AffiliationId.Of("none"), "why")),
        ("merge-cycle", Watchdog, new MergeParty(Key("n"), Watchdog.Key, "why")),
        ("merge-names-a-source", Official, new MergeParty(Key("n"), Watchdog.Key, "why")),
        ("merge-names-a-source", Watchdog, new MergeParty(Key("n"), Official.Key, "why")),
        ("party-unknown", Watchdog, new MergeParty(Key("n"), PartyId.Of("nobody"), "why")),
        ("party-not-merged", Watchdog, new SplitParty(Key("n"), Red.Key, "why"))
    ];

    public static TheoryData<int, string> Rows() => new(Table.Select((row, i) => (i, $"{row.Code}: {row.Command.GetType().Name}")));

    [Theory, MemberData(nameof(Rows))]
    public void are_refused_with_their_code(int row, string code)
    {
        var scene = Desk();
        scene.Ledger.Decide(Table[row].Party.Key, Table[row].Command, scene.Now).Rejections.Select(r => r.Code).ShouldContain(code.Split(':')[0]);
    }

    [Theory]
    [InlineData("desk", PartyKind.Person, "id-reserved"), InlineData("question", PartyKind.Person, "id-reserved"), InlineData("unnamed-reports", PartyKind.Described, "id-reserved")]
    [InlineData("unnamed-9", PartyKind.Person, "id-reserved"), InlineData("deep-throat", PartyKind.Unnamed, "id-reserved"), InlineData("a/b", PartyKind.Person, "id-malformed")]
    public void refuse_ids_that_mean_something_else_or_could_name_a_source(string id, PartyKind kind, string code) =>
        new InMemoryLedger().Decide(PartyId.Of(id), new RegisterParty(kind, "A name", false, []), When.Noon).Rejections.Select(r => r.Code).ShouldContain(code);

    [Fact] public void refuse_more_aliases_than_are_taken() =>
        new InMemoryLedger().Decide(Red.Key, new RegisterParty(PartyKind.Other, "Red", false, [.. Enumerable.Range(0, 51).Select(i => $"alias {i}")]), When.Noon).Rejections.Select(r => r.Code).ShouldContain("too-many");

    [Fact] public void refuse_a_second_merge_until_the_first_is_split() =>
        Desk().When(Red.IsMergedInto(Blue), Red.IsMergedInto(Watchdog).IsRefused("already-merged"), Red.IsSplitFrom(Blue), Red.IsMergedInto(Watchdog));

    [Fact] public void refuse_a_merge_that_closes_a_circle() =>
        Desk().When(Red.IsMergedInto(Blue), Blue.IsMergedInto(Watchdog), Watchdog.IsMergedInto(Red).IsRefused("merge-cycle"));

    [Fact] public void take_a_counting_parent_after_the_time_of_another() => Desk().When(Ministry.IsPartOf(Red).From("2031-05-01"));

    [Fact] public void take_a_second_parent_that_does_not_count() => Desk().When(Ministry.IsPartOf(Red).NotCounting());

    [Fact] public void take_links_of_different_kinds_both_ways_while_one_does_not_count() =>
        Desk().When(Army.IsPartOf(Southland), Southland.SpeaksFor(Army).NotCounting());

    [Fact] public void take_a_circle_that_is_closed_at_no_moment() => Desk().When(Northland.SpeaksFor(Ministry).From("2031-05-01"));

    [Fact] public void take_an_affiliation_anew_once_the_wrong_one_was_struck() => Desk().When(Ministry.HasStruck("a1"), Ministry.IsPartOf(Red).From("2031-02-01"));

    [Fact] public void take_an_end_that_is_earlier_than_the_one_on_record() => Desk().When(Ministry.LeavesBy("a1", "2031-03-01"));

    [Fact] public void add_nothing_when_they_come_again()
    {
        var scene = Desk();
        PartyCommand[] commands = [new RenameParty(Key("n1"), "A name", null), new AddAlias(Key("n2"), "Another"), new GradeParty(Key("n3"), 'B', "why"), new MergeParty(Key("n4"), Red.Key, "why"), new SplitParty(Key("n5"), Red.Key, "why")];
        foreach (var command in commands) scene.When(Watchdog.Does(command));
        foreach (var command in commands)
            scene.Ledger.Decide(Watchdog.Key, command, scene.Now).ShouldSatisfyAllConditions(d => d.IsRefused.ShouldBeFalse(), d => d.Facts.ShouldBeEmpty());
    }

    [Fact] public void show_the_name_that_was_known_then()
    {
        var scene = Given(Watchdog.Accuses(Red)).When(Watchdog.Does(new RenameParty(Key("n"), "The Observatory", null)).KnownAt("12:30"));
        new AttributionLedger.Parties.Register(scene.Ledger.Parties, When.Instant("12:29"), Clock.Recorded).Name(Watchdog.Key).ShouldBe("watchdog");
        new AttributionLedger.Parties.Register(scene.Ledger.Parties, When.Instant("12:30"), Clock.Recorded).Name(Watchdog.Key).ShouldBe("The Observatory");
    }
}
