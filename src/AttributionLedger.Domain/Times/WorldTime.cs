namespace AttributionLedger.Times;

/// <summary>
/// A time in the world as somebody gave it: an interval with a precision, and the words that gave it.
/// </summary>
/// <remarks>
/// <para>The text is EDTF, levels 0 and 1 of ISO 8601-2:2019, less what a newsroom has no use for: a year, a month, a
/// day, a date-time with its offset, an interval of two of these either end of which may be open (<c>..</c>) or unknown
/// (empty), and the qualifiers <c>~</c> approximate, <c>?</c> uncertain, <c>%</c> both. Seconds and fractions of a second
/// are optional, as in ISO 8601-1; a qualifier is also taken after a date-time.</para>
/// <para>A year, month or day runs from its first instant on the clocks of <see cref="Zone"/> to its last microsecond;
/// a date-time is one instant. Qualifiers add nothing to the interval. Where clocks skip midnight a day starts with its
/// first instant that exists; where midnight comes twice, with the first; every day ends where the next one starts.</para>
/// <para>Two are equal when the text, zone, wording and both resolved ends are.</para>
/// </remarks>
public sealed record WorldTime
{
    /// <summary>The longest wording that is taken, in UTF-16 units: a phrase that dates something, not a story.</summary>
    public const int LongestWording = 1_000;

    private WorldTime(string edtf, string zone, string? wording, DateTimeOffset? earliest, DateTimeOffset? latest) =>
        (Edtf, Zone, Wording, Earliest, Latest) = (edtf, zone, wording, earliest, latest);

    /// <summary>The EDTF text as it was written, for example <c>2024-04-20/2024-04-22</c> or <c>2023-10~</c>.</summary>
    public string Edtf { get; }

    /// <summary>The IANA id of the zone in which days, months and years are meant, for example <c>Asia/Baghdad</c>.</summary>
    public string Zone { get; }

    /// <summary>The words that gave the time, verbatim, for example "early Saturday"; null where there were none.</summary>
    public string? Wording { get; }

    /// <summary>The first microsecond that belongs to it, in UTC; null where the start is open or unknown.</summary>
    public DateTimeOffset? Earliest { get; }

    /// <summary>The last microsecond that belongs to it, in UTC; null where the end is open or unknown.</summary>
    public DateTimeOffset? Latest { get; }

    /// <summary>Whether either end is called approximate (<c>~</c> or <c>%</c>).</summary>
    public bool Approximate => Edtf.AsSpan().ContainsAny('~', '%');

    /// <summary>Whether either end is called uncertain (<c>?</c> or <c>%</c>).</summary>
    public bool Uncertain => Edtf.AsSpan().ContainsAny('?', '%');

    /// <summary>Whether it is one instant, meant exactly: a date-time with its offset, and no interval.</summary>
    public bool IsInstant => Earliest is not null && Earliest == Latest && !Approximate && !Uncertain && !Edtf.Contains('/');

    /// <summary>Reads a time as a person wrote it. Never throws: what cannot be read is a value with a stable code.</summary>
    /// <param name="edtf">EDTF text of at most 120 characters, without white space.</param>
    /// <param name="zone">The IANA id of the zone in which it is meant; <c>UTC</c> is kept as <c>Etc/UTC</c>.</param>
    /// <param name="wording">The words that gave the time, kept verbatim; blank counts as none.</param>
    /// <returns>The time, or one of the codes in <see cref="TimeCodes"/> that start with <c>time-</c>.</returns>
    public static WorldTimeReading Read(string edtf, string zone, string? wording = null)
    {
        if (wording?.Length > LongestWording)
            return new WorldTimeReading.Unreadable(TimeCodes.WordingTooLong,
                $"The wording of a time has at most {LongestWording} characters, this one has {wording.Length}. Keep the words that date it, for example \"early Saturday\".");

        var text = EdtfGrammar.Read(edtf);
        if (text.Value is null)
            return text.Refusal!.AsWorldTime();

        var place = Zones.Find(zone);
        if (place.Value is null)
            return place.Refusal!.AsWorldTime();

        var span = EdtfSpan.Of(text.Value, place.Value);
        if (span.Value is null)
            return span.Refusal!.AsWorldTime();

        return new WorldTimeReading.Read(new(edtf, place.Value.Id, string.IsNullOrWhiteSpace(wording) ? null : wording,
            span.Value.Earliest, span.Value.Latest));
    }

    /// <summary>
    /// Restores a time from its stored parts without resolving it again, for a later time zone database must not change
    /// what is stored. Checks nothing; ends are brought to UTC and cut to the microsecond.
    /// </summary>
    public static WorldTime Stored(string edtf, string zone, string? wording, DateTimeOffset? earliest, DateTimeOffset? latest) =>
        new(edtf, zone, wording, Microseconds.Of(earliest), Microseconds.Of(latest));

    /// <summary>The end of the interval in its own zone, or when it was known, whichever is earlier: by what it counts as said.</summary>
    /// <param name="known">UTC.</param>
    public DateTimeOffset LatestPossible(DateTimeOffset known) => Latest < known ? Latest.Value : known;

    /// <summary>Whether the two have a microsecond in common. An open or unknown end reaches as far as time does.</summary>
    public bool Overlaps(WorldTime other) => StartsBy(other.Latest) && other.StartsBy(Latest);

    private bool StartsBy(DateTimeOffset? moment) => Earliest is null || moment is null || Earliest <= moment;
}
