using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Store;

namespace AttributionLedger.Feeds;

/// <param name="Digest">Of all that may be read; the same as the id of the event.</param>
/// <param name="Phrase">The status in words.</param>
public sealed record ReadingChangedShape(string Incident, string Digest, StatusKind? Status, string? Phrase);

/// <param name="Parties">The streams of the parties that it rests on.</param>
internal sealed record ReadingSnapshot(string Digest, byte[] Whole, DateTimeOffset? NextEmbargo, IReadOnlyList<string> Parties) : Snapshot(Digest, Whole, NextEmbargo);

/// <summary>The publishable reading of an incident: told when it reads differently, and never for what it does not show.</summary>
internal sealed class ReadingChanges(string incident, FeedSources sources) : Snapshots<ReadingSnapshot>(kept: 1)
{
    private readonly string stream = StreamKeys.Of(IncidentId.Of(incident));
    private IReadOnlyDictionary<string, long> seen = new Dictionary<string, long>();
    private volatile IReadOnlyList<string> parties = [];

    public override IEnumerable<string> Streams => parties.Append(stream);

    protected override async Task<ReadingSnapshot?> ReadAsync(CancellationToken ct)
    {
        if (await sources.ReadingAsync(incident, Audience.Publishable, ct) is not IncidentAnswer.Read answer) return null;
        var shape = IncidentReader.Shape(answer);
        var digest = shape.Digest();
        parties = [.. answer.Basis!.Streams.Keys.Where(key => key != stream)];
        return new(digest, Frames.Event("reading", digest, new ReadingChangedShape(incident, digest, shape.Status?.Status, shape.Status?.Phrase)), answer.Basis.NextEmbargo, parties);
    }

    protected override bool MayHaveChanged(Growth growth) => Streams.Any(key => growth.Of(key) != seen.GetValueOrDefault(key));

    protected override void Noted(Growth growth) => seen = growth.Versions;

    protected override byte[] Difference(ReadingSnapshot before, ReadingSnapshot after) => after.Whole;

    protected override Opening Unknown() => new Opening.Refused(new("incident-unknown", "incident", "No such incident is on record. The board lists those that are."));
}
