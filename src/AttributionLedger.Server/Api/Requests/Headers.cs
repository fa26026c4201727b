using AttributionLedger.Basics;
using AttributionLedger.Desk;

namespace AttributionLedger.Api.Requests;

/// <summary>What a write says in its headers: by what it is known again, who logs, what the writer has seen.</summary>
internal static class Headers
{
    public const string IdempotencyKey = "Idempotency-Key";
    public const string User = "Ledger-User";

    /// <summary>Characters of a key: several times a UUID.</summary>
    private const int KeyLimit = 200;

    /// <summary>States that a writer may name at once; more than one is rare.</summary>
    private const int TagLimit = 20;

    public static string? Key(HttpRequest request, ICollection<Rejection> refusals)
    {
        var values = request.Headers[IdempotencyKey];
        if (values.Count == 0) return null;
        // The draft of the header's standard quotes it; most clients do not.
        var key = values[0]?.Trim() ?? "";
        if (key is ['"', .., '"']) key = key[1..^1];
        if (values.Count == 1 && key.Length is > 0 and <= KeyLimit && key.All(c => c is > ' ' and <= '~' and not ('"' or '\\'))) return key;
        refusals.Add(new("idempotency-key-malformed", IdempotencyKey, $"An Idempotency-Key is one text of 1 to {KeyLimit} ASCII letters, digits and signs without blanks or quotation marks, such as a UUID."));
        return null;
    }

    /// <summary>Who logs; a name with other letters than ASCII's is percent-encoded UTF-8.</summary>
    public static string Logger(HttpRequest request, ICollection<Rejection> refusals)
    {
        var values = request.Headers[User];
        if (values.Count == 0) return "api";
        var name = Uri.UnescapeDataString(values[0] ?? "");
        var wrong = Texts.Name(name, User).Concat(values.Count > 1 ? [new("parameter-repeated", User, "Only one can log.")] : []).ToList();
        foreach (var refusal in wrong) refusals.Add(refusal);
        return name;
    }

    /// <summary>The states that the writer has seen; null when it names none.</summary>
    /// <param name="entry">The entry that they are of; null for the incident or the party itself.</param>
    public static Precondition? Seen(HttpRequest request, EntryId? entry, ICollection<Rejection> refusals)
    {
        if (request.Headers.IfMatch.Count == 0) return null;
        var text = string.Join(",", request.Headers.IfMatch.AsEnumerable());
        if (text.Trim() == "*") return new(entry, null);
        var tags = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // A weak tag matches nothing where something is to be changed (RFC 9110, 13.1.1).
        if (tags.Length is > 0 and <= TagLimit && tags.All(tag => tag is ['"', .., '"'] or ['W', '/', '"', .., '"'])) return new(entry, tags.Where(tag => tag[0] == '"').Select(tag => tag[1..^1]).ToListing());
        refusals.Add(new("if-match-malformed", "If-Match", "If-Match repeats the ETag that the thing had when you read it, with its quotation marks."));
        return null;
    }
}
