using AttributionLedger.Basics;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Parties.Commands;

/// <summary>Puts on record that there is somebody who can speak or be named as responsible.</summary>
/// <param name="Within">Of an unnamed source: the incident in which alone it may speak, for nobody must be able to follow it to another.</param>
public sealed record RegisterParty(PartyKind Kind, string Name, bool Plural, Listing<string> Aliases, IncidentId? Within = null) : PartyCommand
{
    private const int AliasLimit = 50;

    private protected override bool Registers => true;

    private protected override PartyEvent Fact() => new PartyRegistered(Kind, Name, Plural, Aliases, Within);

    // Sources that were registered before their incident was kept are the same all the same.
    private protected override bool Repeats(PartyEvent fact, PartyEvent logged) =>
        base.Repeats(fact, logged is PartyRegistered { Within: null } older ? older with { Within = Within } : logged);

    private protected override IEnumerable<Rejection> Refusals(PartyId id, Party? party, IRegister register) =>
    [
        .. Texts.Id(id.Value, "id", "a party"), .. Texts.Name(Name, "name"), .. Aliases.SelectMany((alias, i) => Texts.Name(alias, $"aliases[{i}]")),
        .. Aliases.Count > AliasLimit ? [new Rejection("too-many", "aliases", $"At most {AliasLimit} aliases are taken.")] : Array.Empty<Rejection>(),
        .. Identity.Reserved.Contains(id.Value) ? [new Rejection("id-reserved", "id", $"{id} means something else where a party is expected. Choose another id.")] : Array.Empty<Rejection>(),
        .. Identity.IsMinted(id) == (Kind == PartyKind.Unnamed) ? [] :
            new[] { new Rejection("id-reserved", "id", $"Ids that begin with {Identity.MintedPrefix} are minted by the ledger for unnamed parties. Choose another id.") }
    ];
}
