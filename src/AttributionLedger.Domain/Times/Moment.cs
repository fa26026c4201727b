namespace AttributionLedger.Times;

/// <summary>
/// A moment that a reader asks about ("said by", "known at"): one EDTF time, of which the last microsecond counts. A
/// day, month or year means its end on the clocks of the zone, for "what did we know on the 22nd" asks for all of it.
/// </summary>
public static class Moment
{
    /// <summary>Reads a moment. Never throws, and knows no "now": who asks without a moment decides what that means.</summary>
    /// <param name="text">EDTF: a year, month, day, or date-time with its offset; no interval and no qualifier.</param>
    /// <param name="zone">The IANA id of the zone in which a day, month or year is meant.</param>
    /// <returns>The moment in UTC; or a <c>moment-</c> code for a time that is not one moment, a <c>time-</c> code for what
    /// is no time.</returns>
    public static MomentReading Read(string text, string zone)
    {
        if (text == "..")
            return Open;

        var read = EdtfGrammar.Read(text);
        if (read.Value is not { } edtf)
            return read.Refusal!.AsMoment();
        if (edtf is { From: EdtfEnd.Open } or { Until: EdtfEnd.Open })
            return Open;
        if (edtf.Until is not null)
            return new MomentReading.Unreadable(TimeCodes.MomentInterval,
                $"{text} is an interval, and this asks for one moment. Write one of its ends, for example {edtf.Until.Text.TrimEnd('~', '?', '%')}.");
        if (edtf.Qualified)
            return new MomentReading.Unreadable(TimeCodes.MomentQualified,
                $"{text} is approximate or uncertain, and this asks for one moment. Write {text[..^1]}.");

        var place = Zones.Find(zone);
        if (place.Value is null)
            return place.Refusal!.AsMoment();
        var span = EdtfSpan.Of(edtf, place.Value);
        return span.Value is { Latest: { } latest } ? new MomentReading.Read(latest) : span.Refusal!.AsMoment();
    }

    private static MomentReading Open => new MomentReading.Unreadable(TimeCodes.MomentOpen,
        "An open end is not a moment. Write a day or a date-time with its offset, for example 2024-04-22 or 2024-04-21T21:50+03:00.");
}
