using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Store;
using Marten;

namespace AttributionLedger.Views;

/// <summary>
/// Reads the views of one incident as if they did not follow behind: what the projection has not come to is taken from the
/// last events of the incident, in the same snapshot. So a reporter sees her own entry, and nobody sees what lost its consent
/// a moment ago.
/// </summary>
public sealed class Completion(LedgerStore store, Following following)
{
    /// <summary>
    /// Events that are completed by hand. A server is a few behind; who is further behind takes in a sheet, and then it is
    /// cheaper to wait for the projection than to do its work in every request.
    /// </summary>
    internal const int TailLimit = 300;

    /// <summary>Snapshots that are tried while somebody logs faster than the projection follows.</summary>
    private const int Attempts = 3;

    /// <param name="read">Reads the rows, and puts those of the tail in their place.</param>
    /// <exception cref="TimeoutException">The views are far behind, and whoever keeps them does not catch up.</exception>
    internal async Task<T> ReadAsync<T>(string incident, Func<IDocumentSession, Stepping, Task<T>> read, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await using (var session = await store.ReadingOneMomentAsync(ct))
                if (await TailAsync(session, StreamKeys.Of(IncidentId.Of(incident)), ct) is { } tail)
                    return await read(session, tail.Count == 0 ? Stepping.None : await Stepping.AfterAsync(session, incident, tail, ct));
            await following.ArriveAsync(ct);
        }
        throw new TimeoutException("The views do not keep up with what is being logged. Try again.");
    }

    /// <returns>The events that the views do not hold; null when there are too many.</returns>
    private static async Task<List<Recorded<IncidentEvent>>?> TailAsync(IQuerySession session, string key, CancellationToken ct)
    {
        var progress = await session.FollowedAsync(ct);
        var tail = new List<Recorded<IncidentEvent>>();
        // From the end of the stream backwards: the one event that is always looked at tells that there is nothing to complete.
        for (var step = 1; ; step = TailLimit)
        {
            var last = await session.LastAsync(key, tail.Count == 0 ? long.MaxValue : tail[^1].Order, step, ct);
            var beyond = last.TakeWhile(stored => stored.Sequence > progress).Select(stored => stored.Fact).ToList();
            tail.AddRange(beyond);
            if (tail.Count > TailLimit) return null;
            if (beyond.Count < step) break;
        }
        tail.Reverse();
        return tail;
    }
}
