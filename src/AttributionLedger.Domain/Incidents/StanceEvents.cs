using AttributionLedger.Basics;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents;

/// <summary>The one place where a stance and its event are turned into each other.</summary>
public static class StanceEvents
{
    public static StanceTaken ToEvent(this Stance stance, EntryId statement, Listing<PartyId> by, PartyId? actor) =>
        (stance.Kind switch
        {
            StanceKind.Asserts => new ClaimAsserted(),
            StanceKind.Confirms => new ClaimConfirmed(),
            StanceKind.Accuses => new ActorAccused { Actor = actor ?? default },
            StanceKind.ClaimsResponsibility => new ResponsibilityClaimed { Actor = actor ?? default },
            StanceKind.Acknowledges => new ClaimAcknowledged(),
            StanceKind.Denies => new ClaimDenied { Scope = stance.Scope },
            StanceKind.Dismisses => new ReportDismissed { Ground = stance.Ground },
            StanceKind.NeitherConfirmsNorDenies => new NeitherConfirmedNorDenied { Ground = stance.Ground },
            StanceKind.DeclinesToComment => new CommentDeclined { Ground = stance.Ground },
            StanceKind.DidNotRespond => new RequestNotAnswered(),
            StanceKind.DidNotRespondByDeadline => new DeadlinePassedUnanswered(),
            StanceKind.CouldNotBeReached => new PartyNotReached(),
            StanceKind.MadeNoOneAvailable => new NoOneMadeAvailable { Ground = stance.Ground },
            StanceKind.Comments => (StanceTaken)new CommentMade(),
            _ => throw new InvalidOperationException($"{stance.Kind} has no event.")
        }) with
        {
            Statement = statement, By = by, Claim = stance.Claim, Request = stance.Request, Strength = stance.Strength,
            Qualifier = stance.Qualifier, Verb = stance.Verb, Figures = stance.Figures
        };

    public static Stance ToStance(this StanceTaken taken) =>
        new(taken.Kind(), taken.Claim, taken.Request, taken.Strength, taken.Qualifier, taken.Verb,
            (taken as ClaimDenied)?.Scope, taken.Ground(), taken.Figures);

    public static StanceKind Kind(this StanceTaken taken) => taken switch
    {
        ClaimAsserted => StanceKind.Asserts,
        ClaimConfirmed => StanceKind.Confirms,
        ActorAccused => StanceKind.Accuses,
        ResponsibilityClaimed => StanceKind.ClaimsResponsibility,
        ClaimAcknowledged => StanceKind.Acknowledges,
        ClaimDenied => StanceKind.Denies,
        ReportDismissed => StanceKind.Dismisses,
        NeitherConfirmedNorDenied => StanceKind.NeitherConfirmsNorDenies,
        CommentDeclined => StanceKind.DeclinesToComment,
        RequestNotAnswered => StanceKind.DidNotRespond,
        DeadlinePassedUnanswered => StanceKind.DidNotRespondByDeadline,
        PartyNotReached => StanceKind.CouldNotBeReached,
        NoOneMadeAvailable => StanceKind.MadeNoOneAvailable,
        CommentMade => StanceKind.Comments,
        _ => throw new InvalidOperationException($"{taken.GetType().Name} takes no stance.")
    };

    private static string? Ground(this StanceTaken taken) => taken switch
    {
        ReportDismissed e => e.Ground,
        NeitherConfirmedNorDenied e => e.Ground,
        CommentDeclined e => e.Ground,
        NoOneMadeAvailable e => e.Ground,
        _ => null
    };
}
