using AttributionLedger.Basics;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Incidents.Commands;

/// <summary>Puts on record that a story ran, and on what it rests.</summary>
/// <param name="Published">One instant.</param>
/// <param name="RestsOn">The statements that it rests on; null for the reading as of its time.</param>
/// <param name="Clock">By which clock the reading of its time is made: noted for archives, whose statements were recorded long after they were known.</param>
public sealed record RegisterPublication(EntryId Id, string? Headline, string Url, WorldTime Published, Listing<EntryId>? RestsOn, Clock Clock) : IncidentCommand
{
    /// <summary>Statements that a story names. One that rests on more rests on the reading.</summary>
    public const int RestsOnLimit = 200;

    private protected override IEnumerable<IncidentEvent> Facts(Incident? incident, IRecord record) => [new PublicationRegistered(Id, Headline, Url, Published, RestsOn, Clock)];

    private protected override IEnumerable<Rejection> Refusals(Incident incident, IRecord record, DateTimeOffset known) =>
    [
        .. Texts.Id(Id.Value, "id", "a publication"), .. Texts.Name(Headline, "headline"), .. Texts.Address(Url, "url"), .. Taken(record),
        .. AtOneInstant(), .. NotAfterKnown(Published, "published", "The time at which it was published", known), .. Resting(record)
    ];

    private IEnumerable<Rejection> Taken(IRecord record) => record.PublishedAt(Url) is { } earlier && record.Entry(earlier) is { StruckBy: null }
        ? [new("url-taken", "url", $"The story at this address is registered on this incident as {earlier}. Strike that first if it is wrong.")] : [];

    private IEnumerable<Rejection> AtOneInstant() => Published.IsInstant ? [] :
        [new("time-not-instant", "published", "A story runs at a moment: give a date and a time with its offset, such as 2024-04-22T14:05+03:00. A day is not enough, for it has many.")];

    private IEnumerable<Rejection> Resting(IRecord record)
    {
        if (RestsOn is not { } statements) yield break;
        if (statements.Count == 0) yield return new("rests-on-nothing", "restsOn", "Name the statements that it rests on, or leave the field out: then it rests on the reading as of its time.");
        if (statements.Count > RestsOnLimit) yield return new("too-many", "restsOn", $"At most {RestsOnLimit} statements are taken. Leave the field out, and it rests on the reading as of its time.");
        if (statements.Distinct().Count() < statements.Count) yield return new("statement-repeated", "restsOn", "The same statement is named twice.");
        foreach (var rejection in statements.Take(RestsOnLimit).SelectMany((statement, i) => OnRecord(record, statement, EntryKind.Statement, $"restsOn[{i}]"))) yield return rejection;
    }
}
