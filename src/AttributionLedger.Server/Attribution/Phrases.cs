using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Attribution;

/// <summary>The words in which a reading is put for people, the same on every surface.</summary>
public static class Phrases
{
    public static string Of(Status status, Register register)
    {
        string Names() => string.Join(" and ", status.Actors.Select(register.Name));
        var phrase = status.Kind switch
        {
            StatusKind.Acknowledged => $"acknowledged by {Names()}",
            StatusKind.CompetingClaims => $"competing claims by {Names()}",
            StatusKind.ClaimedDisputed => $"claimed by {Names()}, disputed",
            StatusKind.Claimed => $"claimed by {Names()}",
            StatusKind.RivalAccusations => $"rival accusations against {Names()}",
            StatusKind.Contested => $"contested: {Names()} accused, and {(status.Actors.Count > 1 ? "all deny" : "denies")}",
            StatusKind.Accused => $"accused: {Names()}, by {Sources(status.Count ?? 0)}{(status.Actors.Count > 1 ? " at most" : "")}",
            StatusKind.ClaimPurported => $"claim purported in the name of {Names()}",
            StatusKind.Withdrawn => $"withdrawn: what named {Names()} was taken back",
            _ => "unattributed" + (status.Described.Count > 0 ? $"; described only: {string.Join(", ", status.Described.Select(register.Name))}" : "")
        };
        return phrase + (status.StatedAsFactBy.Count > 0 ? $"; stated as fact by {string.Join(", ", status.StatedAsFactBy.Select(register.Name))}" : "");
    }

    /// <summary>Both sides of a standing: how it is named, and what it answers.</summary>
    public static string Of(Standing standing) => $"{Naming(standing)}, {Of(standing.Answer)}";

    public static string Naming(Standing standing) => standing.Named switch
    {
        Named.Acknowledged => "acknowledged",
        Named.Claimed => "claimed",
        Named.Accused => $"accused by {standing.AccusedBy.Count}",
        Named.ClaimPurported => "claim purported",
        Named.Withdrawn => $"withdrawn ({string.Join(" and ", standing.Withdrawn)})",
        _ => "not accused"
    } + (standing.AccusedBy.Count > 0 && standing.Named is Named.Acknowledged or Named.Claimed ? $", accused by {standing.AccusedBy.Count}" : "");

    public static string Of(Answer answer)
    {
        var phrase = answer.Kind switch
        {
            AnswerKind.Acknowledges => "acknowledges it",
            AnswerKind.Claims => "claims it",
            AnswerKind.Denies => answer.Stance?.Scope switch
            {
                Scope.AnyInvolvement => "denies any involvement",
                Scope.Authorship => "denies authorship",
                _ => "denies the act"
            },
            AnswerKind.DeniesInPart => answer.Stance?.Scope is { } scope ? $"denies in part (the {scope.ToString().ToLowerInvariant()})" : "denies (scope not recorded)",
            AnswerKind.Dismisses => "dismisses the report",
            AnswerKind.NeitherConfirmsNorDenies => "neither confirms nor denies",
            AnswerKind.DeclinedToComment => "declined to comment",
            AnswerKind.DidNotRespond => "did not respond",
            AnswerKind.DidNotRespondByDeadline => "did not respond by deadline",
            AnswerKind.CouldNotBeReached => "could not be reached",
            AnswerKind.MadeNoOneAvailable => "made no one available",
            AnswerKind.CommentedWithoutPosition => "commented without taking a position",
            AnswerKind.AskedAndPending => "asked and pending",
            _ => "not recorded whether asked"
        };
        return phrase + (answer.DividedVoice ? ", divided voice" : "");
    }

    public static string Sources(int count) => count == 1 ? "1 source" : $"{count} sources";

    /// <summary>A stance as a verb.</summary>
    public static string Of(Heard heard) => (heard.Kind switch
    {
        StanceKind.ClaimsResponsibility => "claims responsibility",
        StanceKind.NeitherConfirmsNorDenies => "neither confirms nor denies",
        StanceKind.DeclinesToComment => "declines to comment",
        StanceKind.DidNotRespond => "did not respond",
        StanceKind.DidNotRespondByDeadline => "did not respond by deadline",
        StanceKind.CouldNotBeReached => "could not be reached",
        StanceKind.MadeNoOneAvailable => "made no one available",
        null => "asked for comment",
        { } kind => kind.ToString().ToLowerInvariant()
    }) + (heard.Strength == Strength.Flat ? "" : $" ({heard.Strength.ToString().ToLowerInvariant()})");
}
