using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Publications;

/// <summary>How freely what was said may be used: by how much terms bind whoever publishes it.</summary>
internal static class Strictness
{
    /// <summary>Whether a story that kept to the earlier terms may no longer keep to the later.</summary>
    /// <param name="by">Who spoke: what nobody recorded the terms of may name a party that is named, and not one that is not.</param>
    public static bool IsStricter(Terms later, Terms earlier, Listing<PartyId> by) =>
        Of(later.Rule, by) > Of(earlier.Rule, by) || (later.Description is { } description && description != earlier.Description);

    private static int Of(GroundRule rule, Listing<PartyId> by) => rule switch
    {
        GroundRule.OnTheRecord or GroundRule.AsPublished => 0,
        GroundRule.Background => 1,
        GroundRule.NotStated => by.Any(Identity.IsMinted) ? 2 : 0,
        GroundRule.DeepBackground => 3,
        _ => 4
    };
}
