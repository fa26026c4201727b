using AttributionLedger.Basics;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties;

/// <summary>A dated link from one party to another.</summary>
/// <param name="From">UTC, inclusive; null when it has always been so.</param>
/// <param name="Until">UTC, inclusive; null when it has no known end.</param>
public sealed record Affiliation(AffiliationId Id, Link Link, PartyId To, bool Counts, DateTimeOffset? From, DateTimeOffset? Until)
{
    public bool IsInForceAt(DateTimeOffset moment) => !(moment < From) && !(moment > Until);

    /// <summary>The affiliations that <paramref name="facts"/> leave standing, in the order in which they were recorded.</summary>
    public static IEnumerable<Affiliation> Of(IEnumerable<PartyEvent> facts)
    {
        var standing = new List<Affiliation>();
        foreach (var fact in facts)
            switch (fact)
            {
                case AffiliationRecorded e:
                    standing.Add(new(e.Id, e.Link, e.To, e.Counts, e.From?.Earliest, e.Until?.Latest));
                    break;
                case AffiliationEnded e when standing.FindIndex(a => a.Id == e.Affiliation) is >= 0 and var i:
                    standing[i] = standing[i] with { Until = e.Until.Latest };
                    break;
                case AffiliationStruck e:
                    standing.RemoveAll(a => a.Id == e.Affiliation);
                    break;
            }
        return standing;
    }
}

/// <summary>A stretch of time, inclusive, either end of which may be open; times are UTC.</summary>
internal readonly record struct Stretch(DateTimeOffset? From, DateTimeOffset? Until)
{
    public bool IsEmpty => From > Until;

    public Stretch Within(Stretch other) => new(
        From is null || other.From > From ? other.From ?? From : From,
        Until is null || other.Until < Until ? other.Until ?? Until : Until);
}
