using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Tests;
using FsCheck.Xunit;
using Shouldly;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Domain.Specs.Properties;

/// <summary>What holds of the difference of any two moments of any history.</summary>
[Deeply(200, 2_000, Arbitrary = [typeof(World)])]
public class DifferenceProperties
{
    [Property]
    public void the_parts_of_a_reading_are_the_reading(AnyHistory history, int minutes, AnyView view)
    {
        var reading = Play.Of(history.Moves).Ledger.Folded(view.At(minutes, minutes));
        Told.ShouldBeSame(reading is null ? null : Parts.Together(Parts.Of(reading), reading.AsOf), reading);
    }

    [Property]
    public void a_difference_applied_to_the_one_gives_the_other(AnyHistory history, AnyMoments moments, AnyView view)
    {
        var ledger = Play.Of(history.Moves).Ledger;
        var (before, after) = (ledger.Folded(view.At(moments.SaidBefore, moments.KnownBefore)), ledger.Folded(view.At(moments.SaidAfter, moments.KnownAfter)));
        var difference = Difference.Of(before, after, Register(ledger, view.At(moments.SaidAfter, moments.KnownAfter)));
        Told.ShouldBeSame(difference.ApplyTo(before), after);
        difference.Changes.ShouldAllBe(change => !Equals(change.Before, change.After));
        difference.Changes.Select(change => change.Of).ShouldBeUnique();
    }

    [Property]
    public void a_reading_differs_in_nothing_from_itself(AnyHistory history, int minutes, AnyView view)
    {
        var ledger = Play.Of(history.Moves).Ledger;
        var reading = ledger.Folded(view.At(minutes, minutes));
        var difference = Difference.Of(reading, reading, Register(ledger, view.At(minutes, minutes)));
        difference.Changes.ShouldBeEmpty();
        difference.Places.ShouldBeEmpty();
    }

    [Property]
    public void a_way_ends_where_the_other_moment_is_and_no_reading_changes_between_its_steps(AnyHistory history, AnyMoments moments, AnyView view)
    {
        var ledger = Play.Of(history.Moves).Ledger;
        var (from, to) = (view.At(moments.SaidBefore, moments.KnownBefore), view.At(moments.SaidAfter, moments.KnownAfter));
        var way = Way.Over(InMemoryLedger.Id, ledger.Facts, [.. ledger.Parties], from, to);
        Parts.Of(way.At(0)).ShouldBe(Parts.Of(ledger.Folded(from)));
        Parts.Of(way.At(way.Steps)).ShouldBe(Parts.Of(ledger.Folded(to)));
    }

    [Property]
    public void every_change_has_a_cause_that_happened_on_the_way(AnyHistory history, AnyMoments moments, AnyView view)
    {
        var ledger = Play.Of(history.Moves).Ledger;
        var way = Way.Over(InMemoryLedger.Id, ledger.Facts, [.. ledger.Parties], view.At(moments.SaidBefore, moments.KnownBefore), view.At(moments.SaidAfter, moments.KnownAfter));
        var causes = new Causes(way);
        var happened = Enumerable.Range(1, way.Steps).SelectMany(way.Of).ToHashSet();
        foreach (var change in Difference.Of(way.At(0), way.At(way.Steps), Register(ledger, view.At(moments.SaidAfter, moments.KnownAfter))).Changes)
        {
            causes.Of(change).ShouldNotBeEmpty(change.ToString());
            causes.Of(change).ShouldBeSubsetOf(happened);
        }
    }

    [Property]
    public void nothing_that_is_told_in_public_is_caused_by_what_the_public_cannot_read(AnyHistory history, AnyMoments moments, AnyView view)
    {
        var ledger = Play.Of(history.Moves).Ledger;
        var (from, to) = (view.At(moments.SaidBefore, moments.KnownBefore) with { Audience = Audience.Publishable }, view.At(moments.SaidAfter, moments.KnownAfter) with { Audience = Audience.Publishable });
        var way = Way.Over(InMemoryLedger.Id, ledger.Facts, [.. ledger.Parties], from, to);
        var causes = new Causes(way, isCertain: true);
        var (before, after) = (way.At(0), way.At(way.Steps));
        var published = new PublishedCauses(before, after, Register(ledger, to));
        var readable = Told.Text(before) + Told.Text(after);
        foreach (var cause in Difference.Of(before, after, Register(ledger, to)).Changes.SelectMany(causes.Of).Where(published.Allow))
            if (cause is Happening.Entered { About: var about, Fact.Fact: var fact })
                foreach (var statement in new[] { fact, about }.OfType<StatementLogged>()) readable.ShouldContain($"\"{statement.Id}\"");
    }

    private static Register Register(InMemoryLedger ledger, AsOf asOf) => new(ledger.Parties, asOf.KnownAt, asOf.Clock);
}

/// <summary>For whom, by which clock and by which rules.</summary>
public sealed record AnyView(bool Published, bool Noted, bool Second)
{
    /// <summary>Minutes of any size; they fall into the time of a history, and a little beyond it on either side.</summary>
    public AsOf At(int said, int known) => new(Moment(said, -190, 60), Moment(known, Noted ? -95 : -3, 45), Noted ? Clock.Noted : Clock.Recorded, Published ? Audience.Publishable : Audience.Internal)
        { Rules = Second ? Rules.Second : Rules.First };

    private static DateTimeOffset Moment(int minutes, int from, int to) => When.Noon.AddMinutes(from + (Math.Abs(minutes * 7L) % (to - from)));
}

/// <summary>Two moments on both clocks, in any order.</summary>
public sealed record AnyMoments(int SaidBefore, int KnownBefore, int SaidAfter, int KnownAfter);
