namespace AttributionLedger.Server.Tests.Questions;

/// <summary>One question to the invented incident, and the answer that was worked out by hand from the sheet and the rules.</summary>
/// <param name="SaidBy">As one writes it; null for all that was known by then, and "now" for a moment after the import.</param>
/// <param name="KnownAt">Likewise.</param>
public sealed record Question(string Name, string? SaidBy, string KnownAt, string Clock = "noted", string Reading = "internal", int Rules = 1)
{
    /// <summary>Which entries decide it.</summary>
    public required string Because { get; init; }

    /// <summary>In words; null where nothing was on record.</summary>
    public required string? Status { get; init; }

    /// <summary>Every other act, as "act: its status".</summary>
    public string[] Acts { get; init; } = [];

    /// <summary>Every standing, as "actor: both sides", and of another act "actor, act: both sides".</summary>
    public string[] Standings { get; init; } = [];

    /// <summary>The claims that the question is about, as "claim supportedBy:deniedBy"; "f7 none" where it is not there.</summary>
    public string[] Claims { get; init; } = [];

    /// <summary>Whose latest stances are shown on the claims that the question is about, as "claim: statements".</summary>
    public string[] Positions { get; init; } = [];

    /// <summary>The silences and requests beside the positions on a claim, as "claim: entries".</summary>
    public string[] Beside { get; init; } = [];

    /// <summary>Every figure of the claims of casualties, as "party category least-most".</summary>
    public string[]? Figures { get; init; }

    /// <summary>Some of those who answered though nobody names them, as "party: answer".</summary>
    public string[] Answered { get; init; } = [];

    /// <summary>Some of those who were asked and are not heard of yet.</summary>
    public string[] Asked { get; init; } = [];

    public override string ToString() => Name;
}
