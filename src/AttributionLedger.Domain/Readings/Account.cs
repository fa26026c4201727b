using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Readings;

/// <summary>That what was recorded of a statement was not what was said: the outlet's error, or the translator's.</summary>
/// <param name="Known">When the desk knew it, by the clock of the reading, UTC.</param>
/// <param name="Dated">When it was recorded, or noted, which is never later, UTC: the day by which it is told.</param>
/// <param name="Before">The words as they had been recorded.</param>
public sealed record Rewording(EntryId Entry, Corrector Whose, DateTimeOffset Known, DateTimeOffset Dated, Words? Before);

/// <summary>What speakers said at one time: a statement, the correction that they made of it, or that they take it back.</summary>
/// <param name="Entry">The statement itself, the correction or the retraction.</param>
/// <param name="Stances">The stances that stand from then on; of a retraction none.</param>
/// <param name="Words">As they are recorded by now; of a retraction what was said in it.</param>
/// <param name="Earliest">The earliest time at which it can have been said, UTC; null when its start is open.</param>
/// <param name="Latest">Its latest possible time, UTC.</param>
/// <param name="Known">When the desk knew it, by the clock of the reading, UTC.</param>
/// <param name="Reworded">What was done to its recorded words since, and is in force.</param>
public sealed record Utterance(
    EntryId Entry, bool IsRetraction, Listing<Stance> Stances, Words? Words, DateTimeOffset? Earliest, DateTimeOffset Latest, DateTimeOffset Known, Listing<Rewording> Reworded);

/// <summary>A statement that a reading may hear, with what was done to it since, is in force and was known and said by then.</summary>
/// <param name="Utterances">What was said in it and of it by its speakers, in the order in which they said it; the first is the statement.</param>
/// <param name="Rule">By its latest terms.</param>
/// <param name="SettledAt">When the desk knew that it settles a voice, UTC; null when it does not.</param>
public sealed record Account(StatementLogged Logged, Listing<Utterance> Utterances, GroundRule Rule, Publishability Publishability, DateTimeOffset? SettledAt)
{
    /// <summary>
    /// The stances that stand, and those that were taken back. Who retracts takes all of them back; what a speaker no longer
    /// says after correcting itself is taken back as well.
    /// </summary>
    public IEnumerable<Heard> Heard()
    {
        var taken = Numbered(Utterances[0].Stances).ToList();
        foreach (var later in Utterances.Skip(1))
            if (later.IsRetraction) taken = taken.Select(t => t with { Retracted = true }).ToList();
            else if (!ReferenceEquals(later.Stances, StancesBefore(later)))
                taken = [.. taken.Where(t => later.Stances.All(stance => stance.Claim != t.Stance.Claim)).Select(t => t with { Retracted = true }), .. Numbered(later.Stances)];

        var digest = Logged.Statement.Words is { } words ? History.Digest(words.Text) : null;
        return taken.SelectMany(t => Logged.Statement.Speaking().Select(party => Heard(party, t.Stance, t.Place, t.Retracted, digest)));
    }

    /// <summary>One stance of it as the rules hear it of one of its speakers.</summary>
    public Heard Heard(PartyId party, Stance stance, int place, bool retracted, string? digest)
    {
        var (said, first) = (Logged.Statement, Utterances[0]);
        return new(
            Logged.Id, party, said.Speaking(), said.InTheNameOf(), Logged.CountsUnder, stance.Claim,
            stance.Kind, stance.Strength, stance.Scope, stance.Figures ?? [], said.Issuance, Rule, Publishability,
            first.Earliest, first.Latest, first.Known, place, first.Earliest ?? DateTimeOffset.MinValue,
            retracted, SettledAt, said.RelayOf, said.Setting.AskedBy, stance.Request, stance.Qualifier, stance.Verb, stance.Ground, digest);
    }

    // A correction of the words alone changes no stance and brings nothing back.
    private Listing<Stance> StancesBefore(Utterance later) => Utterances.TakeWhile(one => one != later).Last(one => !one.IsRetraction).Stances;

    private static IEnumerable<(Stance Stance, int Place, bool Retracted)> Numbered(Listing<Stance> stances) => stances.Select((stance, i) => (stance, i + 1, false));
}
