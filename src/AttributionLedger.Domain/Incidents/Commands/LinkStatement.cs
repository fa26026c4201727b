using AttributionLedger.Basics;
using AttributionLedger.Parties;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Says how a statement belongs together with another of its incident: it repeats it, is the same, or is neither.</summary>
/// <param name="Statement">The one that is linked, and steps behind the other unless they are not the same.</param>
/// <param name="Other">The one that it is linked to, which stays as it is.</param>
public sealed record LinkStatement(EntryId Id, EntryId Statement, EntryId Other, StatementLink Link, string Reason) : IncidentCommand
{
    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) =>
        [new StatementLinked(Id, Statement, Other, Link, Link == StatementLink.RelayOf && record.Entry(Other) is { Kind: EntryKind.Statement } first ? first.CountsUnder ?? first.By : [], Reason)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known)
    {
        Listing<Rejection> unsound =
        [
            .. Texts.Id(Id.Value, "id", "an entry"), .. Texts.Line(Reason, "reason"),
            .. OnRecord(record, Statement, EntryKind.Statement, "statement"), .. OnRecord(record, Other, EntryKind.Statement, "other"),
            .. Statement == Other ? [new Rejection("link-to-itself", "other", "A statement is not linked to itself. Name the other one.")] : Array.Empty<Rejection>()
        ];
        return unsound.Count > 0 || record.Entry(Statement) is not { } linked || record.Entry(Other) is not { } other ? unsound : [.. Repeated(record, linked, other), .. Chained(record, linked, other), .. Unfit(record, linked, other), .. Hidden(linked, other), .. Consented(linked, other)];
    }

    private IEnumerable<Rejection> Repeated(IRecord record, LoggedEntry linked, LoggedEntry other)
    {
        if (linked.Ties?.Count >= Ties.Limit || other.Ties?.Count >= Ties.Limit)
            yield return new("too-many", null, $"A statement takes at most {Ties.Limit} links.");
        if (record.TiesOf(linked).FirstOrDefault(tie => tie.With == Other) is { } pair)
            yield return new("already-linked", "other", $"The two are linked by {pair.Link}. Strike that first if it is wrong.");
        else if (Link == StatementLink.RelayOf && linked.RelayOf == Other)
            yield return new("already-linked", "other", $"{Statement} was logged as repeating {Other}.");
        else if (Link != StatementLink.NotSame && record.BehindAnother(linked) is { } behind)
            yield return new("already-linked", "statement", $"{Statement} is linked to {behind.With} by {behind.Link}. Strike that first if it is wrong.");
    }

    // So that no circle closes, and whoever is counted under somebody is counted under the first.
    private IEnumerable<Rejection> Chained(IRecord record, LoggedEntry linked, LoggedEntry other)
    {
        if (Link == StatementLink.NotSame) yield break;
        if (record.BehindAnother(other) is { } behind)
            yield return new("link-not-to-first", "other", $"{Other} is itself linked to {behind.With}. Link to that one, which stands for it.");
        else if (other.RelayOf is { } original && (Link == StatementLink.RelayOf || original == Statement))
            yield return new("link-not-to-first", "other", $"{Other} itself repeats {original}. Link to that one, which was first.");
        if (Link == StatementLink.RelayOf && record.TiesOf(linked).FirstOrDefault(tie => tie is { IsOther: true, How: StatementLink.RelayOf }) is { } relay)
            yield return new("link-not-to-first", "statement", $"{relay.With} is linked to {Statement} as repeating it. Strike {relay.Link}, and link both to the first.");
    }

    private IEnumerable<Rejection> Unfit(IRecord record, LoggedEntry linked, LoggedEntry other)
    {
        var isOfSameSpeakers = SameSpeakers.Are(record, linked.By, other.By) && SameSpeakers.Are(record, Channel(linked), Channel(other));
        if (Link == StatementLink.SameAs && !isOfSameSpeakers)
            yield return new("link-does-not-fit", "link", "One act of speech has the same speakers, and these two have others. Where one repeats the other, link it as relay-of.");
        if (Link == StatementLink.RelayOf && isOfSameSpeakers)
            yield return new("link-does-not-fit", "link", "Nobody repeats its own words as another's. Where these are one act of speech, link them as same-as.");
    }

    // What was done to the linked one would be gone from the readings with it.
    private IEnumerable<Rejection> Hidden(LoggedEntry linked, LoggedEntry other)
    {
        if (Link != StatementLink.SameAs) yield break;
        if (linked.RetractedBy is { } retraction && other.RetractedBy is null)
            yield return new("link-hides-reversal", "statement", $"{Statement} was retracted, by {retraction}, and {Other} was not. Log the retraction of {Other} first, or link {Other} to {Statement}.");
        if (linked.WithdrawnBy is { } withdrawal && other.WithdrawnBy is null)
            yield return new("link-hides-reversal", "statement", $"Consent to {Statement} was withdrawn, by {withdrawal}, and to {Other} it was not. Log that of {Other} first, or link {Other} to {Statement}.");
    }

    // The linked one was read by itself before, and of one act of speech consent is withdrawn for every moment.
    private IEnumerable<Rejection> Consented(LoggedEntry linked, LoggedEntry other)
    {
        if (Link == StatementLink.SameAs && other.WithdrawnBy is { } withdrawal && linked.WithdrawnBy is null)
            yield return new("consent-of-the-same", "other", $"Consent to {Other} was withdrawn, by {withdrawal}, and {Statement} would be read by itself as of the time before the two were linked. Withdraw consent to {Statement} first.");
    }

    private static Listing<PartyId> Channel(LoggedEntry entry) => entry.Channel is { } channel ? [channel] : [];
}
