using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Differences;

/// <summary>The claims of the two readings that are compared: whom they name, and which of them a change is about.</summary>
internal sealed class Claims
{
    private readonly Dictionary<ClaimId, PartyId?> actors;
    private readonly IReadOnlyList<Standing> standings;
    private readonly Register register;
    private readonly ILookup<EntryId, Stance> read;

    public Claims(IncidentReading? before, IncidentReading? after, Register register)
    {
        var readings = new[] { before, after }.OfType<IncidentReading>().ToList();
        this.register = register;
        actors = readings.SelectMany(reading => reading.Claims).Select(reading => reading.Claim).GroupBy(claim => claim.Id).ToDictionary(claim => claim.Key, claim => claim.Last().Actor);
        read = readings.SelectMany(Parts.Of).SelectMany(part => part.Heard).Where(heard => heard.Kind is not null).Distinct().ToLookup(heard => heard.Entry, heard => new Stance(heard.Kind!.Value, heard.Claim, Scope: heard.Scope));
        standings = [.. readings.SelectMany(reading => reading.Standings)];
    }

    /// <summary>The name of whom the claim names as responsible; null where it names nobody.</summary>
    public string? Actor(ClaimId? claim) => claim is { } id && actors.GetValueOrDefault(id) is { } actor ? register.Name(register.Canonical(actor)) : null;

    /// <summary>What a statement says as the two readings have it, which a correction may have changed; as it was logged where neither shows it.</summary>
    public IReadOnlyList<Stance> StancesOf(EntryId statement, IReadOnlyList<Stance> logged) => read[statement].Distinct().ToList() is { Count: > 0 } shown ? shown : logged;

    /// <summary>The claims that a part of a reading rests on.</summary>
    public IEnumerable<ClaimId> Of(PartKey part) => part switch
    {
        { Claim: { } claim } => [claim],
        { Kind: PartKind.Status } => standings.Where(standing => standing.Act == part.Act).SelectMany(standing => standing.Claims),
        { Kind: >= PartKind.Named and < PartKind.Answered } => standings.Where(standing => standing.Act == part.Act && standing.Actor == part.Party).SelectMany(standing => standing.Claims),
        _ => []
    };
}
