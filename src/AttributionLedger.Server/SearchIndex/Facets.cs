using AttributionLedger.Scripts;
using AttributionLedger.Statements;
using AttributionLedger.Store;

namespace AttributionLedger.SearchIndex;

/// <summary>
/// What is not a word and is asked for all the same: who spoke, what stance, on what. It stands among the words, so that one
/// index finds both together; no word begins with the sign that it begins with.
/// </summary>
internal static class Facets
{
    private const char Sign = '=';

    /// <summary>Who spoke, in whose name, or who is named: what a name in a question stands for.</summary>
    public static string By(string party) => $"{Sign}by:{party}";

    /// <summary>Through whom it came.</summary>
    public static string Via(string party) => $"{Sign}via:{party}";

    /// <summary>Every incident itself.</summary>
    public const string Incident = "=incident";

    public static string In(string incident) => $"{Sign}in:{incident}";

    public static string On(string incident, string claim) => $"{Sign}on:{incident}/{claim}";

    public static string Of(StanceKind stance) => $"{Sign}stance:{Spelling.Spelt(stance)}";

    public static string Of(ClaimKind kind) => $"{Sign}kind:{Spelling.Spelt(kind)}";

    /// <summary>That stance, on a claim of that kind.</summary>
    public static string Of(StanceKind stance, ClaimKind kind) => $"{Sign}stance:{Spelling.Spelt(stance)}:{Spelling.Spelt(kind)}";

    public static string Medium(string medium) => $"{Sign}medium:{Tokens.Plain(medium)}";
}
