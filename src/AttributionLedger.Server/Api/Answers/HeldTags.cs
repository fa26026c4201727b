using Microsoft.Extensions.Primitives;

namespace AttributionLedger.Api.Answers;

/// <summary>Whether a client says that it holds an answer already (RFC 9110, If-None-Match): compared weakly, as it is for reads.</summary>
internal static class HeldTags
{
    public static bool Holds(this StringValues held, string tag) =>
        held.Count > 0 && held.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)).Any(value => value == "*" || Opaque(value) == Opaque(tag));

    private static string Opaque(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
}
