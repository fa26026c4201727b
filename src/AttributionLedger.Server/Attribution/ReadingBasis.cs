using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Store;

namespace AttributionLedger.Attribution;

/// <summary>What a reading of now rests on: while none of it changes, the reading does not.</summary>
/// <param name="Streams">The incident and every party that was looked up, with all above them, and the versions that they had.</param>
/// <param name="NextEmbargo">UTC, when the first of the embargoes in force ends, by which it changes although nothing is logged; null when there is none.</param>
public sealed record ReadingBasis(IReadOnlyDictionary<string, long> Streams, DateTimeOffset? NextEmbargo)
{
    public static ReadingBasis Of(string incident, long version, IEnumerable<Party> parties, IEnumerable<Position> positions, DateTimeOffset now) => new(
        parties.Select(party => (Stream: StreamKeys.Of(PartyId.Of(party.Id)), Version: (long)party.Facts.Count)).Append((Stream: incident, Version: version)).ToDictionary(stream => stream.Stream, stream => stream.Version),
        Embargo(positions, now));

    /// <summary>When the first of the embargoes in force ends; null when there is none.</summary>
    public static DateTimeOffset? Embargo(IEnumerable<Position> positions, DateTimeOffset now) =>
        positions.SelectMany(position => position.Latest).Select(heard => heard.Publishability.Embargo).Where(embargo => embargo > now).Min();
}
