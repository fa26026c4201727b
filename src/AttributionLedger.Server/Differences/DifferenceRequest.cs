using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Readings;

namespace AttributionLedger.Differences;

/// <summary>Which clocks a moment that is given once sets.</summary>
public enum Clocks { Known, Said, Both }

/// <summary>Which two moments are compared. A clock that nothing sets stands at both where it stands at the later, which is now unless it is set.</summary>
/// <param name="From">EDTF; the earlier moment on the clocks of <paramref name="Along"/>.</param>
/// <param name="To">EDTF; the later one; null for now.</param>
/// <param name="FromSaidBy">EDTF; goes before <paramref name="From"/>, as its like do.</param>
public sealed record DifferenceRequest(
    string? From = null, string? To = null, Clocks Along = Clocks.Both, string? FromSaidBy = null, string? FromKnownAt = null, string? ToSaidBy = null, string? ToKnownAt = null,
    Clock Clock = Clock.Recorded, Audience Audience = Audience.Internal, Rules? Rules = null)
{
    /// <summary>The two moments, on both clocks.</summary>
    /// <param name="zone">IANA; in which a day, month or year is meant.</param>
    /// <param name="now">UTC.</param>
    /// <returns>What is wrong with them; null when nothing is.</returns>
    public Rejection? Moments(string zone, DateTimeOffset now, out AsOf start, out AsOf end)
    {
        start = end = new(now, now, Clock, Audience);
        if ((FromSaidBy ?? FromKnownAt ?? From) is null) return new("from-missing", "from", "From which moment on? Give it as from, or on one clock alone as fromSaidBy or fromKnownAt.");
        var (said, known) = (Along != Clocks.Known, Along != Clocks.Said);
        if (Read(ToSaidBy ?? (said ? To : null), ToKnownAt ?? (known ? To : null), zone, now, out end) is { } late) return Named(late, "to", ToSaidBy, ToKnownAt);
        var (saidBy, knownAt) = (FromSaidBy ?? (said ? From : null), FromKnownAt ?? (known ? From : null));
        if (Read(saidBy, knownAt, zone, now, out start) is { } early) return Named(early, "from", FromSaidBy, FromKnownAt);
        start = start with { SaidBy = saidBy is null ? end.SaidBy : start.SaidBy, KnownAt = knownAt is null ? end.KnownAt : start.KnownAt };
        return start.SaidBy <= end.SaidBy && start.KnownAt <= end.KnownAt ? null
            : new("from-after-to", From is null ? start.SaidBy > end.SaidBy ? "fromSaidBy" : "fromKnownAt" : "from", "The moment from which on is later than the one to which. Exchange the two.");
    }

    private Rejection? Read(string? saidBy, string? knownAt, string zone, DateTimeOffset now, out AsOf asOf)
    {
        var refused = new ReadingRequest(saidBy, knownAt, Clock, Audience).Moments(zone, now, out asOf);
        asOf = asOf with { Rules = Rules ?? Readings.Rules.Current };
        return refused;
    }

    // What is wrong is said of the parameter that was given.
    private static Rejection Named(Rejection refused, string end, string? saidBy, string? knownAt) =>
        refused with { Field = refused.Field == "saidBy" && saidBy is not null ? $"{end}SaidBy" : refused.Field == "knownAt" && knownAt is not null ? $"{end}KnownAt" : end };
}
