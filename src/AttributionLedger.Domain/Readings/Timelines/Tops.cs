using AttributionLedger.Basics;

namespace AttributionLedger.Readings.Timelines;

/// <summary>The latest stance of each bin at one moment, as far as it was put forward.</summary>
internal sealed class Tops(Bins bins)
{
    private readonly Bins others = new();
    private Top[] tops = new Top[bins.Count];

    /// <summary>Puts a stance forward that no row holds.</summary>
    public void Take(Shown shown, AsOf asOf)
    {
        var underEmbargo = shown.Heard.Publishability.Embargo > asOf.KnownAt;
        var bin = bins.Find(shown.Heard, underEmbargo) ?? bins.Count + others.Of(shown.Heard, underEmbargo);
        if (bin >= tops.Length) Array.Resize(ref tops, bin + 1);
        Take(bin, Span.Of(shown), shown.Heard);
    }

    /// <summary>Puts a stance forward. Of two at the same time the later in the stream counts as the later.</summary>
    public void Take(int bin, in Span span, Heard heard)
    {
        ref var top = ref tops[bin];
        if (span.SurelyFrom > top.SurelyFrom) top.SurelyFrom = span.SurelyFrom;
        if (top.Heard is not null && !top.IsBefore(in span)) return;
        (top.Heard, top.Latest, top.Known, top.Place, top.Order) = (heard, span.Latest, span.Known, span.Place, span.Order);
    }

    /// <summary>The positions that they come to.</summary>
    public IReadOnlyList<Position> Positions(Func<Place, Listing<Twins>> twins)
    {
        var places = new Dictionary<Place, List<Heard>>();
        for (var bin = 0; bin < tops.Length; bin++)
            if (tops[bin].Heard is { } heard)
            {
                var place = bin < bins.Count ? bins.PlaceOf(bin) : others.PlaceOf(bin - bins.Count);
                if (!places.TryGetValue(place, out var latest)) places.Add(place, latest = []);
                latest.Add(heard.SurelyFrom.UtcTicks == tops[bin].SurelyFrom ? heard : heard with { SurelyFrom = new(tops[bin].SurelyFrom, TimeSpan.Zero) });
            }
        return [.. places.Select(own => new Position(own.Key.Party, own.Key.Claim, Position.InOrder(own.Value), [], twins(own.Key)))];
    }

    private struct Top
    {
        public Heard? Heard;
        public long Latest, Known, Order, SurelyFrom;
        public int Place;

        public readonly bool IsBefore(in Span span) =>
            Latest != span.Latest ? Latest < span.Latest : Known != span.Known ? Known < span.Known : Place != span.Place ? Place < span.Place : Order <= span.Order;
    }
}
