using System.Security.Cryptography;
using System.Text;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Store;

namespace AttributionLedger.Desk;

/// <summary>
/// Short names for the state that something is in. Who changes it names the state that was seen, so that nobody changes what
/// somebody else has changed meanwhile. Statements that others log change no tag but their own.
/// </summary>
public static class Tags
{
    public static string Of(Incident incident) => Digest(Fingerprint.Canonical(incident));
    public static string Of(Party party) => Digest(Encoding.UTF8.GetBytes($"{party.Id}/{party.Facts.Count}"));
    public static string Of(LoggedEntry entry) => Digest(Encoding.UTF8.GetBytes($"{entry.Key}/{entry.Changes}"));

    /// <summary>Sixteen hexadecimal digits: enough to tell the states of one thing apart.</summary>
    private static string Digest(ReadOnlySpan<byte> state) => Convert.ToHexStringLower(SHA256.HashData(state).AsSpan(0, 8));
}
