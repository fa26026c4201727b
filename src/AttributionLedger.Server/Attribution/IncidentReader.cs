using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;
using AttributionLedger.Times;
using Marten;

namespace AttributionLedger.Attribution;

/// <summary>What came of reading an incident.</summary>
public abstract record IncidentAnswer
{
    private IncidentAnswer() { }

    /// <param name="Basis">Null where the reading was folded from events: a past moment rests on nothing that changes.</param>
    public sealed record Read(IncidentReading Reading, Register Register, ReadingBasis? Basis = null) : IncidentAnswer;

    /// <summary>The incident is on record, and was not at that moment.</summary>
    /// <param name="Incident">As it was opened: what became of it later is not of that moment either.</param>
    public sealed record NotYetKnown(Incident Incident, AsOf AsOf) : IncidentAnswer;

    public sealed record Refused(Rejection Rejection) : IncidentAnswer;
}

/// <summary>A reading of now, and what it depends on.</summary>
/// <param name="At">UTC, the moment of which it is.</param>
internal sealed record ReadingOfNow(IncidentReading Reading, Register Register, ReadingBasis Basis, DateTimeOffset At);

/// <summary>
/// Reads who stands where on an incident. Now is read from the positions that are kept with each entry; any other moment from
/// the incident's timeline, by the same rules.
/// </summary>
public sealed class IncidentReader(LedgerStore store, KeptTimelines timelines, KeptParties parties, TimeProvider clock)
{
    public async Task<IncidentAnswer> ReadAsync(string id, ReadingRequest request, CancellationToken ct)
    {
        if (request.IsOfNow) return await OfNowAsync(id, request.Audience, ct) is { } now ? new IncidentAnswer.Read(now.Reading, now.Register, now.Basis) : Unknown(id);
        if (await timelines.OfAsync(IncidentId.Of(id), ct) is not { Incident: { } incident } kept) return Unknown(id);
        return request.Moments(incident.Zone, Now(kept.Read(timeline => timeline.End)), out var asOf) is { } refusal
            ? new IncidentAnswer.Refused(refusal)
            : await ReadAsync(kept, incident, asOf, ct);
    }

    private async Task<IncidentAnswer> ReadAsync(KeptTimeline kept, Incident incident, AsOf asOf, CancellationToken ct)
    {
        var positions = kept.Read(timeline => timeline.Positions(asOf));
        var involved = kept.Read(timeline => timeline.Named.ToList()).Concat(SpeakersOf(positions)).Concat(asOf.KnowsMoreThanWasSaid ? kept.Read(timeline => timeline.Speakers.ToList()) : []);
        var register = new Register(await parties.LoadWithAncestorsAsync(involved, ct), asOf.KnownAt, asOf.Clock);
        return kept.Read(timeline => timeline.Reading(positions, register, asOf)) is { } reading
            ? new IncidentAnswer.Read(reading, register)
            : new IncidentAnswer.NotYetKnown(kept.Read(timeline => timeline.Opening)!, asOf);
    }

    private static IncidentAnswer Unknown(string id) => new IncidentAnswer.Refused(Asking.IncidentUnknown(id));

    /// <summary>The moment of an answer that was not refused.</summary>
    public static AsOf Moment(IncidentAnswer answer) => answer switch
    {
        IncidentAnswer.Read read => read.Reading.AsOf,
        IncidentAnswer.NotYetKnown unknown => unknown.AsOf,
        _ => throw new ArgumentException("A refusal has no moment.", nameof(answer))
    };

    /// <summary>The stable shape of an answer that was not refused.</summary>
    public static ReadingShape Shape(IncidentAnswer answer) => answer switch
    {
        IncidentAnswer.Read read => Shaping.Of(read.Reading, read.Register),
        IncidentAnswer.NotYetKnown unknown => Shaping.NotYetKnown(unknown.Incident, unknown.AsOf),
        _ => throw new ArgumentException("A refusal has no shape.", nameof(answer))
    };

    /// <summary>The reading of now with all that it depends on, so that it can be kept; null when there is no such incident.</summary>
    internal async Task<ReadingOfNow?> OfNowAsync(string id, Audience audience, CancellationToken ct)
    {
        await using var session = await store.ReadingOneMomentAsync(ct);
        if (await session.LoadAsync<Incident>(id, ct) is not { } incident) return null;
        var end = (await session.EndsAsync([StreamKeys.Of(IncidentId.Of(id))], ct)).Values.Single();
        var now = Now(end.Recorded);
        return await OfNowAsync(session, incident, end.Version, new AsOf(now, now, Clock.Recorded, audience), ct);
    }

    private static async Task<ReadingOfNow> OfNowAsync(IQuerySession session, Incident incident, long version, AsOf asOf, CancellationToken ct)
    {
        var positions = (await session.Query<PositionRow>().Where(row => row.Incident == incident.Id).ToListAsync(ct)).Select(row => row.Position).ToList();
        var parties = await session.LoadWithAncestorsAsync(PartiesOf(incident, positions), ct);
        var register = new Register(parties, asOf.KnownAt, asOf.Clock);
        var basis = ReadingBasis.Of(StreamKeys.Of(IncidentId.Of(incident.Id)), version, parties, positions, asOf.KnownAt);
        return new(IncidentReading.Of(incident, positions, register, asOf), register, basis, asOf.KnownAt);
    }

    /// <summary>Now, and not before the last entry: the writer's clock may be ahead by the microseconds that keep times apart.</summary>
    private DateTimeOffset Now(DateTimeOffset last) => Microseconds.Of(clock.GetUtcNow()) is var now && last > now ? last : now;

    internal static IEnumerable<PartyId> PartiesOf(Incident incident, IEnumerable<Position> positions) =>
        incident.Claims.SelectMany(claim => new[] { claim.Actor, claim.RaisedByParty }).OfType<PartyId>()
            .Concat(incident.Independence.SelectMany(note => note.Parties))
            .Concat(SpeakersOf(positions));

    private static IEnumerable<PartyId> SpeakersOf(IEnumerable<Position> positions) =>
        positions.SelectMany(position => position.Latest).SelectMany(heard => heard.Jointly.Concat(heard.InTheNameOf).Concat(heard.CountsUnder).Concat(heard.AskedBy).Append(heard.Party));
}
