using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;

namespace AttributionLedger.Duplicates;

/// <summary>
/// Notices which statements of one incident are likely the same. It decides nothing: what it finds is offered to the desk, and
/// nothing is dropped or linked by itself.
/// </summary>
public static class Noticing
{
    /// <summary>Statements that one is compared with on each count, the newest first: wires bring a story within hours.</summary>
    public const int CandidateLimit = 50;

    /// <summary>Notices of one statement; who has more has a form letter, and settles these first.</summary>
    public const int NoticeLimit = 10;

    /// <summary>Words below which two speakers say the same by chance: "We deny it."</summary>
    private const int FewestWords = 4;

    /// <summary>What is noticed of a statement.</summary>
    /// <param name="others">Those that were there before it, the newest first.</param>
    public static IEnumerable<Notice> Of(Told one, IEnumerable<Told> others) =>
        others.Where(other => other.Entry != one.Entry && !AreSettled(one, other)).Select(other => Of(one, other)).OfType<Notice>().Take(NoticeLimit);

    /// <summary>Null where nothing speaks for their being the same.</summary>
    public static Notice? Of(Told one, Told other)
    {
        var sameWords = one.Digests.Intersect(other.Digests).Any();
        if (sameWords && one.Channel == other.Channel && one.By.Intersect(other.By).Any()) return OfSameWords(one, other);
        if (sameWords && Relay(one, other) is { } relay) return OfWordsOfAnother(one, other, relay);
        return IsSameStory(one, other) ? OfSameStory(one, other) : IsRetouched(one, other) ? OfRetouched(one, other) : null;
    }

    // Whoever repeats the other, or the same one, is known to.
    private static bool AreSettled(Told one, Told other) =>
        one.LinkedWith.Contains(other.Entry) || other.LinkedWith.Contains(one.Entry) || one.Statement.RelayOf == other.Entry || other.Statement.RelayOf == one.Entry
        || (one.Statement.RelayOf is { } original && original == other.Statement.RelayOf);

    private static Notice OfSameWords(Told one, Told other) => new(Likeness.SameWords, one.Entry, other.Entry,
        Overlap(one.Statement, other.Statement)
            ? $"The same words of the same speaker are logged as {other.Entry}, of a time that fits."
            : $"The same words of the same speaker are logged as {other.Entry}, of another time. They may have been said again.",
        [.. SameAs(one, other, "The same words of the same speaker."), NotSame(one, other)]);

    private static Notice OfSameStory(Told one, Told other) => new(Likeness.SameStory, one.Entry, other.Entry,
        $"{other.Entry} is of the same speaker, of a time that fits, with the same stance, and came another way; " + (one.Wordings.Count > 0 && other.Wordings.Count > 0 ? "the words are much alike." : "words to compare are missing."),
        [.. SameAs(one, other, "The same story by two wires."), NotSame(one, other)]);

    private static Notice OfRetouched(Told one, Told other) => new(Likeness.SameStory, one.Entry, other.Entry,
        $"{other.Entry} is of the same speaker, of the same time, with the same stance, and in nearly the same words. One may be a mended copy of the other.",
        [.. SameAs(one, other, "One is a mended copy of the other."), NotSame(one, other)]);

    private static Notice OfWordsOfAnother(Told one, Told other, Told relay) => new(Likeness.WordsOfAnother, one.Entry, other.Entry,
        $"{(relay == one ? one.Entry : other.Entry)} is an outlet's own, in the very words of {(relay == one ? other.Entry : one.Entry)}. It may repeat that one.",
        [new(StatementLink.RelayOf, relay.Entry, relay == one ? other.Statement.RelayOf ?? other.Entry : one.Statement.RelayOf ?? one.Entry, "It repeats the words of the other."), NotSame(one, other)]);

    // Of joint speakers one alone is not the same speaker.
    private static IEnumerable<Offer> SameAs(Told one, Told other, string reason) =>
        one.HasSpeakersOf(other) && other.Statement.RelayOf != one.Entry ? [new(StatementLink.SameAs, one.Entry, other.Entry, reason)] : [];

    private static Offer NotSame(Told one, Told other) => new(StatementLink.NotSame, one.Entry, other.Entry, "Looked at: two different ones.");

    /// <summary>Which of the two is an outlet that may repeat the other; of two outlets the later.</summary>
    private static Told? Relay(Told one, Told other)
    {
        if (one.By.Intersect(other.By).Any() || !one.Wordings.Any(pieces => pieces.Count >= FewestWords)) return null;
        return MayRepeat(one, other) ? one : MayRepeat(other, one) ? other : null;
    }

    // Where the way of the words names the other, it counts under that one already.
    private static bool MayRepeat(Told relay, Told original) => relay.IsOutletsOwnVoice && !relay.Via.Intersect(original.By).Any();

    private static bool IsSameStory(Told one, Told other) =>
        one.HasSpeakersOf(other) && CameApart(one, other) && Overlap(one.Statement, other.Statement) && AgreeInStances(one.Stances, other.Stances) && TellAlike(one, other);

    // A row of a spreadsheet without an id of its own is another statement once somebody mends a word of it.
    private static bool IsRetouched(Told one, Told other) =>
        one.HasSpeakersOf(other) && AreOfOneTime(one, other) && Gist(one.Stances).SetEquals(Gist(other.Stances)) && AgreeInStances(one.Stances, other.Stances)
        && one.Wordings.Any(mine => other.Wordings.Any(theirs => mine.IsNear(theirs, Pieces.Nearly)));

    private static bool AreOfOneTime(Told one, Told other) => one.Statement.Said.Edtf == other.Statement.Said.Edtf && one.Statement.Said.Zone == other.Statement.Said.Zone;

    private static bool CameApart(Told one, Told other) => !one.Via.Equals(other.Via) || one.Statement.RelayOf != other.Statement.RelayOf;

    // One act of speech takes no two stances on a claim, counts no two numbers and answers no two requests. What is on the incident
    // as a whole has no claim, and is shared as well.
    private static bool AgreeInStances(Listing<Stance> one, Listing<Stance> other)
    {
        var shared = (from mine in one from theirs in other where mine.Claim == theirs.Claim select (mine, theirs)).ToList();
        if (shared.Exists(pair => pair.mine.Request is { } answered && pair.theirs.Request is { } another && answered != another)) return false;
        return shared.Exists(pair => pair.mine.Kind == pair.theirs.Kind)
            && shared.TrueForAll(pair => pair.mine.Claim is null || (pair.mine.Kind == pair.theirs.Kind && !Conflict(pair.mine.Figures, pair.theirs.Figures)));
    }

    private static bool Conflict(Listing<Figure>? one, Listing<Figure>? other) =>
        (one ?? []).Any(figure => (other ?? []).Any(rival => rival.Category == figure.Category && (rival.Least, rival.Most) != (figure.Least, figure.Most)));

    private static bool TellAlike(Told one, Told other) => one.Wordings.Count > 0 && other.Wordings.Count > 0
        ? one.Wordings.Any(mine => other.Wordings.Any(theirs => mine.IsNear(theirs)))
        : AreOfOneTime(one, other) && Gist(one.Stances).SetEquals(Gist(other.Stances));

    private static HashSet<(ClaimId?, StanceKind, Strength, Scope?)> Gist(Listing<Stance> stances) => [.. stances.Select(stance => (stance.Claim, stance.Kind, stance.Strength, stance.Scope))];

    private static bool Overlap(Statement one, Statement other) => !(one.Said.Latest < other.Said.Earliest) && !(other.Said.Latest < one.Said.Earliest);
}
