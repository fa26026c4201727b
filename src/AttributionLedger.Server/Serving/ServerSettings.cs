using System.Net;
using AttributionLedger.Serving.Limiting;
using AttributionLedger.Serving.Logs;

namespace AttributionLedger.Serving;

/// <summary>Where and how to serve.</summary>
/// <param name="Url">The address to listen on.</param>
public sealed record ServerSettings(string Url)
{
    public const string LogVariable = "LEDGER_LOG", RateVariable = "LEDGER_RATE", HostsVariable = "LEDGER_HOSTS";

    private static readonly Dictionary<string, LogLevel> Levels = new()
    {
        ["error"] = LogLevel.Error, ["warning"] = LogLevel.Warning, ["information"] = LogLevel.Information, ["debug"] = LogLevel.Debug
    };

    /// <summary>Everybody who can reach the address belongs to the desk.</summary>
    public bool TrustsNetwork { get; init; }

    /// <summary>Nobody who comes by the address belongs to the desk, not even on this machine: a proxy stands before it.</summary>
    public bool PublishableOnly { get; init; }

    /// <summary>The names by which it answers, beside those that this machine has to itself: hosts without a port.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether only this machine reaches the address, or all of several.</summary>
    public bool IsOfThisMachine => Url.Split(';').All(url =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip))));

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

    /// <summary>The names that the environment gives.</summary>
    internal static IReadOnlyList<string> HostsOfEnvironment() => Variable(HostsVariable)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>What does not fit together here, with its code; null when all does.</summary>
    internal string? Unfit() =>
        Hosts.FirstOrDefault(host => Uri.CheckHostName(host) == UriHostNameType.Unknown) is { } odd ? $"{odd} is no name of a host. Give one without a scheme, a port or a star, such as desk.example. [host-malformed]"
        : TrustsNetwork && PublishableOnly ? "Either everybody who can reach the address belongs to the desk, or nobody does. Give --trust-network or --publishable-only. [trust-contradictory]"
        : TrustsNetwork && Hosts.Count == 0 && !IsOfThisMachine
            ? $"Say by which names the server answers, with --host or {HostsVariable}: where a network is trusted, a page in a browser there could have a name of its own point here and act for the desk. [host-missing]"
        : null;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
