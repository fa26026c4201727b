using AttributionLedger.Attribution;

namespace AttributionLedger.Tables;

/// <param name="Standing">Null where nobody is named, so that the status of every incident is in the table.</param>
internal sealed record StandingRow(ReadingShape Reading, StandingShape? Standing);

/// <summary>The standings of a reading, each a row.</summary>
internal static class StandingRows
{
    public static IEnumerable<StandingRow> Of(ReadingShape reading) => reading.Standings.Cast<StandingShape?>().DefaultIfEmpty().Select(standing => new StandingRow(reading, standing));
}
