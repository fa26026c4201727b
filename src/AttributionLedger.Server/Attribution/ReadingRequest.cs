using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Times;

namespace AttributionLedger.Attribution;

/// <summary>What a reader asks for.</summary>
/// <param name="SaidBy">EDTF; a day, month or year means its end in the incident's zone. Null for all that was known at <paramref name="KnownAt"/>.</param>
/// <param name="KnownAt">EDTF, likewise; null for now.</param>
/// <param name="By">The rules to read by; null for those in force.</param>
public sealed record ReadingRequest(string? SaidBy = null, string? KnownAt = null, Clock Clock = Clock.Recorded, Audience Audience = Audience.Internal, Rules? By = null)
{
    /// <summary>What most ask for, and what is kept: the present, by the rules in force.</summary>
    public bool IsOfNow => SaidBy is null && KnownAt is null && Clock == Clock.Recorded && Rules == Rules.Current;

    public Rules Rules => By ?? Rules.Current;

    /// <summary>The moments that are asked for, on both clocks.</summary>
    /// <param name="zone">IANA; in which a day, month or year is meant: the incident's, or across incidents the newsroom's.</param>
    /// <param name="now">UTC; what is meant by a moment that is left out.</param>
    /// <param name="asOf">Holds nothing to go by where something is refused.</param>
    /// <returns>What is wrong with a moment; null when nothing is.</returns>
    public Rejection? Moments(string zone, DateTimeOffset now, out AsOf asOf)
    {
        asOf = new AsOf(now, now, Clock, Audience) { Rules = Rules };
        if (ReadMoment(KnownAt, zone, now, "knownAt", now, out var knownAt) is { } known) return known;
        // Nothing is known before it is said, so this chooses all that was known, and the same moment whenever it is asked for.
        if (ReadMoment(SaidBy, zone, now, "saidBy", knownAt, out var saidBy) is { } said) return said;
        asOf = asOf with { SaidBy = saidBy, KnownAt = knownAt };
        return null;
    }

    // A day that has begun is read up to now; a moment that has not come is refused, for what will be known then is not known.
    internal static Rejection? ReadMoment(string? text, string zone, DateTimeOffset now, string field, DateTimeOffset usual, out DateTimeOffset at)
    {
        at = usual;
        if (text is null) return null;
        switch (Moment.Read(text, zone))
        {
            case MomentReading.Unreadable unreadable: return new(unreadable.Code, field, unreadable.Message);
            case MomentReading.Read { At: var asked }: at = asked; break;
        }
        if (at <= now) return null;
        at = now;
        return WorldTime.Read(text, zone) is WorldTimeReading.Read { Time.Earliest: var earliest } && earliest <= now ? null
            : new("moment-in-future", field, $"{text} has not come yet. Leave it out to read what is on record now.");
    }
}
