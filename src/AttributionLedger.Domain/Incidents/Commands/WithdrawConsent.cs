using AttributionLedger.Basics;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>The source takes back its consent: the publishable reading omits the statement at every known time from now on.</summary>
public sealed record WithdrawConsent(EntryId Id, EntryId Statement, string Reason) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new ConsentWithdrawn(Id, Statement, Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
        [.. Texts.Id(Id.Value, "id", "an entry"), .. OnRecord(record, Statement, EntryKind.Statement, "statement"), .. Texts.Line(Reason, "reason"), .. Already(record)];

    private IEnumerable<Rejection> Already(IRecord record)
    {
        if (record.Entry(Statement)?.WithdrawnBy is { } by) yield return new("already-withdrawn", "statement", $"Consent to it was withdrawn before, by {by}.");
        // At moments before they were linked, each is read by itself.
        if (record.StandsFor(record.Entry(Statement)).FirstOrDefault(tie => record.Entry(tie.With) is { WithdrawnBy: null }) is { } tie)
            yield return new("consent-of-the-same", "statement", $"{tie.With} is linked as the same by {tie.Link}, and was read by itself before that. Withdraw consent to {tie.With} first, so that neither is published of any moment.");
    }
}
