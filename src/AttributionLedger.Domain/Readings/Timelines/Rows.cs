using AttributionLedger.Basics;

namespace AttributionLedger.Readings.Timelines;

/// <summary>
/// What every entry lets be heard, and between which moments. An entry that nothing was done to has a row for each stance, which is
/// heard from when it was said and known; one that was taken back, corrected or struck has rows for each of the phases between.
/// </summary>
internal sealed class Rows
{
    private readonly ByClock recorded = new(Clock.Recorded), noted = new(Clock.Noted);

    public int Count => recorded.Count;

    public void Add(Track track, Bins bins)
    {
        recorded.Add(track, bins);
        if (track.IsSameByBothClocks) noted.AddAgain(track, recorded);
        else noted.Add(track, bins);
    }

    /// <summary>Leaves an entry out from now on, at every moment.</summary>
    public void Forget(Track track)
    {
        recorded.Forget(track);
        noted.Forget(track);
    }

    /// <summary>Puts forward what is heard at a moment.</summary>
    public void Show(Tops tops, AsOf asOf) => (asOf.Clock == Clock.Noted ? noted : recorded).Show(tops, asOf);

    /// <summary>What is heard at a moment of one place.</summary>
    public IEnumerable<Shown> Shown(Place place, Bins bins, AsOf asOf) => (asOf.Clock == Clock.Noted ? noted : recorded).Shown(place, bins, asOf);

    /// <summary>The rows by one of the clocks.</summary>
    private sealed class ByClock(Clock clock)
    {
        private readonly Dictionary<Track, Range> of = [];
        private Span[] spans = new Span[16];
        private Heard[] heards = new Heard[16];

        public int Count { get; private set; }

        public void Add(Track track, Bins bins)
        {
            var first = Count;
            foreach (var phase in Phases.Of(track, clock))
                foreach (var heard in phase.Heard)
                    Add(heard, phase, track.Order, bins);
            of[track] = first..Count;
        }

        private void Add(Heard heard, Phase phase, long order, Bins bins)
        {
            var bin = bins.Of(heard, underEmbargo: false);
            var embargo = heard.Publishability.Embargo;
            Add(new(
                phase.KnownFrom.UtcTicks, phase.KnownUntil.UtcTicks, phase.SaidFrom.UtcTicks, phase.SaidUntil.UtcTicks, heard.Latest.UtcTicks, heard.Known.UtcTicks, heard.SurelyFrom.UtcTicks,
                embargo?.UtcTicks ?? 0, order, heard.Place, bin, embargo is null ? bin : bins.Of(heard, underEmbargo: true)), heard);
            if (clock == Clock.Recorded) bins.Note(heard);
        }

        /// <summary>As it stands among the rows of the other clock.</summary>
        public void AddAgain(Track track, ByClock other)
        {
            var (first, rows) = (Count, other.of[track]);
            for (var row = rows.Start.Value; row < rows.End.Value; row++) Add(other.spans[row], other.heards[row]);
            of[track] = first..Count;
        }

        private void Add(Span span, Heard heard)
        {
            if (Count == spans.Length)
            {
                Array.Resize(ref spans, Count * 2);
                Array.Resize(ref heards, Count * 2);
            }
            (spans[Count], heards[Count]) = (span, heard);
            Count++;
        }

        public void Forget(Track track)
        {
            if (!of.Remove(track, out var rows)) return;
            for (var row = rows.Start.Value; row < rows.End.Value; row++) spans[row] = spans[row] with { KnownFrom = long.MaxValue };
        }

        public void Show(Tops tops, AsOf asOf)
        {
            var (knownAt, saidBy) = Ticks(asOf);
            for (var row = 0; row < Count; row++)
            {
                ref readonly var span = ref spans[row];
                if (span.Holds(knownAt, saidBy)) tops.Take(span.Embargo > knownAt ? span.EmbargoedBin : span.Bin, in span, heards[row]);
            }
        }

        public IEnumerable<Shown> Shown(Place place, Bins bins, AsOf asOf)
        {
            var (knownAt, saidBy) = Ticks(asOf);
            for (var row = 0; row < Count; row++)
                if (spans[row].Holds(knownAt, saidBy) && bins.PlaceOf(spans[row].Bin) == place) yield return new(spans[row].Order, heards[row]);
        }

        // What is left out begins at the end of time.
        private static (long KnownAt, long SaidBy) Ticks(AsOf asOf) => (Math.Min(asOf.KnownAt.UtcTicks, long.MaxValue - 1), asOf.SaidBy.UtcTicks);
    }
}
