using System.Security.Cryptography;
using System.Text;
using AttributionLedger.Basics;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Readings;

/// <summary>What a reading needs of something that was said or asked; the words themselves are only told from others.</summary>
/// <param name="Claim">What a request for comment is about; null for a statement, whose stances say so.</param>
/// <param name="IsRequest">Somebody was asked, and has not spoken by that.</param>
/// <param name="Words">A digest of the words, to notice the same words logged twice.</param>
internal sealed record Utterance(
    EntryId Entry, Listing<PartyId> Speaking, Listing<PartyId> InTheNameOf, Listing<PartyId> CountsUnder, ClaimId? Claim, WorldTime Said, bool IsRequest,
    Issuance Issuance, GroundRule Rule, DateTimeOffset? Embargo, EntryId? RelayOf, Listing<PartyId> AskedBy, string? Words)
{
    public static Utterance Of(StatementLogged logged)
    {
        var said = logged.Statement;
        return new(logged.Id, said.Speaking(), said.InTheNameOf(), logged.CountsUnder, null, said.Said, false, said.Issuance, said.Terms.Rule,
            said.Setting.EmbargoUntil, said.RelayOf, said.Setting.AskedBy, said.Words is { } words ? Digest(words.Text) : null);
    }

    public static Utterance Of(CommentSought sought) =>
        new(sought.Id, [sought.Of], [], [], sought.Claim, sought.Asked, true, Issuance.Verified, GroundRule.OnTheRecord, null, null, sought.By, null);

    private static string Digest(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant())).AsSpan(0, 8));
}
