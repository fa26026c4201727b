using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Duplicates;

/// <summary>A statement as it is compared with others of its incident.</summary>
public sealed class Told
{
    private readonly Lazy<Listing<Pieces>> wordings;
    private readonly Lazy<Listing<string>> digests;

    /// <param name="goingBy">The party that one goes by now, after merges.</param>
    /// <param name="isOutlet">Whether a party is an outlet.</param>
    public Told(EntryId entry, Statement statement, Listing<Stance> stances, Func<PartyId, PartyId> goingBy, Func<PartyId, bool> isOutlet)
    {
        (Entry, Statement, Stances) = (entry, statement, stances);
        By = statement.By.Select(goingBy).Distinct().Order().ToListing();
        Channel = statement.Channel is { } channel ? goingBy(channel) : null;
        Via = statement.Setting.Via.Select(goingBy).ToListing();
        IsOutletsOwnVoice = statement is { Issuance: Issuance.Verified, RelayOf: null } && statement.By is [var alone] && isOutlet(alone);
        wordings = new(() => Texts(statement.Words).Select(Pieces.Of).ToListing());
        digests = new(() => DigestsOf(statement.Words).ToListing());
    }

    public EntryId Entry { get; }
    public Statement Statement { get; }
    public Listing<Stance> Stances { get; }

    /// <summary>Who spoke, or in whose name it was issued, as they go by now.</summary>
    public Listing<PartyId> By { get; }
    public PartyId? Channel { get; }
    public Listing<PartyId> Via { get; }

    /// <summary>One outlet speaks, and not as repeating what is on record.</summary>
    public bool IsOutletsOwnVoice { get; }

    /// <summary>The statements that it is linked with, or was found to be different from.</summary>
    public IReadOnlySet<EntryId> LinkedWith { get; init; } = new HashSet<EntryId>();

    /// <summary>Digests of its words: as logged, and of what was translated.</summary>
    public Listing<string> Digests => digests.Value;

    internal Listing<Pieces> Wordings => wordings.Value;

    public bool HasSpeakersOf(Told other) => By.Equals(other.By) && Channel == other.Channel;

    /// <summary>The digests by which the same words are found.</summary>
    public static IEnumerable<string> DigestsOf(Words? words) => Texts(words).Select(SameWords.Digest).OfType<string>().Distinct();

    // A translation may have been logged once in each language.
    private static IEnumerable<string> Texts(Words? words) => new[] { words?.Text, words?.Original }.OfType<string>();
}
