using System.Diagnostics;
using System.Text.Json;

namespace AttributionLedger.Benchmarks.Ours;

/// <summary>The views that follow behind.</summary>
internal static class Views
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Waits until the server says that they are up to date, so that they do not catch up at the next arm's expense.</summary>
    public static async Task SettleAsync(Uri server)
    {
        using var client = new HttpClient { BaseAddress = server };
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < Limit; await Task.Delay(50))
        {
            using var ready = JsonDocument.Parse(await client.GetStringAsync("/health/ready"));
            if (!ready.RootElement.TryGetProperty("viewsBehind", out var behind) || behind.ValueKind != JsonValueKind.Number || behind.GetInt64() == 0) return;
        }
        throw new TimeoutException("The views do not catch up.");
    }
}
