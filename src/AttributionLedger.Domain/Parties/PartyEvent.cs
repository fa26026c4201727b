using AttributionLedger.Basics;
using AttributionLedger.Times;

namespace AttributionLedger.Parties;

/// <summary>What a party is.</summary>
public enum PartyKind
{
    Person, Office, Organisation, ArmedGroup, State,
    /// <summary>Reports what others say. In its own voice it states as fact, and never counts as support.</summary>
    Outlet,
    /// <summary>Somebody whom the record names and fits none of the others: a channel, a crowd, a company.</summary>
    Other,
    /// <summary>Known by a description only and identified by nobody ("outlaw elements").</summary>
    Described,
    /// <summary>A source whom the desk knows or must protect, under an agreed description. Its id is minted by the ledger.</summary>
    Unnamed
}

/// <summary>The two ways of belonging to another party.</summary>
public enum Link
{
    /// <summary>May answer in the other's name. Transitive.</summary>
    SpeaksFor,
    /// <summary>Belongs to the other without answering for it.</summary>
    PartOf
}

/// <summary>Everything that can happen to a party. These names are stored for ever.</summary>
public abstract record PartyEvent : INoted
{
    private PartyEvent() { }

    /// <inheritdoc/>
    public DateTimeOffset? Noted { get; init; }

    /// <param name="Name">The name; for an unnamed or described party the description that may be published.</param>
    /// <param name="Plural">Several people who are one source ("security officials").</param>
    /// <param name="Within">Of an unnamed source: the incident in which alone it speaks. Null of all others, and of sources from before this was kept.</param>
    public sealed record PartyRegistered(PartyKind Kind, string Name, bool Plural, Listing<string> Aliases, IncidentId? Within = null) : PartyEvent;
    public sealed record PartyRenamed(EntryId Id, string Name, string? Reason) : PartyEvent;
    public sealed record AliasAdded(EntryId Id, string Alias) : PartyEvent;

    /// <param name="Counts">Whether the link counts towards the root; at most one of a party does at a time.</param>
    /// <param name="From">Its first moment is the earliest of this time; null when it has always been so.</param>
    /// <param name="Until">Its last moment is the latest of this time; null when it has no known end.</param>
    public sealed record AffiliationRecorded(AffiliationId Id, Link Link, PartyId To, bool Counts, WorldTime? From, WorldTime? Until) : PartyEvent;
    public sealed record AffiliationEnded(EntryId Id, AffiliationId Affiliation, WorldTime Until, string? Reason) : PartyEvent;
    public sealed record AffiliationStruck(EntryId Id, AffiliationId Affiliation, string Reason) : PartyEvent;

    /// <param name="Reliability">Admiralty, A to F.</param>
    public sealed record PartyGraded(EntryId Id, char Reliability, string Reason) : PartyEvent;
    public sealed record PartyMerged(EntryId Id, PartyId Into, string Reason) : PartyEvent;
    /// <summary>The merge was a mistake: the party stands on its own again.</summary>
    public sealed record PartySplit(EntryId Id, PartyId From, string Reason) : PartyEvent;

    /// <summary>The entry that this event is; one event each.</summary>
    public string EntryKey() => this switch
    {
        PartyRegistered => "/registration",
        PartyRenamed e => e.Id.Value,
        AliasAdded e => e.Id.Value,
        AffiliationRecorded e => e.Id.Value,
        AffiliationEnded e => e.Id.Value,
        AffiliationStruck e => e.Id.Value,
        PartyGraded e => e.Id.Value,
        PartyMerged e => e.Id.Value,
        PartySplit e => e.Id.Value,
        _ => throw new InvalidOperationException($"{GetType().Name} belongs to no entry.")
    };
}
