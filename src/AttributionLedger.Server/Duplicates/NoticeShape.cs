using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Duplicates;

/// <summary>Two statements that may be one; for the desk only. It tells of them by their ids alone.</summary>
/// <param name="Code">Why they are noticed.</param>
/// <param name="Statement">The later one.</param>
/// <param name="Other">The one that was there.</param>
/// <param name="Why">In a sentence.</param>
/// <param name="Offers">What would settle it, each as an entry that is ready to be logged; the last says that they are two.</param>
public sealed record NoticeShape(Likeness Code, string Statement, string Other, string Why, IReadOnlyList<OfferShape> Offers)
{
    internal static NoticeShape Of(IncidentId incident, Notice notice) =>
        new(notice.Code, notice.Statement.Value, notice.Other.Value, notice.Why, [.. notice.Offers.Select(offer => OfferShape.Of(incident, offer))]);
}

/// <param name="Line">The entry as a line of a sheet.</param>
public sealed record OfferShape(StatementLink Link, string Line)
{
    internal static OfferShape Of(IncidentId incident, Offer offer) => new(offer.Link, LineOf(incident, offer));

    private static string LineOf(IncidentId incident, Offer offer)
    {
        var line = new System.Buffers.ArrayBufferWriter<byte>();
        SheetWriter.Write(line, new SheetEntry.OfIncident(0, incident, new LinkStatement(default, offer.Statement, offer.Other, offer.Link, offer.Reason)), _ => null, zone: null);
        return Encoding.UTF8.GetString(line.WrittenSpan).TrimEnd();
    }
}

/// <param name="Pairs">Statements that may be one, and are neither linked nor found to be two; of each statement that the page looks at, with those before it.</param>
/// <param name="Next">What to ask with for those before; null when there are none. A page may hold no pair and still have a next.</param>
public sealed record DuplicatesShape(string Incident, IReadOnlyList<NoticeShape> Pairs, string? Next);
