using System.Collections;
using System.Runtime.CompilerServices;

namespace AttributionLedger.Basics;

/// <summary>An immutable list that is equal to another with equal items, so that records which hold lists compare by value.</summary>
[CollectionBuilder(typeof(Listing), nameof(Listing.Of))]
public sealed class Listing<T> : IReadOnlyList<T>, IEquatable<Listing<T>>
{
    private readonly T[] items;

    internal Listing(T[] items) => this.items = items;

    public static Listing<T> Empty { get; } = new([]);
    public int Count => items.Length;
    public T this[int index] => items[index];

    public Listing<T> With(T item) => new([.. items, item]);

    public bool Equals(Listing<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);
    public override bool Equals(object? other) => Equals(other as Listing<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
    public override string ToString() => $"[{string.Join(", ", items)}]";
}

public static class Listing
{
    public static Listing<T> Of<T>(ReadOnlySpan<T> items) => items.IsEmpty ? Listing<T>.Empty : new(items.ToArray());

    public static Listing<T> ToListing<T>(this IEnumerable<T> items) => Of<T>(items.ToArray());
}
