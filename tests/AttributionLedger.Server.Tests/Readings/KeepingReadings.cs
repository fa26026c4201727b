using System.Buffers;
using System.Text;
using System.Text.Json;
using AttributionLedger.Attribution;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Readings;

/// <summary>What is answered from a reading that was kept is what would be read now.</summary>
public class KeepingReadings(SharedPostgres postgres)
{
    private static readonly DateTimeOffset Later = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Audience.Internal)]
    [InlineData(Audience.Publishable)]
    public async Task are_what_is_read_of_every_incident(Audience audience)
    {
        await using var ledger = await postgres.WithSamplesAsync();
        foreach (var incident in Samples.Incidents)
        {
            var kept = await KeptAsync(ledger.Ledger.KeptReadings, incident, audience);
            (await KeptAsync(ledger.Ledger.KeptReadings, incident, audience)).Text.ShouldBe(kept.Text, "the second time it comes from what was kept");
            var read = await ledger.ReadAsync(incident, new(Audience: audience));
            JsonDocument.Parse(kept.Text).RootElement.GetProperty("asOf").GetProperty("knownAt").GetDateTimeOffset().ShouldBe(Later);
            kept.Text.ShouldBe(JsonSerializer.Serialize(read with { AsOf = read.AsOf with { SaidBy = Later, KnownAt = Later } }, ShapeJson.Options));
        }
    }

    [Fact]
    public async Task follow_what_is_logged_by_this_process_and_by_another()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade")]);
        var readings = ledger.Ledger.KeptReadings;
        var seen = new List<string> { (await KeptAsync(readings, Line.Incident)).Tag };
        foreach (var line in new[] { Line.Says("s2", "harbour"), Line.Of(new { entry = "rename", party = "brigade", name = "The old brigade" }), Line.Of(new { entry = "affiliation", party = "harbour", partOf = "brigade" }) })
        {
            (await LedgerProcess.RunWithAsync(new() { ["LEDGER_CONNECTION"] = ledger.ConnectionString }, Encoding.UTF8.GetBytes(line), "import", "-")).ShouldEndWith(0);
            seen.Add((await KeptAsync(readings, Line.Incident)).Tag);
        }
        seen.Distinct().Count().ShouldBe(seen.Count, "each changed the reading");
        (await KeptAsync(readings, Line.Incident)).Text.ShouldContain("The old brigade");
    }

    [Fact]
    public async Task publishable_do_not_tell_that_something_was_logged_which_they_leave_out()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade")]);
        var (publishable, inner) = (await KeptAsync(ledger.Ledger.KeptReadings, Line.Incident, Audience.Publishable), await KeptAsync(ledger.Ledger.KeptReadings, Line.Incident));
        await ledger.TakeInAsync([Line.Says("s2", "harbour", terms: "deep-background")]);
        (await KeptAsync(ledger.Ledger.KeptReadings, Line.Incident, Audience.Publishable)).ShouldBe(publishable);
        (await KeptAsync(ledger.Ledger.KeptReadings, Line.Incident)).ShouldNotBe(inner);
    }

    [Fact]
    public async Task change_when_an_embargo_ends_though_nothing_is_logged()
    {
        await using var ledger = await postgres.EmptyAsync();
        await ledger.TakeInAsync([.. Line.Scene, Line.Says("s1", "brigade"), Line.Says("s2", "harbour", setting: new { embargo = "2030-06-01T12:00Z" })]);
        var clock = new SetClock { Now = new(2030, 6, 1, 11, 59, 59, TimeSpan.Zero) };
        using var timelines = new KeptTimelines(ledger.Ledger.Store);
        using var parties = new KeptParties(ledger.Ledger.Store);
        using var readings = new KeptReadings(ledger.Ledger.Store, new IncidentReader(ledger.Ledger.Store, timelines, parties, clock), ledger.Ledger.Commits, clock);
        var before = await KeptAsync(readings, Line.Incident, Audience.Publishable);
        (await KeptAsync(readings, Line.Incident, Audience.Publishable)).ShouldBe(before);
        before.Text.ShouldNotContain("The harbour");
        clock.Now = clock.Now.AddSeconds(1);
        (await KeptAsync(readings, Line.Incident, Audience.Publishable)).Text.ShouldContain("The harbour");
    }

    [Fact]
    public async Task there_are_none_of_an_incident_that_is_not_open()
    {
        await using var ledger = await postgres.EmptyAsync();
        (await ledger.Ledger.KeptReadings.OfNowAsync("nowhere", Audience.Internal, CancellationToken.None)).ShouldBeNull();
    }

    private static async Task<(string Tag, string Text)> KeptAsync(KeptReadings readings, string incident, Audience audience = Audience.Internal)
    {
        var kept = (await readings.OfNowAsync(incident, audience, CancellationToken.None)).ShouldNotBeNull();
        var text = new ArrayBufferWriter<byte>();
        kept.WriteTo(text, Later);
        return (kept.Tag, Encoding.UTF8.GetString(text.WrittenSpan));
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
