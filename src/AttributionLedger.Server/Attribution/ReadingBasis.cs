using AttributionLedger.Parties;
using AttributionLedger.Readings;

namespace AttributionLedger.Attribution;

/// <summary>What a reading of now rests on beside the incident's own stream: by what it changes although nothing is logged there.</summary>
/// <param name="Parties">The ids of the parties that were looked up, with all above them.</param>
/// <param name="NextEmbargo">UTC, when the first of the embargoes in force ends; null when there is none.</param>
public sealed record ReadingBasis(IReadOnlyCollection<string> Parties, DateTimeOffset? NextEmbargo)
{
    public static ReadingBasis Of(IEnumerable<Party> parties, IEnumerable<Position> positions, DateTimeOffset now) => new(
        [.. parties.Select(party => party.Id)],
        positions.SelectMany(position => position.Latest).Select(heard => heard.Publishability.Embargo).Where(embargo => embargo > now).Min());
}
