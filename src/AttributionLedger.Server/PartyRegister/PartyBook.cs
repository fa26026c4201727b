using AttributionLedger.Basics;
using AttributionLedger.Parties;
using Marten;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.PartyRegister;

/// <summary>
/// A party in the list of the register, as it is known now. There is no row of an unnamed source, so that no list and no
/// search can come upon one.
/// </summary>
/// <param name="Name">The latest.</param>
/// <param name="Search">Every name that it ever had and every alias, a line each.</param>
public sealed record ListedParty(string Id, string Name, PartyKind Kind, string? MergedInto, string Search)
{
    public static ListedParty? Of(Party? party) => party is null or { Kind: PartyKind.Unnamed } ? null
        : new(party.Id, Names(party).Last(), party.Kind, party.MergedInto?.Value, string.Join('\n', Names(party).Concat(Aliases(party)).Distinct()));

    public static IEnumerable<string> Names(Party party) =>
        party.Facts.Select(fact => fact.Fact).OfType<PartyRenamed>().Select(renamed => renamed.Name).Prepend(party.Registration.Name);

    /// <summary>All that it is called: the present name, the names before it, the aliases; each once.</summary>
    public static IEnumerable<string> Called(Party party) => Names(party).Reverse().Concat(Aliases(party)).Distinct();

    public static IEnumerable<string> Aliases(Party party) =>
        party.Registration.Aliases.Concat(party.Facts.Select(fact => fact.Fact).OfType<AliasAdded>().Select(added => added.Alias));
}

/// <summary>That a party belongs to another, found from the other. There is no row of an unnamed source: under whom it speaks is counted and never shown.</summary>
public sealed record AffiliationRow(string Id, string Party, string Above, Affiliation Affiliation)
{
    public static IEnumerable<AffiliationRow> Of(Party? party) => party is null or { Kind: PartyKind.Unnamed } ? []
        : party.Affiliations().Select(affiliation => new AffiliationRow($"{party.Id}/{affiliation.Id}", party.Id, affiliation.To.Value, affiliation));
}

/// <summary>All that is stored of one party beside its events, folded from them.</summary>
public sealed record PartyBook(Party? Party, ListedParty? Listed, IReadOnlyDictionary<string, AffiliationRow> Affiliations)
{
    public static PartyBook Of(string id, IReadOnlyList<Recorded<PartyEvent>> facts) => Of(facts.Aggregate((Party?)null, (party, fact) => Parties.Party.Evolve(party, id, fact)));

    public static PartyBook Of(Party? party) => new(party, ListedParty.Of(party), AffiliationRow.Of(party).ToDictionary(row => row.Id));
}

internal static class PartyBooks
{
    /// <summary>Stores what the party has come to; what is struck must have been deleted.</summary>
    public static void Keep(this IDocumentOperations operations, PartyBook book)
    {
        if (book.Party is { } party) operations.Store(party);
        if (book.Listed is { } listed) operations.Store(listed);
        operations.Store(book.Affiliations.Values.ToArray());
    }
}
