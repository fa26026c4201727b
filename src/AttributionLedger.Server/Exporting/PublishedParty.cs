using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Times;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Exporting;

/// <summary>A party as it is known now, in as few entries as say it: its names, and to whom it belongs.</summary>
internal static class PublishedParty
{
    /// <summary>Aliases that a registration takes; the others get entries of their own.</summary>
    private const int AliasLimit = 50;

    public static RegisterParty Registration(Party party) => new(party.Kind, NameOf(party), party.Registration.Plural, party.Kind == PartyKind.Unnamed ? [] : Aliases(party).Take(AliasLimit).ToListing());

    /// <summary>What follows the registration of a named party. Of an unnamed one nothing does: under whom it speaks is never told.</summary>
    public static IEnumerable<PartyCommand> Rest(Party party) =>
    [
        .. Aliases(party).Skip(AliasLimit).Select(alias => new AddAlias(default, alias)),
        .. Links(party).Select(link => new RecordAffiliation(default, link.Link, link.To, link.Counts, link.From, link.Until)),
        .. party.MergedInto is { } into ? [new MergeParty(default, into, PublishedReasons.SameParty)] : Array.Empty<PartyCommand>()
    ];

    /// <summary>The parties without whom a named party would be read otherwise: those above it, and the one that it was merged into.</summary>
    public static IEnumerable<PartyId> Needed(Party party) => party.Kind == PartyKind.Unnamed ? []
        : Links(party).Select(link => link.To).Concat(party.MergedInto is { } into ? [into] : []);

    private static string NameOf(Party party) => Facts(party).OfType<PartyRenamed>().LastOrDefault()?.Name ?? party.Registration.Name;

    // By an older name a party is found as by any other.
    private static IEnumerable<string> Aliases(Party party) => party.Registration.Aliases
        .Concat(Facts(party).OfType<AliasAdded>().Select(added => added.Alias))
        .Append(party.Registration.Name).Concat(Facts(party).OfType<PartyRenamed>().Select(renamed => renamed.Name))
        .Distinct().Where(alias => alias != NameOf(party));

    private static IEnumerable<(Link Link, PartyId To, bool Counts, WorldTime? From, WorldTime? Until)> Links(Party party)
    {
        var struck = Facts(party).OfType<AffiliationStruck>().Select(strike => strike.Affiliation).ToHashSet();
        return Facts(party).OfType<AffiliationRecorded>().Where(recorded => !struck.Contains(recorded.Id)).Select(recorded => (
            recorded.Link, recorded.To, recorded.Counts, recorded.From,
            Facts(party).OfType<AffiliationEnded>().LastOrDefault(ended => ended.Affiliation == recorded.Id)?.Until ?? recorded.Until));
    }

    private static IEnumerable<PartyEvent> Facts(Party party) => party.Facts.Select(fact => fact.Fact);
}
