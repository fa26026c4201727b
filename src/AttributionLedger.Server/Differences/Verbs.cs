using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Differences;

/// <summary>What somebody did, in the past, and before that.</summary>
internal static class Verbs
{
    /// <summary>"denied the act".</summary>
    /// <param name="actor">Whom the claim names, where it names somebody.</param>
    public static string Past(StanceKind? kind, Scope? scope = null, string? actor = null) => kind switch
    {
        StanceKind.Asserts => "said so",
        StanceKind.Confirms => "confirmed it",
        StanceKind.Accuses => actor is null ? "made the accusation" : $"accused {actor}",
        StanceKind.ClaimsResponsibility => "claimed responsibility",
        StanceKind.Acknowledges => "acknowledged it",
        StanceKind.Denies => Denied(scope),
        StanceKind.Dismisses => "dismissed the report",
        StanceKind.NeitherConfirmsNorDenies => "neither confirmed nor denied it",
        StanceKind.DeclinesToComment => "declined to comment",
        StanceKind.DidNotRespond => "did not respond",
        StanceKind.DidNotRespondByDeadline => "did not respond by deadline",
        StanceKind.CouldNotBeReached => "could not be reached",
        StanceKind.MadeNoOneAvailable => "made no one available",
        StanceKind.Comments => "commented without taking a position",
        _ => "was asked for comment"
    };

    /// <summary>"had denied the act".</summary>
    public static string Before(StanceKind? kind, Scope? scope = null, string? actor = null) => kind switch
    {
        StanceKind.DidNotRespond => "had not responded",
        StanceKind.DidNotRespondByDeadline => "had not responded by deadline",
        StanceKind.CouldNotBeReached => "could not be reached",
        StanceKind.NeitherConfirmsNorDenies => "had neither confirmed nor denied it",
        null => "had been asked and had not answered",
        _ => $"had {Past(kind, scope, actor)}"
    };

    private static string Denied(Scope? scope) => scope switch
    {
        null => "denied it (scope not recorded)",
        Scope.Act => "denied the act",
        Scope.Authorship => "denied authorship",
        Scope.AnyInvolvement => "denied any involvement",
        { } part => $"denied in part (the {part.ToString().ToLowerInvariant()})"
    };

    /// <summary>How firmly, where that is not flatly.</summary>
    public static string Firmly(Heard heard) => heard.IsRequest || heard.IsFlat ? "" : $" ({heard.Strength.ToString().ToLowerInvariant()})";
}
