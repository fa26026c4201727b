using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Publications;
using AttributionLedger.Store;
using Marten;

namespace AttributionLedger.Views;

/// <summary>
/// How the rows of statements, requests and publications go on from where they are: the one way for the projection, which keeps them, and
/// for a reader that completes them with what the projection has not come to.
/// </summary>
/// <param name="Before">The rows that were there and are changed.</param>
/// <param name="Statements">By id, every row that the facts begin or change.</param>
/// <param name="Requests">Likewise.</param>
/// <param name="Publications">Likewise.</param>
public sealed record Stepping(
    IReadOnlyCollection<StatementRow> Before, IReadOnlyDictionary<string, StatementRow> Statements, IReadOnlyDictionary<string, RequestRow> Requests, IReadOnlyDictionary<string, PublicationRow> Publications)
{
    public static Stepping None { get; } = new([], new Dictionary<string, StatementRow>(), new Dictionary<string, RequestRow>(), new Dictionary<string, PublicationRow>());

    /// <param name="facts">Of one incident, in the order of its stream, none of which the rows hold yet.</param>
    public static async Task<Stepping> AfterAsync(IQuerySession session, string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, CancellationToken ct)
    {
        var targets = await TargetsAsync(session, incident, facts, ct);
        var refolded = facts.Select(fact => Undone(fact.Fact) is { } undone && targets.TryGetValue(undone, out var statement) ? statement : (EntryId?)null).OfType<EntryId>().ToHashSet();

        var begun = facts.Select(fact => fact.Fact).OfType<IncidentEvent.StatementLogged>().Select(logged => logged.Id).ToHashSet();
        var changed = facts.Select(fact => StatementRow.About(fact.Fact, targets)).OfType<EntryId>().Concat(refolded).Where(id => !begun.Contains(id)).Distinct().ToList();
        var before = changed.Count == 0 ? [] : await session.LoadManyAsync<StatementRow>(ct, [.. changed.Select(id => StatementRow.IdOf(incident, id))]);
        var rows = before.ToDictionary(row => row.Id);
        foreach (var fact in facts)
            if (StatementRow.About(fact.Fact, targets) is not { } about || refolded.Contains(about)) continue;
            else if (fact.Fact is IncidentEvent.StatementLogged logged) rows[StatementRow.IdOf(incident, about)] = StatementRow.Of(incident, fact, logged);
            else if (rows.TryGetValue(StatementRow.IdOf(incident, about), out var row)) rows[row.Id] = row.After(fact);
        // Never further than these facts: the next go on from here.
        if (refolded.Count > 0)
            foreach (var (id, row) in StatementRow.Fold(incident, await session.AboutAsync(StreamKeys.Of(IncidentId.Of(incident)), facts[^1].Order + 1, refolded, ct))) rows[id] = row;
        return new(before, rows, await RequestsAsync(session, incident, facts, ct), await PublicationsAsync(session, incident, facts, ct));
    }

    private static async Task<Dictionary<string, PublicationRow>> PublicationsAsync(IQuerySession session, string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, CancellationToken ct)
    {
        var about = facts.Where(fact => fact.Fact is not IncidentEvent.PublicationRegistered).Select(fact => Publication.About(fact.Fact)).OfType<EntryId>().Distinct().ToList();
        var before = about.Count == 0 ? [] : await session.LoadManyAsync<PublicationRow>(ct, [.. about.Select(id => PublicationRow.IdOf(incident, id))]);
        return PublicationRow.After(before.ToDictionary(row => row.Id), incident, facts);
    }

    private static async Task<Dictionary<string, RequestRow>> RequestsAsync(IQuerySession session, string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, CancellationToken ct)
    {
        var about = facts.Where(fact => fact.Fact is not IncidentEvent.CommentSought).Select(fact => RequestRow.About(fact.Fact)).OfType<EntryId>().Distinct().ToList();
        var before = about.Count == 0 ? [] : await session.LoadManyAsync<RequestRow>(ct, [.. about.Select(id => RequestRow.IdOf(incident, id))]);
        return RequestRow.After(before.ToDictionary(row => row.Id), incident, facts);
    }

    /// <summary>What a strike takes out that can only be taken out by folding again: a reversal, or evidence.</summary>
    private static EntryId? Undone(IncidentEvent fact) => fact switch { IncidentEvent.EntryStruck e => e.Entry, IncidentEvent.ReversalStruck e => e.Reversal, _ => null };

    /// <summary>For evidence and reversals that the facts name, the statement that they are about in the end.</summary>
    private static async Task<Dictionary<EntryId, EntryId>> TargetsAsync(IQuerySession session, string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, CancellationToken ct)
    {
        var named = facts.Select(fact => fact.Fact is IncidentEvent.EvidenceGone gone ? gone.Evidence : Undone(fact.Fact)).OfType<EntryId>().ToHashSet();
        var targets = new Dictionary<EntryId, EntryId>();
        // A strike of a note that evidence is gone is about the evidence, and that about the statement; a strike of the strike of evidence likewise.
        foreach (var id in named)
            for (var entry = await EntryAsync(id); entry is { Kind: EntryKind.Evidence or EntryKind.Reversal, Target: { } target }; entry = await EntryAsync(target))
                targets[id] = target;
        return targets;

        async Task<LoggedEntry?> EntryAsync(EntryId id) => (await session.LoadAsync<EntryRow>(EntryRow.IdOf(incident, id.Value), ct))?.Entry;
    }
}
