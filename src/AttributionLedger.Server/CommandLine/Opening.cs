using System.CommandLine;

namespace AttributionLedger.CommandLine;

/// <summary>How a command comes by an open ledger.</summary>
/// <param name="Waits">How long it waits for a PostgreSQL that cannot be reached or is still starting; one that refuses is not waited for.</param>
internal sealed record Opening(TimeSpan Waits)
{
    /// <summary>Somebody sits in front of it, and may have mistyped the port.</summary>
    public static readonly Opening Usual = new(TimeSpan.FromSeconds(5));

    /// <summary>Says what is wrong with the settings that only this command reads; null when nothing is.</summary>
    public Func<ParseResult, string?> Misread { get; init; } = _ => null;

    /// <summary>Where notes on PostgreSQL go; unless given, to the terminal.</summary>
    public IProgress<string>? Notes { get; init; }

    /// <summary>Where it is noted that PostgreSQL is waited for; unless given, to the terminal.</summary>
    public IProgress<string>? Waiting { get; init; }
}
