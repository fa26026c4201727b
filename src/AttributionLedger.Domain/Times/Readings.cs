namespace AttributionLedger.Times;

/// <summary>What came of reading a time in the world.</summary>
public abstract record WorldTimeReading
{
    private WorldTimeReading() { }

    /// <summary>It could be read.</summary>
    public sealed record Read(WorldTime Time) : WorldTimeReading;

    /// <summary>It could not: a stable code of <see cref="TimeCodes"/>, and what was wrong and what to write instead.</summary>
    public sealed record Unreadable(string Code, string Message) : WorldTimeReading;
}

/// <summary>What came of reading a moment that a reader asks about.</summary>
public abstract record MomentReading
{
    private MomentReading() { }

    /// <summary>It could be read; the moment is in UTC, to the microsecond.</summary>
    public sealed record Read(DateTimeOffset At) : MomentReading;

    /// <summary>It could not: a stable code of <see cref="TimeCodes"/>, and what was wrong and what to write instead.</summary>
    public sealed record Unreadable(string Code, string Message) : MomentReading;
}

/// <summary>What came of reading the name of a time zone.</summary>
public abstract record ZoneReading
{
    private ZoneReading() { }

    /// <summary>It is known; the id is as the time zone database spells it.</summary>
    public sealed record Read(string Id) : ZoneReading;

    /// <summary>It is not: <see cref="TimeCodes.ZoneUnknown"/>, and what to write instead.</summary>
    public sealed record Unreadable(string Code, string Message) : ZoneReading;
}

/// <summary>The codes under which a time is refused. Programs rely on them; the sentences beside them may change.</summary>
public static class TimeCodes
{
    /// <summary>The text is not a time in any form that is known here.</summary>
    public const string Unreadable = "time-unreadable";

    /// <summary>The text is EDTF, but of a form that this ledger does not take (seasons, sets, unspecified digits).</summary>
    public const string FormNotTaken = "time-form-not-taken";

    /// <summary>The text has the right form, but there is no such date, time of day or offset.</summary>
    public const string Impossible = "time-impossible";

    /// <summary>A date-time says no offset, so it is not known which instant it is.</summary>
    public const string WithoutOffset = "time-without-offset";

    /// <summary>The zone is not an IANA id that the time zone database of this machine knows.</summary>
    public const string ZoneUnknown = "time-zone-unknown";

    /// <summary>An interval starts after it ends.</summary>
    public const string FromAfterUntil = "time-from-after-until";

    /// <summary>The year lies outside those that the ledger keeps.</summary>
    public const string OutOfRange = "time-out-of-range";

    /// <summary>The wording of a time is longer than a phrase.</summary>
    public const string WordingTooLong = "time-wording-too-long";

    /// <summary>A moment was given as an interval, which has two ends.</summary>
    public const string MomentInterval = "moment-interval";

    /// <summary>A moment was given with an end left open or unknown.</summary>
    public const string MomentOpen = "moment-open";

    /// <summary>A moment was called approximate or uncertain.</summary>
    public const string MomentQualified = "moment-qualified";
}

/// <summary>A refusal before it is known which reading it ends.</summary>
internal sealed record TimeRefusal(string Code, string Message)
{
    public WorldTimeReading AsWorldTime() => new WorldTimeReading.Unreadable(Code, Message);

    public MomentReading AsMoment() => new MomentReading.Unreadable(Code, Message);

    public ZoneReading AsZone() => new ZoneReading.Unreadable(Code, Message);
}

/// <summary>A step of a reading: exactly one of the two is there.</summary>
internal readonly record struct Attempt<T>(T? Value, TimeRefusal? Refusal) where T : class
{
    public static implicit operator Attempt<T>(T value) => new(value, null);

    public static implicit operator Attempt<T>(TimeRefusal refusal) => new(null, refusal);
}
