using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>One entry that a spec puts on record.</summary>
public abstract class Step
{
    internal string? Known { get; set; }
    internal string? Noted { get; set; }
    internal string? Refusal { get; set; }
    internal string? Id { get; set; }

    internal abstract void In(Scene scene);

    internal DateTimeOffset? NotedAt => Noted is { } noted ? When.Instant(noted) : null;
}

/// <summary>A command about the incident, made when its turn comes.</summary>
public class IncidentStep(Func<Scene, IncidentStep, IncidentCommand> command) : Step
{
    internal string? SaidAt { get; set; }

    internal override void In(Scene scene)
    {
        scene.Advance(Known);
        var made = command(scene, this);
        scene.Carry(NotedAt is { } noted ? made with { Noted = noted } : made, Refusal);
    }

    internal EntryId EntryId(Scene scene) => Basics.EntryId.Of(Id ??= scene.NextId());
}

/// <summary>A command about a party, made when its turn comes.</summary>
public class PartyStep(Someone party, Func<Scene, PartyStep, PartyCommand> command) : Step
{
    internal string? Since { get; set; }
    internal string? Till { get; set; }
    internal bool Counts { get; set; } = true;

    internal override void In(Scene scene)
    {
        scene.Register(party);
        scene.Advance(Known);
        var made = command(scene, this);
        scene.Carry(party, NotedAt is { } noted ? made with { Noted = noted } : made, Refusal);
    }
}

/// <summary>What may be said of any step.</summary>
public static class Steps
{
    /// <summary>When the ledger records it; by default a minute after the last.</summary>
    public static T KnownAt<T>(this T step, string time) where T : Step { step.Known = time; return step; }

    /// <summary>The time in the notebook that it came from.</summary>
    public static T NotedAt<T>(this T step, string time) where T : Step { step.Noted = time; return step; }

    public static T As<T>(this T step, string id) where T : Step { step.Id = id; return step; }

    /// <summary>The decision refuses it with this code, and nothing else of the spec changes.</summary>
    public static T IsRefused<T>(this T step, string code) where T : Step { step.Refusal = code; return step; }

    /// <summary>When it was said in the world: a time of the day of the scene (<c>11:30</c>) or EDTF; by default when it is known.</summary>
    public static T SaidAt<T>(this T step, string time) where T : IncidentStep { step.SaidAt = time; return step; }

    public static PartyStep From(this PartyStep step, string time) { step.Since = time; return step; }
    public static PartyStep Until(this PartyStep step, string time) { step.Till = time; return step; }
    public static PartyStep NotCounting(this PartyStep step) { step.Counts = false; return step; }
}
