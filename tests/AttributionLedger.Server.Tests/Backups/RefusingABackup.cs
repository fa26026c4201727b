using System.Text;
using AttributionLedger.Backups;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Backups;

/// <summary>A whole backup, and a ledger that holds nothing and is to stay so.</summary>
public sealed class WholeBackup(SharedPostgres postgres) : IAsyncLifetime
{
    public TestLedger Empty { get; private set; } = null!;
    public byte[] Bytes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Empty = await postgres.EmptyAsync();
        await using var source = await postgres.EmptyAsync();
        await source.TakeInAsync([.. Line.Scene, .. Enumerable.Range(1, 20).Select(i => Line.Says($"s{i}", i % 2 == 0 ? "brigade" : "harbour"))]);
        Bytes = await source.BackUpAsync();
    }

    public ValueTask DisposeAsync() => Empty.DisposeAsync();
}

/// <summary>A file that is not what backup wrote is refused before anything is written.</summary>
public class RefusingABackup(SharedPostgres postgres, WholeBackup backup) : IClassFixture<WholeBackup>
{
    private readonly byte[] whole = backup.Bytes;
    private readonly string[] lines = BackedUp.Lines(backup.Bytes);

    public static TheoryData<string, string> Damages => new()
    {
        { "a field that is not there", "backup-damaged" }, { "a field that is strange", "backup-damaged" }, { "a field twice", "backup-damaged" },
        { "the last line missing", "backup-cut" }, { "two last lines", "backup-damaged" }, { "a line behind the last", "backup-damaged" }, { "another checksum", "backup-damaged" }, { "other words", "backup-damaged" },
        { "an event missing", "backup-disordered" }, { "an event twice", "backup-disordered" }, { "two events in each other's place", "backup-disordered" }, { "the last event missing", "backup-disordered" },
        { "a stream missing", "backup-disordered" }, { "a stream twice", "backup-disordered" }, { "a stream behind the events", "backup-disordered" }, { "a stream of another kind", "backup-disordered" }, { "a version of none", "backup-disordered" },
        { "an unknown kind", "backup-kind-unknown" }, { "an unknown event", "backup-event-unknown" }, { "a party's event in an incident", "backup-event-unknown" }, { "a body that no event has", "backup-unreadable" },
        { "a newer format", "backup-newer" }, { "an older format", "backup-not-a-backup" }, { "two headers", "backup-damaged" }, { "no header", "backup-not-a-backup" },
        { "nothing", "backup-not-a-backup" }, { "nothing, compressed", "backup-not-a-backup" }, { "a sheet", "backup-not-a-backup" }, { "a sheet, compressed", "backup-not-a-backup" }, { "no JSON, compressed", "backup-not-a-backup" },
        { "a byte behind it", "backup-damaged" }, { "itself behind it", "backup-damaged" }, { "a line without end", "backup-cut" }, { "a line too long", "backup-damaged" }
    };

    [Theory, MemberData(nameof(Damages))]
    public async Task that_has(string damage, string code)
    {
        var damaged = Damaged(damage);
        damaged.ShouldNotBe(whole);
        await ShouldBeRefusedAsync(damaged, [code], damage);
        (await backup.Empty.Database.ViewsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task stands_in_the_way_of_no_whole_one()
    {
        await using var ledger = await postgres.EmptyAsync();
        foreach (var damage in new[] { "a body that no event has", "another checksum" })
            await Should.ThrowAsync<BackupException>(() => ledger.RestoreAsync(Damaged(damage)));
        (await ledger.RestoreAsync(whole)).Verification.Differences.ShouldBeEmpty();
        await ledger.TakeInAsync([Line.Says("s21", "brigade")]);
        await ledger.ShouldVerifyAsync();
    }

    [Fact]
    public async Task that_was_cut_anywhere()
    {
        for (var length = 0; length < whole.Length; length += length < 40 || length > whole.Length - 40 ? 1 : 97)
            await ShouldBeRefusedAsync(whole[..length], length < 2 ? ["backup-not-a-backup"] : ["backup-cut", "backup-damaged", "backup-not-a-backup"], $"cut at {length} of {whole.Length}");
    }

    [Fact]
    public async Task of_which_a_byte_was_changed()
    {
        // What stands in the first ten bytes behind the first two says nothing about the content.
        for (var at = 10; at < whole.Length; at += at > whole.Length - 20 ? 1 : 61)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x10;
            await ShouldBeRefusedAsync(changed, ["backup-damaged", "backup-cut", "backup-not-a-backup", "backup-kind-unknown", "backup-disordered", "backup-event-unknown"], $"changed at {at} of {whole.Length}");
        }
    }

    private byte[] Damaged(string how)
    {
        var before = lines[..^1].ToList();
        var events = before.FindIndex(line => line.StartsWith("{\"kind\":\"event\"", StringComparison.Ordinal));
        List<string> With(int at, Func<string, string> change) => [.. before[..at], change(before[at]), .. before[(at + 1)..]];
        List<string> Without(int at) => [.. before[..at], .. before[(at + 1)..]];
        List<string> Twice(int at) => [.. before[..at], before[at], .. before[at..]];
        return how switch
        {
            "a field that is not there" => BackedUp.Signed(With(events, line => line.Replace("\"version\":1,", "", StringComparison.Ordinal))),
            "a field that is strange" => BackedUp.Signed(With(events, line => line.Replace("\"version\":1,", "\"version\":1,\"mood\":1,", StringComparison.Ordinal))),
            "a field twice" => BackedUp.Signed(With(events, line => line.Replace("\"version\":1,", "\"version\":1,\"version\":1,", StringComparison.Ordinal))),
            "the last line missing" => BackedUp.Packed(before),
            "two last lines" => BackedUp.Packed([.. lines, lines[^1]]),
            "a line behind the last" => BackedUp.Packed([.. lines, before[^1]]),
            "another checksum" => BackedUp.Packed([.. before, lines[^1].Replace("\"sha256\":\"", "\"sha256\":\"0", StringComparison.Ordinal)]),
            "other words" => BackedUp.Packed([.. before[..^2], before[^2].Replace("The words of", "The wards of", StringComparison.Ordinal), before[^1], lines[^1]]),
            "an event missing" => BackedUp.Signed(Without(before.Count - 5)),
            "an event twice" => BackedUp.Signed(Twice(before.Count - 5)),
            "two events in each other's place" => BackedUp.Signed([.. before[..^2], before[^1], before[^2]]),
            "the last event missing" => BackedUp.Signed(Without(before.Count - 1)),
            "a stream missing" => BackedUp.Signed(Without(1)),
            "a stream twice" => BackedUp.Signed(Twice(1)),
            "a stream behind the events" => BackedUp.Signed([.. before, before[1].Replace("quay", "other", StringComparison.Ordinal)]),
            "a stream of another kind" => BackedUp.Signed([.. before[..2], before[1].Replace("incident/quay", "diary/quay", StringComparison.Ordinal), .. before[2..]]),
            "a version of none" => BackedUp.Signed([.. before[..2], before[1].Replace("quay", "other", StringComparison.Ordinal), .. before[2..]]),
            "an unknown kind" => BackedUp.Signed([.. before[..2], """{"kind":"vault","text":"?"}""", .. before[2..]]),
            "an unknown event" => BackedUp.Signed(With(events, line => line.Replace("party_registered", "party_dissolved", StringComparison.Ordinal))),
            "a party's event in an incident" => BackedUp.Signed(With(before.Count - 1, line => line.Replace("claim_asserted", "party_renamed", StringComparison.Ordinal))),
            "a body that no event has" => BackedUp.Signed(With(events, line => line[..line.IndexOf("\"body\"", StringComparison.Ordinal)] + "\"body\":[]}")),
            "a newer format" => BackedUp.Signed(["""{"kind":"ledger-backup","format":2,"made":"2030-01-01T00:00:00+00:00","by":"9","sealed":true}""", .. before[1..]]),
            "an older format" => BackedUp.Signed(["""{"kind":"ledger-backup","format":0,"made":"2020-01-01T00:00:00+00:00","by":"0"}""", .. before[1..]]),
            "two headers" => BackedUp.Signed(Twice(0)),
            "no header" => BackedUp.Signed(Without(0)),
            "nothing" => [],
            "nothing, compressed" => BackedUp.Packed([]),
            "a sheet" => Encoding.UTF8.GetBytes(string.Join('\n', Line.Scene)),
            "a sheet, compressed" => BackedUp.Packed(Line.Scene),
            "no JSON, compressed" => BackedUp.Packed(["# Notes", "of somebody"]),
            "a byte behind it" => [.. whole, 0],
            "itself behind it" => [.. whole, .. whole],
            "a line without end" => BackedUp.Packed(string.Join('\n', before) + "\n{\"kind\":\"event\""),
            "a line too long" => BackedUp.Signed([.. before[..2], new string(' ', BackupFormat.LineLimit + 1), .. before[2..]]),
            _ => throw new ArgumentOutOfRangeException(nameof(how))
        };
    }

    private async Task ShouldBeRefusedAsync(byte[] damaged, string[] codes, string damage)
    {
        var refused = await Should.ThrowAsync<BackupException>(() => backup.Empty.RestoreAsync(damaged), damage);
        codes.ShouldContain(refused.Code, $"{damage}: {refused.Message}");
        (await backup.Empty.Database.EventsAsync()).ShouldBe(0, damage);
    }
}
