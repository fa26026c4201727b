using AttributionLedger.Parties;
using AttributionLedger.Store;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;

namespace AttributionLedger.PartyRegister;

/// <summary>
/// Keeps the snapshot of a party, which every reading looks up, and its rows in the lists of the register, in the transaction
/// that appends to it.
/// </summary>
public sealed class PartyProjection : IProjection
{
    public static void Register(StoreOptions options)
    {
        options.Schema.For<Party>().Identity(party => party.Id);
        options.Schema.For<ListedParty>().Duplicate(party => party.Name, configure: index => index.Columns = ["name", "id"]).Duplicate(party => party.MergedInto);
        options.Schema.For<AffiliationRow>().Duplicate(row => row.Party).Duplicate(row => row.Above, configure: index => index.Columns = ["above", "id"]);
        options.Projections.Add(new PartyProjection(), ProjectionLifecycle.Inline, "party");
    }

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var streams = events.Where(e => e.Data is PartyEvent).GroupBy(e => StreamKeys.PartyIn(e.StreamKey)!).ToList();
        if (streams.Count == 0) return;
        var before = (await operations.LoadManyAsync<Party>(cancellation, streams.Select(stream => stream.Key).ToArray())).ToDictionary(party => party.Id);
        foreach (var stream in streams)
        {
            var (was, after) = (before.GetValueOrDefault(stream.Key), stream.Aggregate(before.GetValueOrDefault(stream.Key), (party, e) => Party.Evolve(party, stream.Key, e.Recorded<PartyEvent>())));
            var book = PartyBook.Of(after);
            foreach (var struck in AffiliationRow.Of(was).Where(row => !book.Affiliations.ContainsKey(row.Id))) operations.Delete<AffiliationRow>(struck.Id);
            operations.Keep(book);
        }
    }
}
