namespace AttributionLedger.Statements;

/// <summary>The terms on which somebody spoke: the four of the Associated Press, and two for what a desk did not agree itself.</summary>
public enum GroundRule
{
    /// <summary>May be used and attributed by name.</summary>
    OnTheRecord,
    /// <summary>May be used, attributed by an agreed description only.</summary>
    Background,
    /// <summary>May be used to know and to ask elsewhere, not attributed in any way.</summary>
    DeepBackground,
    /// <summary>May not be used; in no reading.</summary>
    OffTheRecord,
    /// <summary>Already out elsewhere; the terms are those of whoever published it.</summary>
    AsPublished,
    /// <summary>Nobody recorded what was agreed. Protects an unnamed source: it stays out of the publishable reading.</summary>
    NotStated
}

/// <param name="Agreed">The agreement, verbatim.</param>
/// <param name="Description">The agreed description, where this statement has one of its own ("an official in Ninawa province").</param>
/// <param name="Reason">Why the speaker is not named, as it may be published ("not authorised to speak publicly").</param>
public sealed record Terms(GroundRule Rule, string? Agreed = null, string? Description = null, string? Reason = null);
