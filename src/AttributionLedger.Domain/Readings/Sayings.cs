using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Readings;

/// <summary>What became of a statement by what was done to it: the one place where retractions and corrections are understood.</summary>
internal static class Sayings
{
    /// <summary>The statement and what its speakers said of it by then, in the order in which they said it.</summary>
    /// <param name="statement">As it was logged.</param>
    /// <param name="since">What was done to it and is in force, in the order of the stream.</param>
    public static IReadOnlyList<Saying> Of(Saying statement, IEnumerable<Recorded<IncidentEvent>> since, AsOf asOf)
    {
        var sayings = new List<Saying> { statement };
        foreach (var fact in since) Take(sayings, fact, asOf);
        return sayings.Count < 3 ? sayings : [sayings[0], .. sayings.Skip(1).OrderBy(said => (said.Latest, said.Known))];
    }

    /// <summary>
    /// The stances that stand after them, and those that were taken back. Who retracts takes all of them back; what a speaker
    /// no longer says after correcting itself is taken back as well.
    /// </summary>
    public static IEnumerable<(Stance Stance, int Place, bool Retracted)> Taken(IReadOnlyList<Saying> sayings)
    {
        var taken = Numbered(sayings[0].Stances).ToList();
        var stances = sayings[0].Stances;
        foreach (var later in sayings.Skip(1))
            if (later.IsRetraction) taken = taken.Select(t => t with { Retracted = true }).ToList();
            // A correction of the words alone changes no stance and brings nothing back.
            else if (!ReferenceEquals(later.Stances, stances))
            {
                taken = [.. taken.Where(t => later.Stances.All(stance => stance.Claim != t.Stance.Claim)).Select(t => t with { Retracted = true }), .. Numbered(later.Stances)];
                stances = later.Stances;
            }
        return taken;
    }

    private static void Take(List<Saying> sayings, Recorded<IncidentEvent> fact, AsOf asOf)
    {
        var known = fact.Known(asOf.Clock);
        var at = sayings.FindLastIndex(said => !said.IsRetraction);
        switch (fact.Fact)
        {
            // A speaker takes back from when it says so; until then the statement stood.
            case StatementRetracted e when LatestPossible(e.Said, known) is var when && when <= asOf.SaidBy:
                sayings.Add(new(e.Id, true, [], e.Words, e.Said.Earliest, when, known, []));
                break;
            case StatementCorrected { Whose: Corrector.Speaker, Said: { } said } e when LatestPossible(said, known) is var when && when <= asOf.SaidBy:
                sayings.Add(new(e.Id, false, e.Stances ?? sayings[at].Stances, e.Words ?? sayings[at].Words, said.Earliest, when, known, []));
                break;
            // What was never said so was never a position; that it was taken back stays true.
            case StatementCorrected { Whose: not Corrector.Speaker } e:
                var wrong = sayings[at];
                sayings[at] = wrong with { Words = e.Words ?? wrong.Words, Reworded = wrong.Reworded.With(new(e.Id, e.Whose, known, fact.Known(Clock.Noted), wrong.Words)) };
                // A correction of words alone holds the very stances of what it corrects.
                if (e.Stances is { } corrected)
                    for (var i = 0; i < sayings.Count; i++)
                        if (ReferenceEquals(sayings[i].Stances, wrong.Stances)) sayings[i] = sayings[i] with { Stances = corrected };
                break;
        }
    }

    private static IEnumerable<(Stance Stance, int Place, bool Retracted)> Numbered(Listing<Stance> stances) => stances.Select((stance, i) => (stance, i + 1, false));

    /// <summary>The end of the interval in its own zone or the known time, whichever is earlier.</summary>
    public static DateTimeOffset LatestPossible(WorldTime time, DateTimeOffset known) => time.LatestPossible(known);
}
