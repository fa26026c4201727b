using AttributionLedger.Basics;

namespace AttributionLedger.Readings.Timelines;

/// <summary>A stretch of both clocks in which an entry lets the same be heard. The ends are exclusive.</summary>
internal readonly record struct Phase(DateTimeOffset KnownFrom, DateTimeOffset KnownUntil, DateTimeOffset SaidFrom, DateTimeOffset SaidUntil, IReadOnlyList<Heard> Heard);

internal static class Phases
{
    // Later than any time that the ledger keeps.
    private static readonly DateTimeOffset Ever = DateTimeOffset.MaxValue;

    /// <summary>Between any two neighbouring times at which something about the entry was known or said, nothing about it changes.</summary>
    public static IEnumerable<Phase> Of(Track track, Clock clock)
    {
        if (track.Changes == 0)
        {
            if (track.Heard(new(Ever, Ever, clock)).ToList() is { Count: > 0 } always) yield return new(always[0].Known, Ever, always[0].Latest, Ever, always);
            yield break;
        }
        var (known, said) = track.Turns(clock);
        foreach (var (knownFrom, knownUntil) in Stretches(known))
            foreach (var (saidFrom, saidUntil) in Stretches(said))
                if (track.Heard(new(saidFrom, knownFrom, clock)).ToList() is { Count: > 0 } heard)
                    yield return new(knownFrom, knownUntil, saidFrom, saidUntil, heard);
    }

    private static IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Stretches(SortedSet<DateTimeOffset> turns) =>
        turns.Zip(turns.Skip(1).Append(Ever));
}
