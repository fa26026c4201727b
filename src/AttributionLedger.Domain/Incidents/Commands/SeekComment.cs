using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Puts on record that a party was asked for comment, so that its silence can be told from never having been asked.</summary>
/// <param name="Of">Who was asked.</param>
/// <param name="Claim">What about; null when about the incident as a whole.</param>
public sealed record SeekComment(EntryId Id, PartyId Of, Listing<PartyId> By, ClaimId? Claim, WorldTime Asked, WorldTime? Deadline, string? Medium) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) =>
        [new CommentSought(Id, Of, By, Claim, Asked, Deadline, Medium)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "a request for comment"), .. Known(record, Of, "of"), .. By.SelectMany(by => Known(record, by, "by")),
        .. Framed(incident, Claim, "claim"), .. NotAfterKnown(Asked, "asked", "The time at which it was asked", known), .. Texts.Name(Medium, "medium"),
        .. Deadline?.Latest < Asked.Earliest ? [new Rejection("deadline-before-request", "deadline", "The deadline lies before the request.")] : Array.Empty<Rejection>(),
        // A request that names an unnamed source would say in public that there is one.
        .. record.Party(Of)?.Kind == PartyKind.Unnamed ? [new Rejection("request-of-unnamed", "of", "Comment is sought from a party that can be named; a request to an unnamed source would give it away.")] : Array.Empty<Rejection>()
    ];
}
