using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Views;

/// <summary>What became of a statement. One that was retracted and struck is struck.</summary>
public enum StatementStatus { Live, Retracted, Struck }

/// <summary>Which statements a reading of now holds.</summary>
internal static class Holding
{
    private static readonly StatementShelf[] OpenLive = [StatementShelf.Open, StatementShelf.Embargoed], OpenRetracted = [StatementShelf.OpenRetracted, StatementShelf.EmbargoedRetracted];

    public static StatementStatus Status(this StatementRow row) =>
        row.Struck ? StatementStatus.Struck : row.Retracted ? StatementStatus.Retracted : StatementStatus.Live;

    /// <summary>
    /// Whether the reading holds the statement. Struck ones are the desk's to see, as struck; what is off the record is in
    /// neither reading.
    /// </summary>
    public static bool IsIn(this StatementRow row, Audience audience, DateTimeOffset now) => audience == Audience.Internal
        ? !row.IsOffTheRecord()
        : row.MayBePublished() && !(row.Embargo() > now);

    /// <summary>The shelves of a reading; those with an embargo are to be looked at with the time.</summary>
    public static IReadOnlyList<StatementShelf> Shelves(Audience audience, StatementStatus? status) => (audience, status) switch
    {
        (Audience.Publishable, StatementStatus.Struck) => [],
        (Audience.Publishable, StatementStatus.Live) => OpenLive,
        (Audience.Publishable, StatementStatus.Retracted) => OpenRetracted,
        (Audience.Publishable, _) => [.. OpenLive, .. OpenRetracted],
        (_, StatementStatus.Live) => [.. OpenLive, StatementShelf.Internal, StatementShelf.StoodFor],
        (_, StatementStatus.Retracted) => [.. OpenRetracted, StatementShelf.InternalRetracted, StatementShelf.StoodForRetracted],
        (_, StatementStatus.Struck) => [StatementShelf.Struck],
        _ => Enum.GetValues<StatementShelf>()
    };

    /// <summary>Every shelf but that of what was struck.</summary>
    public static IReadOnlyList<StatementShelf> Standing { get; } = [.. Enum.GetValues<StatementShelf>().Where(shelf => shelf != StatementShelf.Struck)];

    /// <summary>When embargoes must be over for the reading; null where they do not matter.</summary>
    public static DateTimeOffset? OpenBy(Audience audience, DateTimeOffset now) => audience == Audience.Publishable ? now : null;

    /// <summary>Everybody whom a row shows.</summary>
    public static IEnumerable<PartyId> PartiesOf(StatementRow row) =>
        row.Statement.By.Concat(row.Statement.Speaking()).Concat(row.Statement.Setting.AskedBy).Concat(row.Statement.Setting.Via);
}
