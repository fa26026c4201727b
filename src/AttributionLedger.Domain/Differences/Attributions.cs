using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Readings;

namespace AttributionLedger.Differences;

/// <summary>
/// What two readings say of who did it, by who is known to be who at the later: that two were found to be one is no other
/// attribution. What is not on record is unattributed, not accused, and not recorded whether asked.
/// </summary>
internal sealed class Attributions(IEnumerable<Part> before, IEnumerable<Part> after, Register register)
{
    private readonly ILookup<PartKey, object?> was = before.Where(IsOne).ToLookup(part => Canonical(part.Key, register), part => Says(part, register));
    private readonly HashSet<PartKey> present = [.. after.Where(IsOne).Select(part => Canonical(part.Key, register))];

    /// <param name="of">The part that is not the same in both.</param>
    /// <param name="now">What it is at the later; null where it is gone.</param>
    public bool IsFlip(PartKey of, Part? now)
    {
        if (Nothing(of.Kind) is not { } nothing) return false;
        var key = Canonical(of, register);
        // What is gone under one name and there under another is told once, by the name that it has.
        return !(now is null && present.Contains(key)) && !was[key].DefaultIfEmpty(nothing).Contains(now is null ? nothing : Says(now, register));
    }

    private static bool IsOne(Part part) => Nothing(part.Key.Kind) is not null;

    private static object? Nothing(PartKind kind) => kind switch
    {
        PartKind.Status => (StatusKind.Unattributed, Listing<PartyId>.Empty),
        PartKind.Named => Named.NotAccused,
        PartKind.Answer => AnswerKind.NotRecordedWhetherAsked,
        _ => null
    };

    private static object? Says(Part part, Register register) => part switch
    {
        Part.StatusIs { Status: var status } => (status.Kind, status.Actors.Select(register.Canonical).Distinct().Order().ToListing()),
        Part.NamedAs named => named.How,
        Part.Answers answers => answers.Answer.Kind,
        _ => null
    };

    private static PartKey Canonical(PartKey key, Register register) => key.Party is { } party ? key with { Party = register.Canonical(party) } : key;
}
