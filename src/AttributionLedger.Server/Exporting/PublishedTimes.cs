using AttributionLedger.Sheets;
using AttributionLedger.Times;

namespace AttributionLedger.Exporting;

/// <summary>Times as another ledger has to read them.</summary>
internal static class PublishedTimes
{
    /// <summary>
    /// The time with its end where the reading has it: nothing was said later than it was known. The ledger that takes the
    /// sheet in knows it later, and would put what was said "in 2024" behind all that was said since.
    /// </summary>
    /// <param name="known">UTC, when this ledger recorded it.</param>
    public static WorldTime AsHeard(WorldTime time, DateTimeOffset known) => time.Latest <= known ? time
        : WorldTime.Stored($"{time.Edtf.Split('/')[0]}/{SheetWriter.InstantText(known)}", time.Zone, time.Wording, time.Earliest, known);
}
