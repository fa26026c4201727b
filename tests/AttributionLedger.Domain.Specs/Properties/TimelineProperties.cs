using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Readings.Timelines;
using AttributionLedger.Statements;
using AttributionLedger.Tests;
using FsCheck.Xunit;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Domain.Specs.Properties;

/// <summary>A prepared history answers as its events do, at any two moments.</summary>
[Deeply(200, 2_000, Arbitrary = [typeof(World)])]
public class TimelineProperties
{
    [Property]
    public void any_moment_reads_as_the_fold_of_all_events(AnyHistory history, int said, int known, bool noted, bool published, bool second)
    {
        var play = Play.Of(history.Moves);
        var asOf = Moment(play, said, known, noted, published, second);
        Told.ShouldBeSame(Read(Timeline.Of(InMemoryLedger.Id, play.Ledger.Facts), play, asOf), play.Ledger.Folded(asOf));
    }

    [Property]
    public void it_reads_the_same_when_it_is_extended_entry_by_entry(AnyHistory history, int said, int known, bool noted, bool published)
    {
        var play = Play.Of(history.Moves);
        var timeline = new Timeline(InMemoryLedger.Id);
        foreach (var entry in play.Ledger.Facts.GroupBy(fact => fact.At)) timeline.Extend(entry);
        var asOf = Moment(play, said, known, noted, published, second: false);
        Told.ShouldBeSame(Read(timeline, play, asOf), play.Ledger.Folded(asOf));
    }

    [Property]
    public void what_was_known_then_reads_as_it_was_written_down_then(AnyHistory history)
    {
        var play = Play.Of([]);
        var written = new List<(DateTimeOffset At, IncidentReading? Reading)>();
        foreach (var move in history.Moves)
        {
            play.With(move);
            written.Add((play.Now, play.Ledger.Kept(new(play.Now, play.Now))));
        }
        var timeline = Timeline.Of(InMemoryLedger.Id, play.Ledger.Facts);
        foreach (var (at, reading) in written) Told.ShouldBeSame(Read(timeline, play, new(at, at)), reading);
    }

    // More than is ever done to one entry, so that it is heard anew at each moment.
    [Property]
    public void an_entry_that_very_much_was_done_to_reads_as_the_fold_of_all_events(AnyHistory history, int said, int known, bool noted, bool published)
    {
        var play = Play.Of(history.Moves);
        if (play.Ledger.Facts.Select(fact => fact.Fact).OfType<StatementLogged>().FirstOrDefault() is not { } logged) return;
        foreach (var i in Enumerable.Range(0, 15))
            play.Ledger.Carry(i % 5 == 0 ? new StrikeEntry(EntryId.Of($"x{i}"), i == 0 ? logged.Id : EntryId.Of($"x{i - 5}"), "in error") : new RenegotiateTerms(EntryId.Of($"x{i}"), logged.Id, new Terms(i % 2 == 0 ? GroundRule.OnTheRecord : GroundRule.Background), "agreed anew"), play.Now.AddMinutes(1 + i));
        var asOf = Moment(play, said, known, noted, published, second: false);
        Told.ShouldBeSame(Read(Timeline.Of(InMemoryLedger.Id, play.Ledger.Facts), play, asOf), play.Ledger.Folded(asOf));
        asOf = asOf with { SaidBy = play.Now.AddMinutes(20), KnownAt = play.Now.AddMinutes(1 + (Math.Abs(known) % 16)) };
        Told.ShouldBeSame(Read(Timeline.Of(InMemoryLedger.Id, play.Ledger.Facts), play, asOf), play.Ledger.Folded(asOf));
    }

    private static IncidentReading? Read(Timeline timeline, Play play, AsOf asOf) =>
        timeline.Reading(timeline.Positions(asOf), new Register(play.Ledger.Parties, asOf.KnownAt, asOf.Clock), asOf);

    // From before anything was said, or noted, to after the last entry.
    private static AsOf Moment(Play play, int said, int known, bool noted, bool published, bool second) => new(
        When.Noon.AddMinutes(-180 + (Math.Abs(said * 13L) % 300)), When.Noon.AddMinutes(-90 + (Math.Abs(known * 7L) % (100 + (play.Now - When.Noon).TotalMinutes))),
        noted ? Clock.Noted : Clock.Recorded, published ? Audience.Publishable : Audience.Internal) { Rules = second ? Rules.Second : Rules.First };
}
