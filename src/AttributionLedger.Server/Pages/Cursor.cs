using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AttributionLedger.Pages;

/// <summary>
/// Where the next page of a list begins, as text that means nothing to who holds it. It holds only what the page before it
/// showed, and belongs to one question: another list, filter, order or reading refuses it. The digest finds what was
/// changed or made elsewhere; it keeps no secret, for a cursor opens nothing that the same question does not.
/// </summary>
public static class Cursor
{
    /// <summary>Characters of a cursor: room for a name and an id, and nothing to chew on.</summary>
    public const int Limit = 4_000;

    private const byte Version = 1;
    private const int DigestLength = 8;

    // No id and no name holds a line break.
    private const char Separator = '\n';

    /// <param name="question">The list with everything that was asked of it but the place.</param>
    /// <param name="place">What the last row of the page is ordered by.</param>
    public static string Of(string question, params ReadOnlySpan<string> place)
    {
        var text = Encoding.UTF8.GetBytes(string.Join(Separator, place));
        return Base64Url.EncodeToString([Version, .. Digest(question, text), .. text]);
    }

    /// <returns>The place in so many parts; null when the cursor is none that this question gave.</returns>
    public static string[]? Read(string cursor, string question, int parts)
    {
        if (cursor.Length > Limit || !Base64Url.IsValid(cursor)) return null;
        var bytes = Base64Url.DecodeFromChars(cursor);
        // One place has one cursor: what decodes to it by another spelling was not made here.
        if (bytes is not [Version, ..] || bytes.Length < 1 + DigestLength || Base64Url.EncodeToString(bytes) != cursor) return null;
        var text = bytes.AsSpan(1 + DigestLength);
        if (!bytes.AsSpan(1, DigestLength).SequenceEqual(Digest(question, text))) return null;
        return Encoding.UTF8.GetString(text).Split(Separator) is var place && place.Length == parts ? place : null;
    }

    /// <summary>A time as a part of a place, without loss.</summary>
    public static string Of(DateTimeOffset time) => time.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <returns>UTC; null when the part is no time.</returns>
    public static DateTimeOffset? Time(string part) =>
        long.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Where a list that goes by time goes on: null from its beginning.</summary>
    /// <returns>Whether the cursor is one that this question gave, or there is none.</returns>
    public static bool TryReadTime(string? cursor, string question, out DateTimeOffset? beyond)
    {
        beyond = cursor is null ? null : Read(cursor, question, 1) is [var place] ? Time(place) : null;
        return cursor is null || beyond is not null;
    }

    private static byte[] Digest(string question, ReadOnlySpan<byte> place) =>
        SHA256.HashData([Version, .. Encoding.UTF8.GetBytes(question + Separator), .. place])[..DigestLength];
}
