using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text;
using Npgsql;

namespace AttributionLedger.Serving.Logs;

/// <summary>
/// One line of JSON for each event. Only what the ledger itself says is written out; of what its libraries say the kind is,
/// for they quote what they failed on. Of a fault its type and place are told, never its message.
/// </summary>
/// <param name="output">A line is there when the call returns: the last before a crash is the one that matters.</param>
internal sealed class LogLines(TextWriter output, LogLevel level) : ILoggerProvider
{
    private const string Ours = "AttributionLedger";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock writing = new();

    /// <summary>Takes notes for the log, of those who know of none.</summary>
    public IProgress<string> Notes(LogLevel severity) => new Noting(CreateLogger(typeof(LogLines).FullName!), severity);

    public ILogger CreateLogger(string categoryName) => new Logger(this, level, categoryName);

    public void Dispose() { }

    private void Write<TState>(string category, LogLevel severity, EventId id, TState state, Exception? fault, Func<TState, Exception?, string> say)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Json))
        {
            json.WriteStartObject();
            json.WriteString("time", DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ"));
            json.WriteString("level", severity.ToString().ToLowerInvariant());
            if (category.StartsWith(Ours, StringComparison.Ordinal))
            {
                json.WriteString("event", id.Name);
                json.WriteString("message", say(state, null));
                if (state is IEnumerable<KeyValuePair<string, object?>> fields)
                    foreach (var (name, value) in fields.Where(field => field.Key is not "{OriginalFormat}")) WriteField(json, JsonNamingPolicy.CamelCase.ConvertName(name), value);
            }
            else json.WriteString("event", $"{category}/{id.Name ?? id.Id.ToString()}");
            if (fault is not null)
            {
                json.WriteString("fault", string.Join(" < ", FaultChains.Chain(fault).Select(one => one.GetType().FullName)));
                if (FaultChains.Chain(fault).OfType<PostgresException>().FirstOrDefault() is { } refused) json.WriteString("sqlState", refused.SqlState);
                if (FaultChains.Place(fault) is { } place) json.WriteString("at", place);
            }
            if (Activity.Current is { } span) json.WriteString("trace", span.TraceId.ToHexString());
            json.WriteEndObject();
        }
        var text = Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
        lock (writing) output.WriteLine(text);
    }

    private static void WriteField(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: json.WriteNumber(name, number); break;
            case double number: json.WriteNumber(name, Math.Round(number, 6)); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            default: json.WriteString(name, value.ToString()); break;
        }
    }

    private sealed class Logger(LogLines lines, LogLevel level, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        // Of libraries nothing but kinds is told, so only their warnings are worth a line.
        private readonly LogLevel least = category.StartsWith(Ours, StringComparison.Ordinal) || level is LogLevel.Debug || level > LogLevel.Warning ? level : LogLevel.Warning;

        public bool IsEnabled(LogLevel severity) => severity >= least && severity != LogLevel.None;

        public void Log<TState>(LogLevel severity, EventId id, TState state, Exception? fault, Func<TState, Exception?, string> say)
        {
            if (IsEnabled(severity)) lines.Write(category, severity, id, state, fault, say);
        }
    }

    private sealed class Noting(ILogger log, LogLevel severity) : IProgress<string>
    {
        public void Report(string note) => log.Log(severity, new EventId(0, "postgres-note"), note, null, (text, _) => text);
    }
}
