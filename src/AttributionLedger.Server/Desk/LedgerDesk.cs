using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Store;
using AttributionLedger.Times;
using JasperFx.Events;
using Marten;

namespace AttributionLedger.Desk;

/// <summary>Something to put on record about a party.</summary>
public sealed record PartyEntry(PartyId Party, PartyCommand Command);

/// <summary>What became of a batch.</summary>
/// <param name="Refusals">One list per command, in the order of the batch; empty where it was carried out or was on record.</param>
/// <param name="New">Commands that were not on record before.</param>
public sealed record Outcome(IReadOnlyList<Listing<Rejection>> Refusals, int New)
{
    internal static Outcome Of<TFact>(IReadOnlyCollection<Decision<TFact>> decided) =>
        new([.. decided.Select(decision => decision.Rejections)], decided.Count(decision => decision.Facts.Count > 0));

    public bool IsRefused => Refusals.Any(refusals => refusals.Count > 0);
}

/// <summary>
/// The one way in. A batch of commands for one incident, or for the register, is decided and appended in one transaction:
/// all of it or, where one command is refused, nothing. It is durable when it returns, and repeating it is harmless.
/// </summary>
public sealed class LedgerDesk(LedgerStore store, TimeProvider clock)
{
    /// <summary>Entries that one transaction takes: enough to spread its cost, few enough that nobody waits long behind it.</summary>
    public const int BatchLimit = 200;

    /// <summary>The lock of whoever writes parties: a circle of affiliations can be closed from two sides at once.</summary>
    public const string RegisterKey = "register";

    /// <summary>Logs entries of one incident, and registers the unnamed parties that they bring.</summary>
    /// <param name="unnamed">Parties to register in the same transaction, so that none is left behind that never spoke.</param>
    /// <param name="alsoHolds">Incidents that the same sheet opens, which links and merges may name before they are there.</param>
    /// <param name="user">Who logs.</param>
    public async Task<Outcome> EnterAsync(
        IncidentId incident, IReadOnlyList<IncidentCommand> commands, IReadOnlyList<PartyEntry> unnamed, IReadOnlySet<IncidentId> alsoHolds, string user, CancellationToken ct)
    {
        await using var session = store.Writing(user);
        var key = StreamKeys.Of(incident);
        await session.BecomeOnlyWriterAsync(key, ct);
        var state = await session.LoadAsync<Incident>(incident.Value, ct);
        var times = new KnownTimes(clock, await session.LastRecordedAsync(key, ct));
        var assigned = commands.Select(_ => times.Next()).ToList();

        var lookups = new Lookups();
        var (parties, decided) = await lookups.SettleAsync(session, () =>
        {
            var register = new PartyDraft(lookups);
            var registered = unnamed.Select(entry => (entry.Party, Decision: register.Decide(entry.Party, entry.Command, assigned[0]))).ToList();
            var draft = new IncidentDraft(incident, state, lookups, register, alsoHolds);
            return (registered, commands.Select((command, i) => draft.Decide(command, assigned[i])).ToList());
        }, ct);

        var outcome = Outcome.Of(decided);
        if (outcome.IsRefused || parties.Any(p => p.Decision.IsRefused) || outcome.New == 0) return outcome;
        foreach (var party in parties.GroupBy(p => p.Party)) Append(session, StreamKeys.Of(party.Key), party.SelectMany(p => p.Decision.Facts), _ => assigned[0]);
        foreach (var (decision, known) in decided.Zip(assigned)) Append(session, key, decision.Facts, _ => known);
        await session.SaveChangesAsync(ct);
        return outcome;
    }

    /// <summary>Logs entries of the register.</summary>
    public async Task<Outcome> EnterAsync(IReadOnlyList<PartyEntry> entries, string user, CancellationToken ct)
    {
        await using var session = store.Writing(user);
        await session.BecomeOnlyWriterAsync(RegisterKey, ct);
        var lookups = new Lookups();
        var decided = await lookups.SettleAsync(session, () =>
        {
            var draft = new PartyDraft(lookups);
            // Each party's times increase on their own; the register's one writer keeps them apart.
            return entries.Select(entry => draft.Decide(entry.Party, entry.Command, After(draft.Party(entry.Party)))).ToList();
        }, ct);

        var outcome = Outcome.Of(decided);
        if (outcome.IsRefused || outcome.New == 0) return outcome;
        foreach (var party in entries.Zip(decided).GroupBy(pair => pair.First.Party))
        {
            var times = new KnownTimes(clock, lookups.Party(party.Key)?.Facts[^1].At);
            Append(session, StreamKeys.Of(party.Key), party.SelectMany(pair => pair.Second.Facts), _ => times.Next());
        }
        await session.SaveChangesAsync(ct);
        return outcome;
    }

    private DateTimeOffset After(Party? party) => new KnownTimes(clock, party?.Facts[^1].At).Next();

    private static void Append<TFact>(IDocumentSession session, string key, IEnumerable<TFact> facts, Func<TFact, DateTimeOffset> known) where TFact : class
    {
        var events = facts.Select(fact =>
        {
            var stored = session.Events.BuildEvent(fact);
            stored.Timestamp = known(fact);
            return (object)stored;
        }).ToList();
        if (events.Count > 0) session.Events.Append(key, events);
    }
}
