using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AttributionLedger.Backups;
using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Backups;

/// <summary>Backups in memory, and what somebody may do to them.</summary>
internal static class BackedUp
{
    public static async Task<byte[]> BackUpAsync(this TestLedger ledger)
    {
        var target = new MemoryStream();
        await ledger.Ledger.Backup.WriteAsync(target, new Silence<long>(), CancellationToken.None);
        return target.ToArray();
    }

    public static async Task<RestoreReport> RestoreAsync(this TestLedger ledger, byte[] backup, IProgress<RestoreProgress>? progress = null, CancellationToken ct = default)
    {
        await using var file = await WholeFile.SpoolAsync(new MemoryStream(backup), CancellationToken.None);
        return await ledger.Ledger.Restore.RunAsync(file, progress ?? new Silence<RestoreProgress>(), ct);
    }

    /// <summary>Another ledger that holds what the first one holds.</summary>
    public static async Task<TestLedger> RestoredAsync(this SharedPostgres postgres, TestLedger source)
    {
        var restored = await postgres.EmptyAsync();
        (await restored.RestoreAsync(await source.BackUpAsync())).Verification.Differences.ShouldBeEmpty();
        return restored;
    }

    public static string[] Lines(byte[] backup)
    {
        using var plain = new StreamReader(new GZipStream(new MemoryStream(backup), CompressionMode.Decompress));
        return plain.ReadToEnd().TrimEnd('\n').Split('\n');
    }

    /// <summary>The lines with a last one that fits them, as somebody would write it who knows the format.</summary>
    public static byte[] Signed(IEnumerable<string> lines)
    {
        var before = lines.ToList();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(before.Select(line => line + "\n")))));
        int Count(string kind) => before.Count(line => line.StartsWith($"{{\"kind\":\"{kind}\"", StringComparison.Ordinal));
        return Packed([.. before, $$"""{"kind":"end","streams":{{Count("stream")}},"events":{{Count("event")}},"sha256":"{{sha256}}"}"""]);
    }

    public static byte[] Packed(IEnumerable<string> lines) => Packed(string.Concat(lines.Select(line => line + "\n")));

    public static byte[] Packed(string text)
    {
        var target = new MemoryStream();
        using (var packed = new GZipStream(target, CompressionLevel.Fastest))
            packed.Write(Encoding.UTF8.GetBytes(text));
        return target.ToArray();
    }
}
