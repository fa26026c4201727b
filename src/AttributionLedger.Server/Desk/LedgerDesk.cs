using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Signals;
using AttributionLedger.Store;
using Marten;

namespace AttributionLedger.Desk;

/// <summary>
/// The one way in. Commands for incidents, or for the register, are decided and appended in one transaction; what is asked
/// for together is done together or, where one command is refused, not at all. It is durable when it returns, and repeating
/// it is harmless.
/// </summary>
public sealed class LedgerDesk(LedgerStore store, Commits commits, TimeProvider clock) : IDisposable
{
    /// <summary>Entries that one transaction takes: enough to spread its cost, few enough that nobody waits long behind it.</summary>
    public const int BatchLimit = 200;

    /// <summary>The lock of whoever writes parties: a circle of affiliations can be closed from two sides at once.</summary>
    public const string RegisterKey = "register";

    private readonly Memory memory = new();

    /// <summary>Logs entries of incidents.</summary>
    /// <param name="together">
    /// What different writers ask for, in the order in which they came; what is refused to one does not hold up the others.
    /// Several commands of one writer come alone, for nobody else may build on what would be undone.
    /// </param>
    /// <returns>For each, what became of its commands.</returns>
    public Task<IReadOnlyList<IReadOnlyList<EntryOutcome>>> EnterAsync(IReadOnlyList<Entering> together, CancellationToken ct) =>
        Measures.OfDeskAsync(together.SelectMany(entering => entering.Commands), () => CarryOutAsync(together, ct), outcomes => outcomes.SelectMany(outcome => outcome).Select(outcome => outcome.InAWord()));

    /// <summary>Logs entries of the register.</summary>
    public Task<IReadOnlyList<EntryOutcome>> EnterAsync(Registering registering, CancellationToken ct) =>
        Measures.OfDeskAsync(registering.Entries.Select(entry => entry.Command), () => CarryOutAsync(registering, ct), outcomes => outcomes.Select(outcome => outcome.InAWord()));

    private async Task<IReadOnlyList<IReadOnlyList<EntryOutcome>>> CarryOutAsync(IReadOnlyList<Entering> together, CancellationToken ct)
    {
        if (together.Count > 1 && together.Any(entering => entering.Commands.Count > 1)) throw new ArgumentException("Several commands of one writer are entered alone.", nameof(together));
        var ids = together.Select(entering => entering.Incident).Distinct().ToList();
        var lookups = new Lookups(memory);
        Foresee(together, lookups);
        await using var session = store.Writing();
        var sitting = await Sitting.OpenAsync(session, ids, [.. together.Select(entering => entering.Receipt).OfType<Receipt>()], lookups, memory, clock, ct);
        var assigned = together.Select(entering => entering.Commands.Select(_ => sitting[entering.Incident].Times.Next()).ToList()).ToList();
        var (drafts, decided) = await lookups.SettleAsync(session, () =>
        {
            var drafts = new Drafts(lookups, id => sitting[id].State);
            return (drafts, together.Zip(assigned, (entering, times) => Before(entering.Receipt, sitting.Answered) is null ? drafts.Decide(entering, times) : null).ToList());
        }, ct);

        var grown = new HashSet<string>();
        var outcomes = together.Select((entering, i) => decided[i] is { } deciding
            ? Write(session, entering, deciding, assigned[i], sitting[entering.Incident], grown)
            : (IReadOnlyList<EntryOutcome>)[Before(entering.Receipt, sitting.Answered)!]).ToList();
        foreach (var (i, entering) in together.Index().Where(pair => decided[pair.Index] is not null)) session.Keep(entering.Receipt, outcomes[i][0]);
        await SaveAsync(session, grown, ct);
        // A draft that was refused in part is not what is on record.
        foreach (var id in ids.Where(id => grown.Contains(StreamKeys.Of(id)))) if (drafts.StateOf(id) is { } state) memory.Keep(state, sitting[id].Version);
        return outcomes;
    }

    private async Task<IReadOnlyList<EntryOutcome>> CarryOutAsync(Registering registering, CancellationToken ct)
    {
        await using var session = store.Writing();
        await session.BecomeOnlyWriterAsync([RegisterKey], ct);
        if (await session.OutcomeAsync(registering.Receipt, ct) is { } before) return [before];

        var lookups = new Lookups();
        var decided = await lookups.SettleAsync(session, () =>
        {
            var draft = new PartyDraft(lookups);
            var isStale = registering.Precondition is { } precondition && !precondition.IsMetBy(draft.Party(registering.Entries[0].Party) is { } party ? Tags.Of(party) : null);
            // Each party's times increase on their own; the register's one writer keeps them apart.
            return registering.Entries.Select(entry => (Decision: draft.Decide(entry.Party, entry.Command, After(draft.Party(entry.Party))), IsStale: isStale)).ToList();
        }, ct);

        var refused = decided.Any(d => d.Decision.IsRefused || (d.IsStale && d.Decision.Facts.Count > 0));
        var (grown, outcomes) = (new HashSet<string>(), new List<EntryOutcome>());
        var streams = registering.Entries.Select(entry => entry.Party).Distinct().ToDictionary(party => party, party => GrowingStream.Of(lookups.Party(party), clock));
        foreach (var (entry, (decision, isStale)) in registering.Entries.Zip(decided))
        {
            var stream = streams[entry.Party];
            var fact = decision.Facts.FirstOrDefault();
            var isNew = fact is not null && !refused;
            var at = isNew ? stream.Times.Next() : (DateTimeOffset?)null;
            if (isNew)
            {
                grown.Add(StreamKeys.Of(entry.Party));
                stream.Append(session, StreamKeys.Of(entry.Party), [fact!], at!.Value, registering.User, registering.Correlation);
            }
            outcomes.Add(new(entry.Party.Value, fact?.EntryKey() ?? "", isNew, isNew ? stream.Version : null, at, decision.Rejections, isStale && fact is not null));
        }
        session.Keep(registering.Receipt, outcomes.FirstOrDefault(outcome => outcome.IsRefused) ?? outcomes[0]);
        await SaveAsync(session, grown, ct);
        return outcomes;
    }

    private static EntryOutcome? Before(Receipt? receipt, IReadOnlyDictionary<string, EntryOutcome> known) => receipt is null ? null : known.GetValueOrDefault(receipt.Key);

    /// <summary>Decides on what is remembered, to learn which rows the commands will ask for; what comes of it is thrown away.</summary>
    private void Foresee(IReadOnlyList<Entering> together, Lookups lookups)
    {
        var (drafts, now) = (new Drafts(lookups, id => memory.Incident(id)?.State), clock.GetUtcNow());
        foreach (var entering in together) drafts.Decide(entering, [.. entering.Commands.Select(_ => now)]);
    }

    private static List<EntryOutcome> Write(IDocumentSession session, Entering entering, Deciding deciding, List<DateTimeOffset> times, GrowingStream stream, HashSet<string> grown)
    {
        var key = StreamKeys.Of(entering.Incident);
        var refused = deciding.Sources.Any(source => source.Decision.IsRefused) || deciding.Entries.Any(entry => entry.IsStale || entry.Refusals.Count > 0);
        if (!refused && deciding.Entries.Any(entry => entry.Facts.Count > 0))
        {
            grown.Add(key);
            foreach (var party in deciding.Sources.GroupBy(source => source.Party).Where(party => party.Any(source => source.Decision.Facts.Count > 0)))
            {
                grown.Add(StreamKeys.Of(party.Key));
                GrowingStream.Append(session, StreamKeys.Of(party.Key), party.SelectMany(source => source.Decision.Facts), times[0], entering.User, entering.Correlation);
            }
        }
        return [.. deciding.Entries.Select((entry, i) =>
        {
            var isNew = entry.Facts.Count > 0 && !refused;
            if (isNew) stream.Append(session, key, entry.Facts, times[i], entering.User, entering.Correlation);
            return new EntryOutcome(entering.Incident.Value, entry.Key, isNew, isNew ? stream.Version : null, isNew ? times[i] : null, entry.Refusals, entry.IsStale);
        })];
    }

    private async Task SaveAsync(IDocumentSession session, HashSet<string> grown, CancellationToken ct)
    {
        await session.SaveChangesAsync(ct);
        if (grown.Count > 0) commits.Tell(grown);
    }

    private DateTimeOffset After(Party? party) => new KnownTimes(clock, party?.Facts[^1].At).Next();

    public void Dispose() => memory.Dispose();
}
