using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings;

/// <summary>A warning to the desk. It is in no publishable reading, for the reason of a warning can give a source away.</summary>
/// <param name="Code">Stable, kebab-case.</param>
public sealed record Guard(string Code, string Message, Listing<EntryId> Entries);

/// <summary>What an editor should look at before the reading is used.</summary>
public static class Guards
{
    public static IEnumerable<Guard> Of(Hearing hearing, IReadOnlyList<Standing> standings, IReadOnlyList<ClaimReading> claims) =>
        hearing.AsOf.Audience == Audience.Publishable ? [] :
        [
            .. NotAsked(hearing, standings), .. WithoutScope(hearing), .. CountedTwice(hearing, standings), .. QuotedUnnamed(hearing),
            .. SameWords(hearing), .. ClaimsForAnother(hearing), .. UncertainOrder(hearing, standings, claims), .. BackgroundByName(hearing), .. RelaysReversed(hearing)
        ];

    private static IEnumerable<Guard> NotAsked(Hearing hearing, IEnumerable<Standing> standings) =>
        standings.Where(s => s is { AccusedBy.Count: > 0, Answer.Kind: AnswerKind.NotRecordedWhetherAsked } && hearing.Register.IsIdentified(s.Actor))
            .Select(s => new Guard("accused-not-asked", $"{hearing.Register.Name(s.Actor)} is accused, and it is not recorded whether it was asked.",
                s.AccusedBy.SelectMany(source => source.Members).Select(heard => heard.Entry).Distinct().ToListing()));

    private static IEnumerable<Guard> WithoutScope(Hearing hearing) =>
        hearing.All.Where(heard => heard is { IsDenial: true, Scope: null, Retracted: false, Claim: { } claim } && hearing.Incident.Find(claim)?.Kind == ClaimKind.Responsibility)
            .Select(heard => new Guard("denial-without-scope", $"{hearing.Register.Name(heard.Party)} denies, and it is not recorded what exactly; it reads as a denial in part.", [heard.Entry]));

    private static IEnumerable<Guard> CountedTwice(Hearing hearing, IEnumerable<Standing> standings) =>
        standings.Where(s => s.AccusedBy.Count > 1)
            .SelectMany(s => s.AccusedBy.Where(source => source.Members.All(heard => hearing.Register.IsUnnamed(heard.Party)) && source.Roots.All(hearing.Register.IsUnnamed)))
            .Select(source => new Guard("possibly-counted-twice", "An unnamed source counts beside others. If it speaks under one of them, record that; it will be counted once and not named.",
                source.Members.Select(heard => heard.Entry).ToListing()))
            .Distinct();

    private static IEnumerable<Guard> QuotedUnnamed(Hearing hearing)
    {
        var unnamed = hearing.All.Where(heard => heard is { IsSubstantive: true, Retracted: false } && hearing.Register.IsUnnamed(heard.Party)).ToList();
        return hearing.All.Where(heard => heard is { Kind: StanceKind.DeclinesToComment, Retracted: false })
            .Select(declined => (declined, unnamed.Where(u => hearing.Register.Root(u.Party, u.Latest) == hearing.Register.Root(declined.Party, declined.Latest) && u.Party != declined.Party).ToList()))
            .Where(pair => pair.Item2.Count > 0)
            // Neither the message nor its entries say which: a warning must not out a source.
            .Select(pair => new Guard("declined-but-quoted-unnamed", $"{hearing.Register.Name(pair.declined.Party)} declined to comment. See that nobody who speaks under it is quoted unnamed beside that.", [pair.declined.Entry]));
    }

    private static IEnumerable<Guard> SameWords(Hearing hearing) =>
        hearing.Twins.Select(twins => new Guard("same-words-twice", "The same words of the same party are logged twice.", [twins.Earlier, twins.Later]));

    private static IEnumerable<Guard> ClaimsForAnother(Hearing hearing) =>
        hearing.All.Where(heard => heard is { Kind: StanceKind.ClaimsResponsibility, IsVerified: true, Retracted: false, Claim: { } claim }
                && hearing.Incident.Find(claim)?.Actor is { } actor && !heard.Jointly.Any(party => hearing.IsOwnVoice(heard with { Party = party }, hearing.Register.Canonical(actor))))
            .Select(heard => new Guard("claims-for-another", $"{hearing.Register.Name(heard.Party)} claims responsibility where {hearing.Register.Name(hearing.Incident.Find(heard.Claim!.Value)!.Actor!.Value)} is the actor, for whom it is not recorded to speak; it reads as an accusation.", [heard.Entry]));

    private static IEnumerable<Guard> UncertainOrder(Hearing hearing, IEnumerable<Standing> standings, IEnumerable<ClaimReading> claims)
    {
        foreach (var (claim, own) in claims.SelectMany(claim => hearing.OnClaim(claim.Claim.Id).Where(hearing.Counts).GroupBy(heard => heard.Voice).Select(own => (claim, own))))
            if (own.OrderIsUncertain(Outcome))
                yield return new("order-uncertain", $"{hearing.Register.Name(own.Key.Party)} took opposed stances on {claim.Claim.Id} at times that overlap; which was the later changes the reading.", own.Select(heard => heard.Entry).Distinct().ToListing());
        foreach (var source in claims.SelectMany(claim => claim.Supports.Concat(claim.Denies).Concat(claim.DeniesInPart)).Where(source => source.Members.Select(heard => heard.Party).Distinct().Count() > 1))
            if (source.Members.OrderIsUncertain(Outcome))
                yield return new("order-uncertain", $"Those who count as one source with {hearing.Register.Name(source.Stance.Party)} took opposed stances at times that overlap; which was the later changes the reading.", source.Members.Select(heard => heard.Entry).Distinct().ToListing());
        foreach (var standing in standings)
            if (standing.Claims.SelectMany(hearing.FlatPositions).Where(heard => hearing.IsOwnVoice(heard, standing.Actor)).ToList() is { Count: > 1 } voice
                && voice.Select(heard => heard.Party).Distinct().Count() > 1 && voice.OrderIsUncertain(Outcome))
                yield return new("order-uncertain", $"The voices of {hearing.Register.Name(standing.Actor)} took opposed stances at times that overlap; which was the later changes the reading.", voice.Select(heard => heard.Entry).Distinct().ToListing());
    }

    // Only what is within the positions can be told of: the card of a statement tells of every reversal of what it repeats.
    private static IEnumerable<Guard> RelaysReversed(Hearing hearing) =>
        hearing.All.Where(heard => heard is { RelayOf: not null, Retracted: false }).GroupBy(heard => (heard.Entry, heard.RelayOf!.Value))
            .Select(relay => new Guard("relays-what-was-reversed", "A statement repeats what its speaker took back since. It stands, for the one who repeats it did not take it back; see whether it is still said.", [relay.Key.Entry, relay.Key.Value]));

    private static (bool, bool) Outcome(Heard heard) => (heard.IsAffirmative, heard.DeniesResponsibility);

    private static IEnumerable<Guard> BackgroundByName(Hearing hearing) =>
        hearing.All.Where(heard => heard.Rule is GroundRule.Background or GroundRule.DeepBackground && heard.Jointly.Any(party => !hearing.Register.IsUnnamed(party)))
            .GroupBy(heard => heard.Entry)
            .Select(entry => new Guard("background-by-name", "This was said on background and is logged under a name, so it is in no publishable reading. To use it, log it under an unnamed party with the agreed description.", [entry.Key]));
}
