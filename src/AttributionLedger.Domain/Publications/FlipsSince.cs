using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Parties;
using AttributionLedger.Readings;

namespace AttributionLedger.Publications;

/// <summary>How the attribution became another one between two readings, as far as that bears on a story.</summary>
/// <param name="register">Who is who at the moment of <paramref name="after"/>.</param>
internal sealed class FlipsSince(IncidentReading? before, IncidentReading? after, Register register)
{
    /// <param name="claims">Only the standings that these claims bear on, and the status of their acts; null for all.</param>
    public IEnumerable<Change> On(IReadOnlySet<ClaimId>? claims)
    {
        var flips = Difference.Of(before, after, register).Flips;
        if (claims is null) return flips;
        var standings = new[] { before, after }.SelectMany(reading => reading?.Standings ?? []).Where(standing => standing.Claims.Any(claims.Contains)).ToList();
        var (named, acts) = (standings.Select(standing => (standing.Actor, standing.Act)).ToHashSet(), standings.Select(standing => standing.Act).ToHashSet());
        return flips.Where(flip => flip.Of.Party is { } actor ? named.Contains((actor, flip.Of.Act)) : acts.Contains(flip.Of.Act));
    }

    /// <summary>The statements that what flipped rests on now.</summary>
    public IEnumerable<EntryId> Behind(Change flip) => flip.Of.Party is { } actor
        ? (after?.Standings ?? []).Where(standing => standing.Actor == actor && standing.Act == flip.Of.Act).SelectMany(standing => standing.Reasons).SelectMany(reason => reason.Statements)
        : flip.After?.Entries ?? [];
}
