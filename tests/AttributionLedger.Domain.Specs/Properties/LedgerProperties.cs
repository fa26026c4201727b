using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Tests;
using FsCheck.Xunit;
using Shouldly;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Domain.Specs.Properties;

/// <summary>What holds of every history that a desk can put on record.</summary>
[Deeply(200, 2_000, Arbitrary = [typeof(World)])]
public class LedgerProperties
{
    [Property]
    public void rows_kept_up_entry_by_entry_read_as_the_fold_of_all_events(AnyHistory history, bool published, bool later)
    {
        var play = Play.Of(history.Moves);
        var now = play.Now.AddHours(later ? 1 : 0);
        var asOf = new AsOf(now, now, Audience: published ? Audience.Publishable : Audience.Internal);
        Told.ShouldBeSame(play.Ledger.Kept(asOf), play.Ledger.Folded(asOf));
    }

    [Property]
    public void every_command_that_was_accepted_adds_nothing_the_second_time(AnyHistory history)
    {
        var play = Play.Of(history.Moves);
        foreach (var (command, known) in play.Accepted)
            play.Ledger.Decide(command, known).ShouldSatisfyAllConditions(d => d.Rejections.ShouldBeEmpty(), d => d.Facts.ShouldBeEmpty());
        foreach (var (party, command, known) in play.AcceptedOfParties)
            play.Ledger.Decide(party, command, known).ShouldSatisfyAllConditions(d => d.Rejections.ShouldBeEmpty(), d => d.Facts.ShouldBeEmpty());
    }

    [Property]
    public void two_who_speak_of_different_things_read_the_same_in_either_order(AnyHistory history, AnyTwoApart two)
    {
        var (one, other) = (Play.Of(history.Moves).With(two.One, two.Other), Play.Of(history.Moves).With(two.Other, two.One));
        Told.Summary(one.Ledger.Folded(new(one.Now, one.Now))).ShouldBe(Told.Summary(other.Ledger.Folded(new(other.Now, other.Now))));
    }

    [Property]
    public void a_denial_a_refusal_a_comment_or_silence_never_makes_more_roots_accuse_anyone(AnyHistory history, AnyQuietWord quiet)
    {
        var before = Play.Of(history.Moves);
        var after = Play.Of(history.Moves).With(quiet.Move);
        var accused = before.Ledger.Folded(new(after.Now, after.Now))!.Standings.ToDictionary(s => (s.Actor, s.Act), s => s.AccusedBy.Count);
        foreach (var standing in after.Ledger.Folded(new(after.Now, after.Now))!.Standings)
            standing.AccusedBy.Count.ShouldBeLessThanOrEqualTo(accused[(standing.Actor, standing.Act)], $"{standing.Actor} after {quiet.Move}");
    }

    [Property]
    public void the_publishable_reading_is_that_of_a_ledger_which_never_held_what_it_leaves_out(AnyHistory history, int minutes, bool noted)
    {
        var play = Play.Of(history.Moves);
        var asOf = new AsOf(play.Now, Some(minutes, noted), noted ? Clock.Noted : Clock.Recorded, Audience.Publishable);
        var without = LeftOut.Without(play.Ledger, asOf);
        Told.ShouldBeSame(play.Ledger.Folded(asOf), IncidentReading.Of(InMemoryLedger.Id, without, play.Ledger.Parties, asOf));
    }

    [Property]
    public void no_publishable_reading_of_any_moment_mentions_what_consent_is_withdrawn_for(AnyHistory history, int minutes, bool noted)
    {
        var play = Play.Of(history.Moves);
        var withdrawn = LeftOut.Withdrawn(play.Ledger.Facts);
        if (withdrawn.Count == 0) return;
        foreach (var knownAt in new[] { play.Now, Some(minutes, noted), Some(minutes + 3, noted) })
        {
            var text = Told.Text(play.Ledger.Folded(new(play.Now, knownAt, noted ? Clock.Noted : Clock.Recorded, Audience.Publishable)));
            foreach (var entry in withdrawn) text.ShouldNotContain($"\"{entry}\"");
        }
    }

    [Property]
    public void a_past_moment_reads_the_same_whatever_was_learnt_since(AnyHistory history, int minutes)
    {
        var play = Play.Of(history.Moves);
        var then = Some(minutes);
        var facts = play.Ledger.Facts.Where(fact => fact.Fact is not ConsentWithdrawn).ToList();
        var known = facts.Where(fact => fact.At <= then).ToList();
        var parties = play.Ledger.Parties.Select(party => party with { Facts = party.Facts.Where(fact => fact.At <= then).ToListing() });
        Told.ShouldBeSame(
            IncidentReading.Of(InMemoryLedger.Id, facts, play.Ledger.Parties, new(play.Now, then)),
            IncidentReading.Of(InMemoryLedger.Id, known, parties, new(play.Now, then)));
    }

    [Property]
    public void stories_that_run_and_are_looked_at_change_no_reading(AnyHistory history, int minutes, bool noted, bool published)
    {
        var play = Play.Of(history.Moves);
        var with = play.Ledger.Facts.SelectMany(fact => fact.Fact is StanceTaken or IncidentOpened ? [fact] : Stories(fact).Append(fact)).Select((fact, i) => fact with { Order = i + 1 }).ToList();
        foreach (var knownAt in new[] { play.Now, Some(minutes, noted) })
        {
            var asOf = new AsOf(play.Now, knownAt, noted ? Clock.Noted : Clock.Recorded, published ? Audience.Publishable : Audience.Internal);
            Told.ShouldBeSame(play.Ledger.Folded(asOf), IncidentReading.Of(InMemoryLedger.Id, with, play.Ledger.Parties, asOf));
        }
    }

    // With each entry a story that is settled, struck and put back, noted long before anything else.
    private static IEnumerable<Recorded<IncidentEvent>> Stories(Recorded<IncidentEvent> beside)
    {
        var (story, settled, struck) = (EntryId.Of($"p{beside.Order}"), EntryId.Of($"l{beside.Order}"), EntryId.Of($"x{beside.Order}"));
        return new IncidentEvent[]
        {
            new PublicationRegistered(story, "A story", $"https://example.org/{story}", When.World("11:30", World.Zone), null, Clock.Recorded), new AttentionSettled(settled, story, "The story says so."),
            new EntryStruck(struck, story, "Another story."), new ReversalStruck(EntryId.Of($"y{beside.Order}"), struck, story, "No, this one."), new ReversalStruck(EntryId.Of($"z{beside.Order}"), settled, story, "Of another story.")
        }.Select(fact => beside with { Fact = fact with { Noted = When.Noon.AddDays(-1) } });
    }

    // By the notebook there is something to know up to an hour and a half before the record begins. Where the moment lies does
    // not depend on how long a history is, so that it stays when a counterexample shrinks.
    private static DateTimeOffset Some(int minutes, bool noted = false) => When.Noon.AddMinutes((noted ? -90 : 0) + (Math.Abs(minutes * 7L) % (noted ? 130 : 40)));
}
