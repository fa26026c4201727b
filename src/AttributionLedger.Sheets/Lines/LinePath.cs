using System.Globalization;
using System.Text;

namespace AttributionLedger.Sheets.Lines;

/// <summary>Where in a line a reader stands, as the path that errors name: <c>stances[1].claim</c>.</summary>
internal sealed class LinePath
{
    private readonly Stack<Place> places = new();

    /// <summary>Goes into an object or a list.</summary>
    public void Enter(bool list)
    {
        Pass();
        places.Push(new(list));
    }

    public void Leave() => places.TryPop(out _);

    /// <summary>Comes to the next value of the list that it is in, if it is in one.</summary>
    public void Pass()
    {
        if (places.TryPeek(out var place) && place.IsList) place.Index++;
    }

    /// <summary>Comes to a field.</summary>
    /// <returns>False when the object has had one of that name.</returns>
    public bool Name(string name)
    {
        var place = places.Peek();
        place.Current = name;
        return place.Names.Add(name);
    }

    /// <summary>Whether it stands at this field of the line itself.</summary>
    public bool Is(string name) => places.Count == 1 && places.Peek().Current == name;

    public override string ToString()
    {
        var path = new StringBuilder();
        foreach (var place in places.Reverse())
            if (place.IsList) path.Append(CultureInfo.InvariantCulture, $"[{place.Index}]");
            else path.Append(path.Length > 0 ? "." : "").Append(Shown.Cut(place.Current));
        return path.ToString();
    }

    private sealed class Place(bool list)
    {
        private HashSet<string>? names;

        public bool IsList => list;
        public int Index { get; set; } = -1;
        public string Current { get; set; } = "";
        public HashSet<string> Names => names ??= new(StringComparer.Ordinal);
    }
}
