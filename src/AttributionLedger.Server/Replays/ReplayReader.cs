using System.Runtime.CompilerServices;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Pages;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Times;

namespace AttributionLedger.Replays;

/// <summary>
/// Replays an incident, a reading after everything that may change one. A replay holds the incident's timeline, which others
/// share, and the frame that is being sent; so it takes no more memory the longer it goes on.
/// </summary>
public sealed class ReplayReader(KeptTimelines timelines, KeptParties parties, TimeProvider clock)
{
    public async Task<ReplayAnswer> ReadAsync(string id, ReplayRequest request, CancellationToken ct)
    {
        // What was recorded can be shown from the first page of events on; what was noted or said is in order only once all are
        // there, and so is what may be published, where anything bears on that of an earlier moment.
        var isInOrder = request is { Along: Course.Known, From: null, After: null, At.Clock: Clock.Recorded }
            && (request.At.Audience == Audience.Internal || !await timelines.IsNarrowedAsync(IncidentId.Of(id), ct));
        var kept = await (isInOrder ? timelines.BeginningOfAsync(IncidentId.Of(id), ct) : timelines.OfAsync(IncidentId.Of(id), ct));
        if (kept?.Incident is not { } incident) return new ReplayAnswer.Refused(Asking.IncidentUnknown(id));
        var now = Microseconds.Of(clock.GetUtcNow());
        if (request.Stretch(incident.Zone, now, out var stretch) is { } refusal) return new ReplayAnswer.Refused(refusal);
        var turns = isInOrder ? RecordedAsync(kept, stretch, ct) : PreparedAsync(kept, request.Along, stretch, ct);
        return new ReplayAnswer.Begun(incident.Zone, FramesAsync(kept, request, stretch, turns, ct));
    }

    private async IAsyncEnumerable<ReplayFrameShape> FramesAsync(
        KeptTimeline kept, ReplayRequest request, Stretch stretch, IAsyncEnumerable<DateTimeOffset> turns, [EnumeratorCancellation] CancellationToken ct)
    {
        var after = request.After is { } last ? FrameId.Read(last, request.Along) : null;
        var cast = new Cast(parties, kept);
        (IncidentReading? Reading, ReadingShape Shape)? before = after is { } seen ? await AtAsync(seen) : null;
        if (after is null && stretch.From is { } from)
        {
            before = await AtAsync(from);
            yield return new(FrameId.Of(request.Along, from), from, false, before.Value.Shape);
        }
        await foreach (var turn in turns.WithCancellation(ct))
        {
            ct.ThrowIfCancellationRequested();
            if (turn <= stretch.From || turn <= after) continue;
            if (turn > stretch.To) yield break;
            before ??= await AtAsync(turn.AddMicroseconds(-1));
            var next = await AtAsync(turn);
            var changed = !SaysTheSame(before.Value, next, stretch.At.Audience);
            before = next;
            // In public not even that there was something is told where it does not show.
            if (changed || stretch.At.Audience == Audience.Internal) yield return new(FrameId.Of(request.Along, turn), turn, changed, next.Shape);
        }

        async Task<(IncidentReading? Reading, ReadingShape Shape)> AtAsync(DateTimeOffset moment)
        {
            var asOf = request.Along == Course.Known ? stretch.At with { KnownAt = moment, SaidBy = request.At.SaidBy is null ? moment : stretch.At.SaidBy } : stretch.At with { SaidBy = moment };
            var register = await cast.RegisterAsync(asOf, ct);
            var reading = kept.Read(timeline => timeline.Reading(timeline.Positions(asOf), register, asOf));
            return (reading, reading is null ? Shaping.NotYetKnown(kept.Read(timeline => timeline.Opening)!, asOf) : Shaping.Of(reading, register));
        }
    }

    private static bool SaysTheSame((IncidentReading? Reading, ReadingShape Shape) one, (IncidentReading? Reading, ReadingShape Shape) other, Audience audience) =>
        audience == Audience.Internal ? one.Reading is null ? other.Reading is null : other.Reading is not null && one.Reading with { AsOf = other.Reading.AsOf } == other.Reading
            : one.Shape.Digest() == other.Shape.Digest();

    /// <summary>When something was recorded, as far as that is loaded; the rest is while the frames are sent.</summary>
    private async IAsyncEnumerable<DateTimeOffset> RecordedAsync(KeptTimeline kept, Stretch stretch, [EnumeratorCancellation] CancellationToken ct)
    {
        var next = 0;
        DateTimeOffset? last = null;
        for (var isWhole = false; ; isWhole = await timelines.MoreOfAsync(kept, ct))
        {
            var (recordings, involved) = kept.Read(timeline => (timeline.Recordings.Skip(next).ToList(), Cast.Involved(timeline)));
            // The rest of the last entry may be on the next page.
            if (!isWhole && recordings.Count > 0) recordings.RemoveAt(recordings.Count - 1);
            if (recordings.Count > 0)
            {
                var (from, to) = (last ?? recordings[0], isWhole ? DateTimeOffset.MaxValue : recordings[^1]);
                foreach (var turn in recordings.Concat((await Cast.TurnsAsync(parties, involved, stretch.At.Clock, ct)).Where(turn => turn > from && turn < to)).Distinct().Order()) yield return turn;
                next += recordings.Count;
                last = recordings[^1];
            }
            if (isWhole) yield break;
        }
    }

    private async IAsyncEnumerable<DateTimeOffset> PreparedAsync(KeptTimeline kept, Course along, Stretch stretch, [EnumeratorCancellation] CancellationToken ct)
    {
        if (along == Course.Said)
        {
            foreach (var turn in kept.Read(timeline => timeline.SaidTurns(stretch.At.Clock))) yield return turn;
            yield break;
        }
        foreach (var turn in await new Cast(parties, kept).KnownTurnsAsync(stretch.At.Clock, ct)) yield return turn;
    }
}
