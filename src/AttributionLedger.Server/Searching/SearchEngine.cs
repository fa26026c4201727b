using System.Globalization;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Moments;
using AttributionLedger.Pages;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.SearchIndex;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Searching;

/// <summary>
/// Finds statements, claims, incidents and parties by words and by what they are, in the reading that the asker may have, as
/// of any moment. The one engine for whoever asks. It is complete to the last event that was committed.
/// </summary>
public sealed class SearchEngine(Following following, Newsroom newsroom, TimeProvider clock, IncidentReader incidents, KeptParties parties)
{
    /// <summary>Up to so many are counted and weighed, the latest first: who finds more looks for too little.</summary>
    public const int CountLimit = 10_000;

    /// <summary>Incidents that one page reads where a standing or a status is asked for; one that finds too few among them ends early, and goes on.</summary>
    private const int ReadingLimit = 200;

    /// <returns>
    /// A page; or a refusal: <c>search-empty</c>, <c>text-too-long</c>, <c>too-many-words</c>, <c>text-null-character</c>, <c>text-lone-surrogate</c>, <c>party-unknown</c>, <c>too-many-parties</c>,
    /// <c>limit-out-of-range</c>, <c>cursor-malformed</c>, or what is wrong with a moment.
    /// </returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public async Task<Answer<SearchShape>> FindAsync(SearchQuery query, ReadingRequest request, CancellationToken ct)
    {
        if (Asking.Limit(query.Limit) is { } refusal) return refusal;
        if (SearchText.Read(query.Text, out var text) is { } unread) return unread;
        if (text.IsEmpty && !query.HasFilter) return new Rejection("search-empty", "words", "Say what to look for: words, or a filter such as a party or a stance.");
        var question = $"search/{query with { Limit = 0, After = null }}/{request}";
        (bool Misspelt, double Rank, string Id)? after = null;
        if (query.After is { } cursor)
        {
            if (Cursor.Read(cursor, question, 3) is not [var mode, var rank, var id] || !double.TryParse(rank, CultureInfo.InvariantCulture, out var value)) return Asking.CursorMalformed;
            after = (mode == Misspelt, value, id);
        }
        return await newsroom.Read(request).ThenAsync(async asOf =>
        {
            // Nobody finds what lost its consent a moment ago.
            var (session, standing, reaches) = await following.ReadingWhenCompleteAsync(begun => begun.ReachAsync(text, asOf, after?.Misspelt ?? false, ct), ct);
            await using (session) return await new Search(session, standing, query, text, asOf, request.IsOfNow, question, incidents, parties, clock).FirstAsync(after, reaches, ct);
        });
    }

    /// <summary>How PostgreSQL is asked, for whoever wants to know why something is found, or to ask it by hand.</summary>
    /// <returns>What must hold, and what makes one fit better than another, each as a <c>tsquery</c>.</returns>
    /// <exception cref="ArgumentException">The question is refused.</exception>
    public async Task<(string Matching, string Wide)> ExplainAsync(SearchQuery query, ReadingRequest request, CancellationToken ct)
    {
        if (SearchText.Read(query.Text, out var text) is not null || newsroom.Read(request) is not Answer<AsOf>.Given { Shape: var asOf }) throw new ArgumentException("The question is refused.", nameof(query));
        var (session, _, reaches) = await following.ReadingWhenCompleteAsync(begun => begun.ReachAsync(text, asOf, misspelt: false, ct), ct);
        await using var own = session;
        if (await Filters.OfAsync(session, query, asOf, ct) is not Answer<IReadOnlyList<IReadOnlyCollection<string>>>.Given { Shape: var facets })
            throw new ArgumentException("The question is refused.", nameof(query));
        return (TsQuery.Matching(text, reaches, facets), text.IsEmpty ? "" : TsQuery.Wide(text, reaches));
    }

    private const string Misspelt = "meant", Spelt = "asked";

    /// <summary>One search, in one snapshot.</summary>
    private sealed class Search(
        IDocumentSession session, Views.Standing standing, SearchQuery query, SearchText text, AsOf asOf, bool isOfNow, string question, IncidentReader incidents, KeptParties parties, TimeProvider clock)
    {
        public async Task<Answer<SearchShape>> FirstAsync((bool Misspelt, double Rank, string Id)? after, IReadOnlyDictionary<Term, Reach> reaches, CancellationToken ct)
        {
            var filters = await Filters.OfAsync(session, query, asOf, ct);
            return await filters.ThenAsync(async facets =>
            {
                var misspelt = after?.Misspelt ?? false;
                var page = await PageAsync(facets, reaches, misspelt, after is { } beyond ? (beyond.Rank, beyond.Id) : null, ct);
                // What is found nowhere in this reading may be misspelt.
                if (page.Found.Count == 0 && page.Count == 0 && after is null && text.Terms.Any(term => term.MayBeMisspelt)) page = await PageAsync(facets, (await session.ReachAsync(text, asOf, misspelt: true, ct)).Reaches, misspelt: true, null, ct);
                return (Answer<SearchShape>)page;
            });
        }

        private async Task<SearchShape> PageAsync(
            IReadOnlyList<IReadOnlyCollection<string>> facets, IReadOnlyDictionary<Term, Reach> reaches, bool misspelt, (double Rank, string Id)? beyond, CancellationToken ct)
        {
            var asked = new Asked(
                TsQuery.Matching(text, reaches, facets), text.IsEmpty ? "" : TsQuery.Exact(text), text.IsEmpty ? "" : TsQuery.Wide(text, reaches),
                query.Kind is { } kind ? [kind] : query.IsOfStatements ? [SearchKind.Statement] : Enum.GetValues<SearchKind>(),
                query.Statement is { } one ? [one] : [StatementStatus.Live, StatementStatus.Retracted], asOf, isOfNow, query.Order == SearchOrder.Best, beyond, query.Limit + 1);
            var showing = new Showing(session, standing, parties, new Marks(text, reaches), asOf, isOfNow, clock);
            var (found, last, count, more) = query.IsOfReadings ? await ReadAsync(asked, showing, ct) : await StraightAsync(asked, showing, ct);
            return new(asOf.Audience, found, Math.Min(count, CountLimit), more || count > CountLimit, showing.Meant, [.. reaches.Where(pair => pair.Value.HasMoreParties).Select(pair => pair.Key.Plain)],
                last is { } place ? Cursor.Of(question, misspelt ? Misspelt : Spelt, place.Rank.ToString("R", CultureInfo.InvariantCulture), place.Id) : null);
        }

        private async Task<(IReadOnlyList<FoundShape> Found, Place? Last, int Count, bool More)> StraightAsync(Asked asked, Showing showing, CancellationToken ct)
        {
            var found = await session.FindAsync(asked, ct);
            var (page, more) = found.Places.Cut(query.Limit);
            return ([.. (await showing.OfAsync(found with { Places = page }, ct)).Select(pair => pair.Shape)], more ? page[^1] : null, found.Count, false);
        }

        /// <summary>Reads the incidents of what is found, one after the other, until the page is full.</summary>
        private async Task<(IReadOnlyList<FoundShape> Found, Place? Last, int Count, bool More)> ReadAsync(Asked asked, Showing showing, CancellationToken ct)
        {
            var (found, readings, last) = (new List<FoundShape>(), new Standings(incidents, query, asOf, isOfNow), (Place?)null);
            while (true)
            {
                var next = await session.FindAsync(asked with { Limit = Asking.PageLimit }, ct);
                foreach (var (place, shape) in await showing.OfAsync(next, ct))
                {
                    if (readings.Count >= ReadingLimit && !readings.Holds(place.Incident)) return (found, last, found.Count, true);
                    if (await readings.FitAsync(place, shape, ct))
                    {
                        if (found.Count == query.Limit) return (found, last, found.Count, true);
                        found.Add(shape);
                    }
                    last = place;
                }
                if (next.Places.Count < Asking.PageLimit) return (found, null, found.Count, false);
                last = next.Places[^1];
                asked = asked with { Beyond = (last.Rank, last.Id) };
            }
        }
    }
}
