using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Incidents;

/// <summary>What the fit of a stance depends on besides its claim.</summary>
internal sealed record Speaking(Listing<PartyId> By, bool Verified, bool Asked)
{
    public static Speaking Of(Statement statement) => new(statement.By, statement.Issuance == Issuance.Verified, statement.Setting.AskedBy.Count > 0);
}

/// <summary>Which stances fit which claims, and which may stand together in one statement.</summary>
internal static class StanceRules
{
    private const int Limit = 64;

    public static IEnumerable<Rejection> Refusals(Listing<Stance> stances, Speaking speaking, Incident incident)
    {
        if (stances.Count == 0) yield return new("stance-missing", "stances", "A statement takes at least one stance; when it takes no position, log that it comments.");
        if (stances.Count > Limit) yield return new("too-many", "stances", $"At most {Limit} stances are taken in one statement.");
        foreach (var repeated in stances.Where(s => s.Claim is not null).GroupBy(s => s.Claim).Where(g => g.Count() > 1))
            yield return new("stance-repeated", "stances", $"Two stances are about the claim {repeated.Key}; a statement takes one on each claim.");
        foreach (var repeated in stances.Where(s => s.Claim is null).GroupBy(s => (s.Kind, s.Request)).Where(g => g.Count() > 1))
            yield return new("stance-repeated", "stances", "The same stance on the incident is there twice.");
        foreach (var rejection in stances.SelectMany((stance, i) => Fit(stance, speaking, incident, $"stances[{i}]")))
            yield return rejection;
    }

    private static IEnumerable<Rejection> Fit(Stance stance, Speaking speaking, Incident incident, string field)
    {
        var claim = stance.Claim is { } id ? incident.Find(id) : null;
        if (stance.Claim is { } unknown && claim is null)
            yield return new("claim-unknown", $"{field}.claim", $"This incident has no claim {unknown}. Frame it with an entry of its own, before this one.");

        if (stance.Claim is null && !stance.Kind.MayBeOnIncident())
            yield return new("stance-does-not-fit", $"{field}.claim", "This stance is about a claim: say which. Only dismisses, declines to comment, comments and the kinds of no response may be about the incident as a whole.");
        if (stance is { Kind: StanceKind.Comments, Claim: not null })
            yield return new("stance-does-not-fit", $"{field}.claim", "A comment takes no position and is about the incident; leave the claim out.");
        if (claim is { Kind: not ClaimKind.Responsibility } && stance.Kind.NeedsResponsibility())
            yield return new("stance-does-not-fit", $"{field}.stance", $"This stance names who did it, and {claim.Id} is a claim of another kind ({claim.Kind.ToString().ToLowerInvariant()}). Use asserts, or frame a claim of responsibility.");
        if (stance.Kind == StanceKind.Accuses && speaking.Verified && claim?.Actor is { } actor && speaking.By.Contains(actor))
            yield return new("stance-does-not-fit", $"{field}.stance", "To accuse is to name another. When a party names itself, it claims responsibility or acknowledges it.");
        if (stance.Kind.IsNoResponse() && stance.Request is null && !speaking.Asked)
            yield return new("request-missing", $"{field}.request", "Nobody can fail to respond who was not asked: name the request for comment, or say in setting.askedBy who asked.");

        if (stance.Scope is not null && stance.Kind != StanceKind.Denies)
            yield return new("scope-misplaced", $"{field}.scope", "Only a denial has a scope.");
        if (stance.Ground is not null && stance.Kind is not (StanceKind.DeclinesToComment or StanceKind.Dismisses or StanceKind.NeitherConfirmsNorDenies or StanceKind.MadeNoOneAvailable))
            yield return new("ground-misplaced", $"{field}.ground", "Only a refusal or a dismissal gives a ground.");
        if (stance.Figures is { Count: > 0 } && !stance.Kind.IsSubstantive())
            yield return new("figures-do-not-fit", $"{field}.figures", "Only a stance that takes a position carries figures.");
        foreach (var rejection in FigureRules.Refusals(stance.Figures, claim?.Kind, $"{field}.figures")
            .Concat(Texts.Line(stance.Qualifier, $"{field}.qualifier")).Concat(Texts.Line(stance.Verb, $"{field}.verb")).Concat(Texts.Line(stance.Ground, $"{field}.ground")))
            yield return rejection;
    }
}
