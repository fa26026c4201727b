using System.Text.Json;
using AttributionLedger.Attribution;
using AttributionLedger.Readings;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Support;

internal static class SameReading
{
    /// <summary>What is read of now from the positions that are kept is what the events fold to, for both audiences and every incident.</summary>
    public static async Task ShouldReadTheSameFromPositionsAndFromEventsAsync(this TestLedger ledger)
    {
        var incidents = await ledger.Database.ListAsync("select id from ledger.mt_doc_incident");
        foreach (var incident in incidents)
            foreach (var audience in Enum.GetValues<Audience>())
            {
                var now = await ledger.ReadAsync(incident, new(Audience: audience));
                // Whoever asks for a moment is answered from the events, also when the moment is now.
                var folded = await ledger.ReadAsync(incident, new(KnownAt: now.AsOf.KnownAt.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ"), Audience: audience));
                Text(folded).ShouldBe(Text(now), $"{incident}, {audience}");
            }
    }

    /// <summary>A reading as programs get it, without the moment that it is of.</summary>
    public static string Text(ReadingShape reading) =>
        JsonSerializer.Serialize(reading with { AsOf = new(default, default, default, reading.AsOf.Reading) }, ShapeJson.Options);
}
