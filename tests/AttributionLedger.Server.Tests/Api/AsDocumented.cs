using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AttributionLedger.Spreadsheets.Tables;

namespace AttributionLedger.Server.Tests.Api;

/// <summary>Compares an answer with the documented one, but for what only the ledger can know: when it recorded, and what it minted.</summary>
internal static partial class AsDocumented
{
    /// <summary>Nothing in the samples was said after it, so an instant that is later is one that the ledger assigned.</summary>
    private static readonly DateTimeOffset LastSaid = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>Where the two differ; null when they do not.</returns>
    /// <param name="isShortened">Lists of the documented one may end before those that came.</param>
    /// <param name="minted">Takes down which id, and which time of a look, came for a documented one.</param>
    public static string? Difference(JsonNode? documented, JsonNode? came, bool isShortened, IDictionary<string, string> minted, string at = "$") => (documented, came) switch
    {
        (JsonObject one, JsonObject other) => one.Select(field => field.Key).SequenceEqual(other.Select(field => field.Key))
            ? one.Select(field => Difference(field.Value, other[field.Key], isShortened, minted, $"{at}.{field.Key}")).FirstOrDefault(difference => difference is not null)
            : $"{at} has other fields",
        (JsonArray one, JsonArray other) => one.Count == other.Count || (isShortened && one.Count > 0 && one.Count < other.Count)
            ? one.Zip(other).Select((pair, i) => Difference(pair.First, pair.Second, isShortened, minted, $"{at}[{i}]")).FirstOrDefault(difference => difference is not null)
            : $"{at} has {other.Count} items",
        (JsonValue one, JsonValue other) when IsAssigned(one, other, minted) => null,
        _ => JsonNode.DeepEquals(documented, came) ? null : $"{at}: {came?.ToJsonString()} is not {documented?.ToJsonString()}"
    };

    /// <summary>Compares how a feed begins, line by line; when to come again is not the same for everybody.</summary>
    public static string? FeedDifference(string documented, string came, bool isShortened, IDictionary<string, string> minted)
    {
        var (lines, others) = (Lines(documented), Lines(came));
        return lines.Select(line => line.Name).SequenceEqual(others.Select(line => line.Name))
            ? lines.Zip(others).Select(pair => pair.First.Name switch
            {
                "retry" => null,
                "data" => Difference(JsonNode.Parse(pair.First.Value), JsonNode.Parse(pair.Second.Value), isShortened, minted),
                var name => Difference(JsonValue.Create(pair.First.Value), JsonValue.Create(pair.Second.Value), isShortened, minted, name)
            }).FirstOrDefault(difference => difference is not null)
            : "it has other lines";
    }

    /// <summary>Compares a table, cell by cell.</summary>
    public static string? TableDifference(string documented, string came, bool isShortened, IDictionary<string, string> minted)
    {
        var (rows, others) = (Rows(documented), Rows(came));
        return rows.Count == others.Count || (isShortened && rows.Count is > 1 && rows.Count < others.Count)
            ? rows.Zip(others).SelectMany((pair, row) => pair.First.Count == pair.Second.Count
                ? pair.First.Zip(pair.Second).Select((cells, i) => Difference(JsonValue.Create(cells.First), JsonValue.Create(cells.Second), isShortened, minted, $"row {row} {rows[0][i]}"))
                : [$"row {row} has {pair.Second.Count} cells"]).FirstOrDefault(difference => difference is not null)
            : $"it has {others.Count} rows";
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(string csv) => [.. TableReader.Read(Encoding.UTF8.GetBytes(csv), null, ',', _ => true).Rows.Select(row => row.Cells)];

    private static List<(string Name, string Value)> Lines(string feed) =>
        [.. feed.TrimEnd().Split('\n').Select(line => line.Split(": ", 2)).Select(line => (line[0], line.ElementAtOrDefault(1) ?? ""))];

    private static bool IsAssigned(JsonValue documented, JsonValue came, IDictionary<string, string> minted)
    {
        if (documented.GetValueKind() != JsonValueKind.String || came.GetValueKind() != JsonValueKind.String) return false;
        var (one, other) = (documented.GetValue<string>(), came.GetValue<string>());
        if (Minted().IsMatch(one) && Minted().IsMatch(other))
        {
            if (minted.TryGetValue(one, out var before)) return before == other;
            minted[one] = other;
            return true;
        }
        // Whoever looked gives this back.
        if (documented.Parent is JsonObject && documented.GetPropertyName() == "lookedAt" && IsRecorded(other)) minted[one] = other;
        return (IsRecorded(one) && IsRecorded(other)) || (IsCursor(documented) && IsCursor(came));
    }

    private static bool IsRecorded(string text) => DateTimeOffset.TryParseExact(text, ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at > LastSaid;

    // A cursor holds the time of a recording.
    private static bool IsCursor(JsonValue value) => value.Parent is JsonObject && value.GetPropertyName() == "next" && value.GetValue<string>().Length > 0;

    // Digests of a reading, plain or as a weak tag, are taken over recorded times.
    [GeneratedRegex("^(unnamed-[0-9a-f]{12}|[0-9a-f]{32}|W/\"[0-9a-f]{32}\")$")]
    private static partial Regex Minted();
}
