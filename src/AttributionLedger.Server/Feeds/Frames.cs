using System.Text;
using System.Text.Json;
using AttributionLedger.Store;

namespace AttributionLedger.Feeds;

/// <summary>
/// Server-sent events as they go over the wire: written once, and the same bytes for all who follow. The framework writes
/// each event for each client anew, and has no comments, which a client that hears nothing needs.
/// </summary>
internal static class Frames
{
    /// <summary>A comment: clients skip it.</summary>
    public static readonly byte[] Heartbeat = ":\n\n"u8.ToArray();

    /// <param name="id">What the client repeats as <c>Last-Event-ID</c>; null where it must go on to repeat the one before.</param>
    public static byte[] Event(string name, string? id, object data) =>
        Encoding.UTF8.GetBytes($"event: {name}\n{(id is null ? "" : $"id: {id}\n")}data: {JsonSerializer.Serialize(data, data.GetType(), ShapeJson.Options)}\n\n");

    /// <summary>
    /// What a feed begins with: when to come again, and the place from which it goes on. A client takes up that place although no
    /// event comes with it, so it misses nothing if it is cut off before the first.
    /// </summary>
    public static byte[] Opening(TimeSpan retry, string? id) => Encoding.UTF8.GetBytes($"retry: {retry.TotalMilliseconds:F0}\n{(id is null ? "" : $"id: {id}\n")}\n");
}
