namespace AttributionLedger.Differences;

/// <summary>One part of two readings that is not the same in both.</summary>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
/// <param name="IsFlip">An attribution flipped: the kind or the actors of a status, how an actor is named, or which answer it gives.</param>
public sealed record Change(PartKey Of, Part? Before, Part? After, bool IsFlip)
{
    /// <summary>Whether what an editor would call the same is the same.</summary>
    public bool IsMinor => Before is not null && After is not null && Equals(Before.Gist(), After.Gist());
}

/// <summary>Where a part stands that is new, or that others passed by.</summary>
/// <param name="At">From 0, among all parts of the reading after the change.</param>
public sealed record Place(PartKey Of, int At);
