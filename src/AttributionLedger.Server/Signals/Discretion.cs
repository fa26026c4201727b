using System.Diagnostics;

namespace AttributionLedger.Signals;

/// <summary>
/// Sees every span of this process end before anybody else does, and leaves in it only what is known to hold neither words
/// nor names nor ids. Of a fault its type is kept: messages, traces and statements of SQL may quote what they failed on.
/// </summary>
internal sealed class Discretion : IDisposable
{
    /// <summary>The sources whose spans leave the house; of others nothing does.</summary>
    public static readonly string[] Sources = [Traces.Name, "Microsoft.AspNetCore", "Npgsql"];

    private static readonly HashSet<string> Kept =
    [
        "http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.version", "error.type",
        "db.system.name", "db.namespace", "db.operation.name", "db.response.status_code", "server.address", "server.port",
        "ledger.desk.batch.size"
    ];

    private static readonly HashSet<string> KeptOfHttp = [.. Kept.Where(tag => !tag.StartsWith("server.", StringComparison.Ordinal))];

    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => Sources.Contains(source.Name),
        // It asks for no spans itself.
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.None,
        ExceptionRecorder = (Activity _, Exception fault, ref TagList tags) =>
        {
            // What is there already is not filled in with the fault's own.
            tags.Add("exception.type", fault.GetType().FullName);
            tags.Add("exception.message", "");
            tags.Add("exception.stacktrace", "");
        },
        ActivityStopped = Strip
    };

    public Discretion() => ActivitySource.AddActivityListener(listener);

    public void Dispose() => listener.Dispose();

    private static void Strip(Activity span)
    {
        // The server's address is of our choosing for PostgreSQL, and of the client's, in its Host header, for a request.
        var kept = span.Kind == ActivityKind.Server ? KeptOfHttp : Kept;
        foreach (var (name, _) in span.TagObjects.Where(tag => !kept.Contains(tag.Key)).ToList()) span.SetTag(name, null);
        if (span.StatusDescription is not null) span.SetStatus(span.Status);
    }
}
