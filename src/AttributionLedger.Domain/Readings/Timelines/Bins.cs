using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings.Timelines;

/// <summary>The party and the claim of a position.</summary>
internal readonly record struct Place(PartyId Party, ClaimId? Claim)
{
    public static Place Of(Heard heard) => new(heard.Party, heard.Claim);
}

/// <summary>A stance as it is heard at a moment, and where its entry stands in the stream.</summary>
internal readonly record struct Shown(long Order, Heard Heard);

/// <summary>
/// Numbers what must not stand for each other: of one bin only the latest stance can matter to a reading. One that is under
/// embargo has a bin beside that of the others, and is in theirs once the embargo is over.
/// </summary>
internal sealed class Bins
{
    private readonly Dictionary<Key, int> numbers = [];
    private readonly List<Place> places = [];
    private readonly Dictionary<(Place, string), EntryId> words = [];
    private readonly HashSet<Place> repeating = [];

    public int Count => places.Count;

    public Place PlaceOf(int bin) => places[bin];

    /// <summary>Where the same words may have been logged twice.</summary>
    public IReadOnlyCollection<Place> Repeating => repeating;

    public int Of(Heard heard, bool underEmbargo)
    {
        var key = Key.Of(heard, underEmbargo);
        if (numbers.TryGetValue(key, out var found)) return found;
        numbers.Add(key, places.Count);
        places.Add(key.Place);
        return places.Count - 1;
    }

    /// <summary>Null where nothing like it was numbered.</summary>
    public int? Find(Heard heard, bool underEmbargo) => numbers.TryGetValue(Key.Of(heard, underEmbargo), out var found) ? found : null;

    /// <summary>Keeps in mind whose words are where.</summary>
    public void Note(Heard heard)
    {
        var place = Place.Of(heard);
        if (heard.Words is { } said && !words.TryAdd((place, said), heard.Entry) && words[(place, said)] != heard.Entry) repeating.Add(place);
    }

    private readonly record struct Key(Place Place, Position.Kinds Kinds, Position.Readers Readers, bool UnderEmbargo)
    {
        public static Key Of(Heard heard, bool underEmbargo) =>
            new(Place.Of(heard), Position.KindsOf(heard), Position.ReadersOf(heard) with { Publishability = heard.Publishability with { Embargo = null } }, underEmbargo);
    }
}
