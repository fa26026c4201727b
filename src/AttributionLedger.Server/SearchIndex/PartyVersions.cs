using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Scripts;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.SearchIndex;

/// <summary>A name of a party from one of its words on, by which a list of suggestions finds it while it is typed.</summary>
/// <param name="Place">Which of its names, from 0, the latest first.</param>
/// <param name="Word">From which word of the name on, from 0.</param>
/// <param name="Tail">Folded.</param>
/// <param name="Name">As it is written.</param>
/// <param name="Known">UTC, when it was recorded that it goes by it.</param>
/// <param name="Noted">UTC, when the desk noted that, or <paramref name="Known"/>.</param>
internal sealed record NameRow(string Party, short Place, short Word, string Tail, string Name, DateTimeOffset Known, DateTimeOffset Noted)
{
    public string Key => $"{Party}/{Place}/{Word}";
}

/// <summary>The rows of a party: by what names it can be found. There are none of an unnamed source.</summary>
internal static class PartyVersions
{
    /// <summary>Words of a name from which it can be typed; names of more are found by these.</summary>
    private const int WordLimit = 12;

    /// <summary>Names of a party that can be typed.</summary>
    private const int NameLimit = 200;

    /// <summary>Characters of a tail; who typed as many has chosen.</summary>
    private const int TailLimit = 100;

    public static IEnumerable<SearchRow> Of(Party party, SearchWords words) => party.Kind == PartyKind.Unnamed ? [] :
        new WordedVersions(SearchKind.Party, "", party.Id, party.Facts[0].At, party.Facts[0].Known(Clock.Noted)).Rows(
            clock => party.Facts.Where(fact => fact.Fact is PartyRenamed or AliasAdded).Select(fact => fact.Known(clock)), (clock, at) =>
            {
                var vector = new Vector();
                foreach (var name in ListedParty.Called(party.At(at, clock)!)) vector.Add(name, Weight.A);
                vector.Add(Facets.By(party.Id));
                // Whether a party is shown in public at all changes with what others log; its names lead the desk alone.
                words.Add(vector.Words, isOpen: false);
                return vector;
            });

    public static IEnumerable<NameRow> NamesOf(Party party) => party.Kind == PartyKind.Unnamed ? [] : ListedParty.Called(party).Take(NameLimit).SelectMany((name, place) =>
    {
        var giving = party.Facts.Where(fact => IsGiven(name, fact.Fact)).ToList();
        var (known, noted) = (giving.Min(fact => fact.At), giving.Min(fact => fact.Known(Clock.Noted)));
        return Tails(name).Select((tail, word) => new NameRow(party.Id, (short)place, (short)word, tail, name, known, noted));
    });

    /// <summary>A name from each of its words on, folded.</summary>
    public static IEnumerable<string> Tails(string name)
    {
        var words = Tokens.Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Min(words.Length, WordLimit)).Select(from => string.Join(' ', words.Skip(from))).Select(tail => tail.Length <= TailLimit ? tail : tail[..TailLimit]);
    }

    private static bool IsGiven(string name, PartyEvent fact) => fact switch
    {
        PartyRegistered e => e.Name == name || e.Aliases.Contains(name),
        PartyRenamed e => e.Name == name,
        AliasAdded e => e.Alias == name,
        _ => false
    };
}
