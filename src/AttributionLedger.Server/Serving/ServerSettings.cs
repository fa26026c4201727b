using AttributionLedger.Serving.Limiting;
using AttributionLedger.Serving.Logs;

namespace AttributionLedger.Serving;

/// <summary>Where and how to serve.</summary>
/// <param name="Url">The address to listen on.</param>
public sealed record ServerSettings(string Url)
{
    public const string LogVariable = "LEDGER_LOG", RateVariable = "LEDGER_RATE";

    private static readonly Dictionary<string, LogLevel> Levels = new()
    {
        ["error"] = LogLevel.Error, ["warning"] = LogLevel.Warning, ["information"] = LogLevel.Information, ["debug"] = LogLevel.Debug
    };

    /// <summary>Everybody who can reach the address belongs to the desk.</summary>
    public bool TrustsNetwork { get; init; }

    public Limits Limits { get; init; } = new();

    /// <summary>Where the log goes.</summary>
    public TextWriter Log { get; init; } = Console.Error;

    /// <summary>From which level on.</summary>
    public LogLevel LogLevel { get; init; } = LevelOfEnvironment();

    internal LogLines Lines => new(Log, LogLevel);

    private static LogLevel LevelOfEnvironment() => Levels.GetValueOrDefault(Variable(LogVariable) ?? "", LogLevel.Warning);

    /// <summary>The limits as the environment wants them.</summary>
    internal static Limits LimitsOfEnvironment() =>
        int.TryParse(Variable(RateVariable), out var rate) ? new() { Rate = rate == 0 ? null : rate, CountsLoopback = true } : new();

    /// <summary>What is wrong with the environment's settings, with its code; null when nothing is.</summary>
    internal static string? Misread() =>
        Variable(LogVariable) is { } level && !Levels.ContainsKey(level) ? $"{LogVariable} is one of {string.Join(", ", Levels.Keys)}. [log-level-unknown]"
        : Variable(RateVariable) is { } rate && !(int.TryParse(rate, out var number) && number is >= 0 and <= 1_000_000) ? $"{RateVariable} is a number of requests a second from 1 to 1000000, or 0 for no limit. [rate-out-of-range]"
        : null;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
