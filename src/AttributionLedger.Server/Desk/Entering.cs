using System.Diagnostics;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;

namespace AttributionLedger.Desk;

/// <summary>Something to put on record about a party.</summary>
public sealed record PartyEntry(PartyId Party, PartyCommand Command);

/// <summary>Commands for one incident that are carried out together or not at all.</summary>
/// <param name="User">Who logs; kept with every event.</param>
public sealed record Entering(IncidentId Incident, IReadOnlyList<IncidentCommand> Commands, string User)
{
    /// <summary>Joins the events to the trace of the request that asked for them.</summary>
    public string Correlation { get; } = Correlations.Current();

    /// <summary>Unnamed parties to register in the same transaction, so that none is left behind that never spoke.</summary>
    public IReadOnlyList<PartyEntry> Unnamed { get; init; } = [];

    /// <summary>Incidents that the same sheet opens, which links and merges may name before they are there.</summary>
    public IReadOnlySet<IncidentId> AlsoHolds { get; init; } = new HashSet<IncidentId>();

    public Precondition? Precondition { get; init; }
    public Receipt? Receipt { get; init; }
}

/// <summary>Commands for the register that are carried out together or not at all.</summary>
/// <param name="User">Who logs; kept with every event.</param>
public sealed record Registering(IReadOnlyList<PartyEntry> Entries, string User)
{
    public string Correlation { get; } = Correlations.Current();

    public Precondition? Precondition { get; init; }
    public Receipt? Receipt { get; init; }
}

/// <summary>What the writer has seen of the thing that is to change; nothing is written when it has changed since.</summary>
/// <param name="Entry">An entry of the incident; null for the incident, or the party, itself.</param>
/// <param name="Seen">The tags of the state that was seen; null for whatever state it has.</param>
public sealed record Precondition(EntryId? Entry, Listing<string>? Seen)
{
    public bool IsMetBy(string? tag) => Seen is null || (tag is not null && Seen.Contains(tag));
}

/// <summary>By what a writer knows its request again when it has to repeat it.</summary>
/// <param name="Key">Of the writer's choice.</param>
/// <param name="Digest">Of all that the request asks for.</param>
public sealed record Receipt(string Key, string Digest);

/// <summary>What became of one command.</summary>
/// <param name="Subject">The incident or the party that it is about.</param>
/// <param name="Key">The key of the entry, see <see cref="IncidentEvent.EntryKey"/>; empty when it was refused.</param>
/// <param name="IsNew">It was put on record now; otherwise it was on record before with the same content, or was refused.</param>
/// <param name="Version">Of the stream after it; null when it is not new.</param>
/// <param name="Known">UTC, when it was recorded; null when it is not new.</param>
/// <param name="IsStale">What it changes has changed since the writer looked.</param>
public sealed record EntryOutcome(string Subject, string Key, bool IsNew, long? Version, DateTimeOffset? Known, Listing<Rejection> Refusals, bool IsStale = false)
{
    public bool IsRefused => IsStale || Refusals.Count > 0;

    /// <summary>For whoever counts.</summary>
    internal string InAWord() => IsStale ? "stale" : Refusals.Count > 0 ? "refused" : IsNew ? "new" : "on-record";

    public static EntryOutcome Refused(string subject, params IEnumerable<Rejection> refusals) => new(subject, "", false, null, null, refusals.ToListing());
}

internal static class Correlations
{
    public static string Current() => Activity.Current?.TraceId.ToHexString() ?? Guid.NewGuid().ToString("N");
}
