using AttributionLedger.Scripts;

namespace AttributionLedger.SearchIndex;

/// <summary>
/// The words that occur, from which a question learns the other forms of a word and what a misspelt one may mean. Those that
/// occur in public are told apart: a word that only the desk has heard must not lead anybody else anywhere.
/// </summary>
/// <param name="stored">Words that need not be gathered; null for all.</param>
internal sealed class SearchWords(StoredWords? stored = null)
{
    /// <summary>Characters of a word; what is longer is an address or a key.</summary>
    private const int LengthLimit = 40;

    /// <summary>Every word, and whether it occurs in public.</summary>
    public SortedDictionary<string, bool> All { get; private init; } = new(StringComparer.Ordinal);

    public SearchWords Where(Func<KeyValuePair<string, bool>, bool> isWanted) => new() { All = new(All.Where(isWanted).ToDictionary(), StringComparer.Ordinal) };

    /// <param name="embargoed">What becomes public later by itself stays the desk's word here.</param>
    public void Add(Vector desk, Vector? anybody, bool embargoed)
    {
        Add(desk.Words, isOpen: false);
        if (anybody is not null && !embargoed) Add(anybody.Words, isOpen: true);
    }

    public void Add(IEnumerable<string> words, bool isOpen)
    {
        foreach (var word in words)
            if (stored?.IsSeen(word, isOpen) != true && word.Length is > 1 and <= LengthLimit && word.Any(char.IsLetter)) All[word] = isOpen || All.GetValueOrDefault(word);
    }
}
