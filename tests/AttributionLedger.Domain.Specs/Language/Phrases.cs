using AttributionLedger.Basics;
using AttributionLedger.Drifts;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>Readings in the words of the specs.</summary>
public static class Phrases
{
    /// <summary>"accused by 2, denies any involvement"; "no standing, declined to comment" for one whom no claim names.</summary>
    public static string Of(IncidentReading reading, PartyId party, ClaimId? act)
    {
        if (reading.Standings.SingleOrDefault(standing => standing.Actor == party && standing.Act == act) is { } standing) return Of(standing);
        return reading.Answered.SingleOrDefault(answered => answered.Party == party) is { } answered ? $"no standing, {Of(answered.Answer)}" : "no standing";
    }

    public static string Of(Standing standing) => string.Join(", ", (string[])
    [
        Of(standing.Named, standing),
        .. standing.AlsoNamed.Select(named => $"also {Of(named, standing)}"),
        .. standing.Named is Named.Acknowledged or Named.Claimed ? Divided(standing.Answer) : [Of(standing.Answer)]
    ]);

    private static string Of(Named named, Standing standing) => named switch
    {
        Named.Accused => $"accused by {standing.AccusedBy.Count}",
        Named.ClaimPurported => "claim purported",
        Named.Withdrawn => $"{string.Join(" and ", standing.Withdrawn)} withdrawn",
        Named.NotAccused => "not accused",
        _ => Spelled(named)
    };

    public static string Of(Answer answer) => string.Join(", ", (string[])[Kind(answer), .. Divided(answer)]);

    private static string[] Divided(Answer answer) => answer.DividedVoice ? ["divided voice"] : [];

    private static string Kind(Answer answer) => answer.Kind switch
    {
        AnswerKind.Denies => $"denies {Spelled(answer.Stance!.Scope)}",
        AnswerKind.DeniesInPart => $"denies in part ({(answer.Stance!.Scope is { } scope ? Spelled(scope) : "scope not recorded")})",
        _ => Spelled(answer.Kind)
    };

    /// <summary>"accused by 2: red"; "unattributed (described: outlaws), stated as fact by gazette".</summary>
    public static string Of(Status status) =>
        Spelled(status.Kind) + (status.Count is { } count ? $" by {count}" : "")
        + (status.Actors.Count > 0 ? $": {string.Join(", ", status.Actors)}" : "")
        + (status.Described.Count > 0 ? $" (described: {string.Join(", ", status.Described)})" : "")
        + (status.StatedAsFactBy.Count > 0 ? $", stated as fact by {string.Join(", ", status.StatedAsFactBy)}" : "");

    /// <summary>"2 support, 1 denies, 1 denies in part, stated as fact by gazette"; "nobody" where nobody takes a position that counts.</summary>
    public static string Of(ClaimReading claim)
    {
        string[] parts =
        [
            .. claim.Supports.Count > 0 ? [$"{claim.Supports.Count} support"] : Array.Empty<string>(),
            .. claim.Denies.Count > 0 ? [$"{claim.Denies.Count} deny"] : Array.Empty<string>(),
            .. claim.DeniesInPart.Count > 0 ? [$"{claim.DeniesInPart.Count} deny in part"] : Array.Empty<string>(),
            .. claim.StatedAsFactBy.Count > 0 ? [$"stated as fact by {string.Join(", ", claim.StatedAsFactBy)}"] : Array.Empty<string>()
        ];
        return parts.Length > 0 ? string.Join(", ", parts) : "nobody";
    }

    /// <summary>"hardened: denies any involvement", "retracted", "softened: asserts, hedged, order uncertain".</summary>
    public static string[] Of(ClaimTrack? track) => [.. (track?.Steps ?? []).Select(Of)];

    private static string Of(DriftStep step) => string.Join(", ", (string[])
    [
        Spelled(step.Kind) + (step.Taken is { } taken ? $": {Spelled(taken.Kind)}{(taken.Scope is { } scope ? $" {Spelled(scope)}" : "")}" : ""),
        .. step.Taken is { Strength: not Strength.Flat and var strength } ? [Spelled(strength)] : Array.Empty<string>(),
        .. step.IsCorrection ? ["correcting itself"] : Array.Empty<string>(),
        .. step.Jointly.Count > 1 ? ["jointly"] : Array.Empty<string>(),
        .. step.OrderIsUncertain ? ["order uncertain"] : Array.Empty<string>(),
        .. step.Reworded.Select(reworded => $"recorded wording corrected by {Spelled(reworded.Whose)}")
    ]);

    /// <summary>DeclinedToComment becomes "declined to comment".</summary>
    public static string Spelled<T>(T value) =>
        string.Concat(value!.ToString()!.Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : $"{c}"));
}
