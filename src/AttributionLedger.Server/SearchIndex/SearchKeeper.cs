using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.SearchIndex;

/// <summary>Keeps what can be searched in step with the views that follow behind, in their transactions: an append waits for none of it.</summary>
public sealed class SearchKeeper : IKeptBeside
{
    public async Task AfterAsync(IDocumentOperations operations, string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, Stepping after, CancellationToken ct)
    {
        var words = new SearchWords();
        var rows = new List<SearchRow>();
        if (facts.Any(fact => FrameVersions.IsFrame(fact.Fact))) rows.AddRange(await FramesAsync(operations, incident, facts, words, ct));
        if (after.Statements.Count > 0) rows.AddRange(await StatementsAsync(operations, incident, facts, after, words, ct));
        operations.Put(rows);
        operations.Put(words);
    }

    public async Task AfterAsync(IDocumentOperations operations, IReadOnlyCollection<string> parties, CancellationToken ct) =>
        Put(operations, await operations.LoadManyAsync<Party>(ct, [.. parties]));

    /// <summary>Puts all that can be found of an incident into a session that somebody else saves, in the place of what was there.</summary>
    /// <param name="facts">All that the views that follow behind have come to.</param>
    internal static void Make(IDocumentOperations operations, string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, IReadOnlyCollection<StatementRow> statements)
    {
        operations.DropIncident(incident);
        var words = new SearchWords();
        operations.Put([.. RowsOf(incident, facts, statements, words)]);
        operations.Put(words);
    }

    internal static void Make(IDocumentOperations operations, Party party) => Put(operations, [party]);

    /// <summary>Every row of an incident.</summary>
    internal static IEnumerable<SearchRow> RowsOf(string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, IReadOnlyCollection<StatementRow> statements, SearchWords words)
    {
        var kinds = facts.Select(fact => fact.Fact).OfType<IncidentEvent.ClaimFramed>().ToDictionary(framed => framed.Claim.Id, framed => (ClaimKind?)framed.Claim.Kind);
        var own = StatementFacts.ByStatement(facts);
        return FrameVersions.Of(incident, facts, words).Concat(statements.SelectMany(row => StatementVersions.Of(row, own[row.Entry], claim => kinds.GetValueOrDefault(claim), words)));
    }

    private static void Put(IDocumentOperations operations, IReadOnlyCollection<Party> parties)
    {
        var words = new SearchWords();
        operations.Drop([.. parties.Select(party => SearchRow.IdOf(SearchKind.Party, "", party.Id))]);
        operations.DropNames([.. parties.Select(party => party.Id)]);
        operations.Put([.. parties.SelectMany(party => PartyVersions.Of(party, words))]);
        operations.Put([.. parties.SelectMany(PartyVersions.NamesOf)]);
        operations.Put(words);
    }

    private static async Task<IEnumerable<SearchRow>> FramesAsync(IDocumentOperations operations, string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, SearchWords words, CancellationToken ct)
    {
        if (!facts.Any(fact => FrameVersions.IsChange(fact.Fact))) return FrameVersions.Of(incident, facts, words);
        var frames = await operations.FramesAsync(StreamKeys.Of(IncidentId.Of(incident)), ct);
        var rows = FrameVersions.Of(incident, [.. frames.Where(fact => fact.Order <= facts[^1].Order)], words).ToList();
        operations.Drop([.. rows.Select(row => row.Id).Distinct()]);
        return rows;
    }

    private static async Task<IEnumerable<SearchRow>> StatementsAsync(
        IDocumentOperations operations, string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, Stepping after, SearchWords words, CancellationToken ct)
    {
        var kinds = (await operations.LoadAsync<Incident>(incident, ct))?.Claims.ToDictionary(claim => claim.Id, claim => (ClaimKind?)claim.Kind) ?? [];
        ClaimKind? KindOf(ClaimId claim) => kinds.GetValueOrDefault(claim);

        var begun = facts.Select(fact => fact.Fact).OfType<IncidentEvent.StatementLogged>().Select(logged => logged.Id).ToHashSet();
        var earlier = after.Statements.Values.Where(row => !begun.Contains(row.Entry)).ToList();
        var about = earlier.Count == 0 ? [] : await operations.AboutAsync(StreamKeys.Of(IncidentId.Of(incident)), facts[^1].Order + 1, earlier.Select(row => row.Entry), ct);
        operations.Drop([.. earlier.Select(row => SearchRow.IdOf(SearchKind.Statement, incident, row.Entry.Value))]);
        // What was begun in these facts has all of its facts among them.
        var (ownOfBegun, ownOfEarlier) = (StatementFacts.ByStatement(facts), StatementFacts.ByStatement(about));
        return after.Statements.Values.SelectMany(row => StatementVersions.Of(row, (begun.Contains(row.Entry) ? ownOfBegun : ownOfEarlier)[row.Entry], KindOf, words));
    }
}
