using AttributionLedger.Basics;
using AttributionLedger.Duplicates;
using AttributionLedger.Statements;
using AttributionLedger.Store;

namespace AttributionLedger.Views;

/// <summary>Who may see a statement, and as what. The numbers are stored.</summary>
public enum StatementShelf : short
{
    /// <summary>For anybody.</summary>
    Open = 1,
    OpenRetracted = 2,
    /// <summary>For anybody, once its embargo is over.</summary>
    Embargoed = 3,
    EmbargoedRetracted = 4,
    /// <summary>For the desk alone.</summary>
    Internal = 5,
    InternalRetracted = 6,
    Struck = 7,
    /// <summary>For the desk, and for anybody as of a moment at which nobody knew yet that another stands for it.</summary>
    StoodFor = 8,
    StoodForRetracted = 9
}

/// <summary>
/// One way in which a statement can be asked for. A page of a list is a stretch of one key on each shelf that its reader may
/// look at, so that it costs the same whatever else was said and whatever it leaves out. Of what is off the record there is
/// no key.
/// </summary>
/// <param name="Known">UTC, when the statement was recorded; the order of every list.</param>
/// <param name="OpenFrom">UTC; when its embargo ends, or <paramref name="Known"/> where it has none.</param>
public sealed record StatementKey(string Incident, string Key, StatementShelf Shelf, DateTimeOffset Known, EntryId Entry, DateTimeOffset OpenFrom)
{
    // No id holds it, and what is not asked for is empty.
    private const char Separator = '|';

    /// <summary>What the row goes by where it is told of.</summary>
    public string Id => $"{Incident}/{Key}/{(short)Shelf}/{Entry}";

    /// <summary>The key of statements that fit all that is given; a claim and a stance together are one stance on that claim.</summary>
    public static string Of(string? party, string? claim, StanceKind? stance) =>
        string.Join(Separator, party, claim, stance is { } kind ? Spelling.Spelt(kind) : null);

    /// <summary>What follows a party's id in the key of all that it said, for queries that go over parties.</summary>
    public const string OfParty = "||";

    /// <summary>The key of statements that answer a request, or leave it unanswered.</summary>
    public static string Answering(string request) => $"{Separator}{Separator}{Separator}{request}";

    /// <summary>The key of statements with the same words, by whoever.</summary>
    /// <param name="digest">As <see cref="SameWords.Digest"/> gives it.</param>
    public static string Saying(string digest) => $"{Separator}{Separator}{Separator}{Separator}{digest}";

    /// <summary>Every key of a statement: a joint one of twenty parties with dozens of stances has a few thousand, most have nine.</summary>
    public static IEnumerable<StatementKey> Of(StatementRow row)
    {
        if (row.IsOffTheRecord()) return [];
        var parties = row.Statement.By.Concat(row.Statement.Speaking()).Select(party => (string?)party.Value).Append(null).Distinct();
        var stances = row.Stances.SelectMany(stance => new (string?, StanceKind?)[] { (stance.Claim?.Value, null), (null, stance.Kind), (stance.Claim?.Value, stance.Kind) })
            .Append((null, null)).Distinct().ToList();
        var requests = row.Stances.Select(stance => stance.Request?.Value).OfType<string>().Distinct();
        return parties.SelectMany(party => stances.Select(stance => Of(party, stance.Item1, stance.Item2))).Concat(requests.Select(Answering)).Concat(Told.DigestsOf(row.Statement.Words).Select(Saying))
            .Select(key => new StatementKey(row.Incident, key, ShelfOf(row), row.Known, row.Entry, row.Embargo() ?? row.Known));
    }

    private static StatementShelf ShelfOf(StatementRow row) => (row.Struck, row.MayBePublished(), row.Embargo(), row.Retracted) switch
    {
        (true, _, _, _) => StatementShelf.Struck,
        (_, false, _, var retracted) when (row with { SameAs = null }).MayBePublished() => retracted ? StatementShelf.StoodForRetracted : StatementShelf.StoodFor,
        (_, false, _, var retracted) => retracted ? StatementShelf.InternalRetracted : StatementShelf.Internal,
        (_, _, null, var retracted) => retracted ? StatementShelf.OpenRetracted : StatementShelf.Open,
        (_, _, _, var retracted) => retracted ? StatementShelf.EmbargoedRetracted : StatementShelf.Embargoed
    };
}
