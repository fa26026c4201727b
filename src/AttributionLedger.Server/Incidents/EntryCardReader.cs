using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Incidents;

/// <summary>What an id of an incident names, and what was done to it; for the desk only.</summary>
/// <param name="By">The speakers of a statement; of a request whom it was made to.</param>
/// <param name="About">The entry that a reversal or a piece of evidence is about.</param>
/// <param name="Statement">The statement that it is, or is about in the end.</param>
/// <param name="Earliest">UTC; the earliest time at which a statement can have been said, or a request made.</param>
public sealed record EntryCardShape(
    string Id, string Incident, EntryKind Kind, IReadOnlyList<PartyShape> By, PartyShape? Channel, string? Claim, string? About, string? Statement,
    DateTimeOffset? Earliest, string? StruckBy, string? RetractedBy, string? WithdrawnBy);

/// <summary>Finds an entry by its id, whatever kind it is of.</summary>
public sealed class EntryCardReader(LedgerStore store, Following following)
{
    private readonly Completion completion = new(store, following);

    /// <returns>Null when there is no such entry, or when it is, or is about, a statement that is off the record.</returns>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    public Task<EntryCardShape?> FindAsync(string incident, string id, CancellationToken ct) => completion.ReadAsync(incident, async (session, tail) =>
    {
        // Ids hold no slash: what does is the key of a claim or of the opening, which no entry names.
        if (id.Contains('/') || await EntryAsync(session, incident, id, ct) is not { } entry) return null;
        var last = entry;
        while (last.Target is { } target && await EntryAsync(session, incident, target.Value, ct) is { } about) last = about;
        var statement = last.Kind == EntryKind.Statement ? last.Key : null;
        if (statement is not null && (await session.RowAsync(incident, EntryId.Of(statement), tail, ct))?.IsOffTheRecord() != false) return null;

        return Shape(incident, entry, statement, new Register(await session.LoadWithAncestorsAsync(entry.By.Concat(entry.Heard()), ct), DateTimeOffset.MaxValue, Clock.Recorded));
    }, ct);

    internal static EntryCardShape Shape(string incident, LoggedEntry entry, string? statement, Register register) => new(
        entry.Key, incident, entry.Kind, [.. entry.By.Select(register.Shape)], entry.Channel is { } channel ? register.Shape(channel) : null, entry.Claim?.Value, entry.Target?.Value, statement,
        entry.Earliest, entry.StruckBy?.Value, entry.RetractedBy?.Value, entry.WithdrawnBy?.Value);

    internal static async Task<LoggedEntry?> EntryAsync(IQuerySession session, string incident, string key, CancellationToken ct) =>
        await session.LoadAsync<EntryRow>(EntryRow.IdOf(incident, key), ct) is { } row && row.Incident == incident ? row.Entry : null;
}
