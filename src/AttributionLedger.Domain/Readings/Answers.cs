using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Readings;

/// <summary>The rules of what a party answers.</summary>
public static class Answers
{
    /// <summary>
    /// The answer of a voice. Its latest substantive stance counts; silence is shown beside it and never displaces it.
    /// Without one, its latest refusal or silence is the answer; then a comment that answers a request, a request that is
    /// pending, and nothing on record. A denial, a refusal or silence accuses nobody.
    /// </summary>
    /// <param name="positions">The voice's flat positions on the claims that name the actor.</param>
    /// <param name="rest">What else the voice said: silence, comments and requests, on those claims or on the incident as a whole.</param>
    public static Answer Of(IEnumerable<Heard> positions, IEnumerable<Heard> rest)
    {
        var all = positions.Where(heard => !heard.Retracted).ToList();
        // A statement that the desk marked as settling the voice stands for all that was known by then; who speaks later speaks anew.
        if (all.Where(heard => heard.SettledAt is not null).MaxBy(heard => heard.SettledAt) is { } settling)
            all = all.Where(heard => heard == settling || heard.Known > settling.SettledAt).ToList();
        var spoken = all.LatestOfEachVoice().ToList();
        var others = rest.Where(heard => !heard.Retracted && heard is { IsVerified: true, IsFlat: true }).OrderBy(heard => heard.Order).ToList();
        var silences = others.Where(heard => heard.Kind?.IsSilence() ?? false).ToListing();
        var comments = others.Where(heard => heard.Kind == StanceKind.Comments).ToListing();
        var asked = others.LastOrDefault(heard => heard.IsRequest);
        var pending = asked is not null && !others.Concat(spoken).Any(heard => !heard.IsRequest && (heard.Request == asked.Entry || heard.Order.CompareTo(asked.Order) > 0)) ? asked : null;

        if (spoken.MaxBy(heard => heard.Order) is { } latest)
        {
            var opposed = Opposed(latest, spoken);
            return new(Substantive(latest), latest, [.. silences, .. comments], pending, opposed.Count > 0, opposed);
        }
        if (silences.LastOrDefault() is { } silence)
            return new(Silent(silence.Kind!.Value), silence, [.. silences.Where(s => s != silence), .. comments], pending, false, []);
        if (pending is null && comments.LastOrDefault(c => c.Request is not null || c.AskedBy.Count > 0 || (asked is not null && c.Order.CompareTo(asked.Order) > 0)) is { } comment)
            return new(AnswerKind.CommentedWithoutPosition, comment, comments, null, false, []);
        return pending is not null
            ? new(AnswerKind.AskedAndPending, null, comments, pending, false, [])
            : new(AnswerKind.NotRecordedWhetherAsked, null, comments, null, false, []);
    }

    /// <summary>An own-voice <em>asserts</em> reads as a claim; <em>confirms</em>, or an accusation of its own principal, as an acknowledgement.</summary>
    public static AnswerKind Substantive(Heard heard) => heard.Kind switch
    {
        StanceKind.ClaimsResponsibility or StanceKind.Asserts => AnswerKind.Claims,
        StanceKind.Denies => heard.DeniesResponsibility ? AnswerKind.Denies : AnswerKind.DeniesInPart,
        _ => AnswerKind.Acknowledges
    };

    private static AnswerKind Silent(StanceKind kind) => kind switch
    {
        StanceKind.Dismisses => AnswerKind.Dismisses,
        StanceKind.NeitherConfirmsNorDenies => AnswerKind.NeitherConfirmsNorDenies,
        StanceKind.DeclinesToComment => AnswerKind.DeclinedToComment,
        StanceKind.DidNotRespond => AnswerKind.DidNotRespond,
        StanceKind.DidNotRespondByDeadline => AnswerKind.DidNotRespondByDeadline,
        StanceKind.CouldNotBeReached => AnswerKind.CouldNotBeReached,
        _ => AnswerKind.MadeNoOneAvailable
    };

    // Another speaker of the same voice still says the opposite.
    private static Listing<Heard> Opposed(Heard latest, IReadOnlyList<Heard> spoken) => spoken
        .Where(heard => heard.Party != latest.Party && heard.Entry != latest.Entry)
        .Where(heard => latest.IsAffirmative ? heard.DeniesResponsibility : latest.DeniesResponsibility && heard.IsAffirmative)
        .ToListing();
}
