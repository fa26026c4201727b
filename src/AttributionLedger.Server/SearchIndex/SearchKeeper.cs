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
    private readonly StoredWords stored = new();
    private readonly ClaimKinds kinds = new();

    public async Task AfterAsync(IDocumentOperations operations, IReadOnlyList<IncidentStep> steps, CancellationToken ct)
    {
        var words = new SearchWords(stored);
        var rows = new List<SearchRow>();
        var spoken = steps.Where(step => step.After.Statements.Count > 0).ToList();
        var kindOf = await kinds.OfAsync(operations, spoken, ct);
        foreach (var step in steps.Where(step => step.Facts.Any(fact => FrameVersions.IsFrame(fact.Fact)))) rows.AddRange(await FramesAsync(operations, step, words, ct));
        foreach (var step in spoken) rows.AddRange(await StatementsAsync(operations, step, claim => kindOf(step.Incident, claim), words, ct));
        operations.Put(rows);
        operations.Put(await stored.LackingAsync(operations, words, ct));
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

    private static async Task<IEnumerable<SearchRow>> FramesAsync(IDocumentOperations operations, IncidentStep step, SearchWords words, CancellationToken ct)
    {
        if (!step.Facts.Any(fact => FrameVersions.IsChange(fact.Fact))) return FrameVersions.Of(step.Incident, step.Facts, words);
        var frames = await operations.FramesAsync(StreamKeys.Of(IncidentId.Of(step.Incident)), ct);
        var rows = FrameVersions.Of(step.Incident, [.. frames.Where(fact => fact.Order <= step.Facts[^1].Order)], words).ToList();
        operations.Drop([.. rows.Select(row => row.Id).Distinct()]);
        return rows;
    }

    private static async Task<IEnumerable<SearchRow>> StatementsAsync(IDocumentOperations operations, IncidentStep step, Func<ClaimId, ClaimKind?> kindOf, SearchWords words, CancellationToken ct)
    {
        var begun = step.Facts.Select(fact => fact.Fact).OfType<IncidentEvent.StatementLogged>().Select(logged => logged.Id).ToHashSet();
        var earlier = step.After.Statements.Values.Where(row => !begun.Contains(row.Entry)).ToList();
        var about = earlier.Count == 0 ? [] : await operations.AboutAsync(StreamKeys.Of(IncidentId.Of(step.Incident)), step.Facts[^1].Order + 1, earlier.Select(row => row.Entry), ct);
        operations.Drop([.. earlier.Select(row => SearchRow.IdOf(SearchKind.Statement, step.Incident, row.Entry.Value))]);
        // What was begun in these facts has all of its facts among them.
        var (ownOfBegun, ownOfEarlier) = (StatementFacts.ByStatement(step.Facts), StatementFacts.ByStatement(about));
        return step.After.Statements.Values.SelectMany(row => StatementVersions.Of(row, (begun.Contains(row.Entry) ? ownOfBegun : ownOfEarlier)[row.Entry], kindOf, words));
    }
}
