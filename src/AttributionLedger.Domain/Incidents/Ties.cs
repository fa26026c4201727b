using AttributionLedger.Basics;

namespace AttributionLedger.Incidents;

/// <summary>What decisions ask of the links of a statement.</summary>
internal static class Ties
{
    /// <summary>Links of one statement, struck ones among them: each is kept with it, and one story comes by fewer wires.</summary>
    public const int Limit = 50;

    /// <summary>The links that are in force.</summary>
    public static IEnumerable<Tie> TiesOf(this IRecord record, LoggedEntry? statement) =>
        (statement?.Ties ?? []).Where(tie => record.Entry(tie.Link) is { StruckBy: null });

    /// <summary>The link by which it repeats another or is the same as another; null where it stands for itself.</summary>
    public static Tie? BehindAnother(this IRecord record, LoggedEntry? statement) =>
        record.TiesOf(statement).FirstOrDefault(tie => tie is { IsOther: false, How: not StatementLink.NotSame });

    /// <summary>The link by which another stands for it; null where it is heard itself.</summary>
    public static Tie? StoodForBy(this IRecord record, LoggedEntry? statement) =>
        record.TiesOf(statement).FirstOrDefault(tie => tie is { IsOther: false, How: StatementLink.SameAs });

    /// <summary>The links of those that it stands for, and that were not struck themselves.</summary>
    public static IEnumerable<Tie> StandsFor(this IRecord record, LoggedEntry? statement) =>
        record.TiesOf(statement).Where(tie => tie is { IsOther: true, How: StatementLink.SameAs } && record.Entry(tie.With) is { StruckBy: null });
}
