using AttributionLedger.Basics;
using AttributionLedger.Readings;

namespace AttributionLedger.Differences;

/// <summary>One part of two readings that is not the same in both.</summary>
/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
public sealed record Change(PartKey Of, Part? Before, Part? After)
{
    /// <summary>
    /// Whether an attribution flipped: the kind or the actors of a status, how an actor is named, or which answer it gives. What
    /// was not on record before was unattributed, not accused, and not recorded whether asked.
    /// </summary>
    public bool IsFlip => !Equals(Attribution(Before), Attribution(After));

    /// <summary>Whether what an editor would call the same is the same.</summary>
    public bool IsMinor => Before is not null && After is not null && Equals(Before.Gist(), After.Gist());

    private object? Attribution(Part? part) => (Of.Kind, part) switch
    {
        (PartKind.Status, Part.StatusIs stands) => (stands.Status.Kind, stands.Status.Actors),
        (PartKind.Status, _) => (StatusKind.Unattributed, Listing<PartyId>.Empty),
        (PartKind.Named, Part.NamedAs named) => named.How,
        (PartKind.Named, _) => Named.NotAccused,
        (PartKind.Answer, Part.Answers answers) => answers.Answer.Kind,
        (PartKind.Answer, _) => AnswerKind.NotRecordedWhetherAsked,
        _ => null
    };
}

/// <summary>Where a part stands that is new, or that others passed by.</summary>
/// <param name="At">From 0, among all parts of the reading after the change.</param>
public sealed record Place(PartKey Of, int At);
