using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AttributionLedger.Attribution;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Statements;
using AttributionLedger.Store;

namespace AttributionLedger.Server.Tests.Exporting;

/// <summary>What a ledger exports, and how what comes of it is compared.</summary>
internal static partial class Exported
{
    public static async Task<string> ExportAsync(this TestLedger ledger, params string[] only)
    {
        var target = new MemoryStream();
        (await ledger.Ledger.Export.WriteAsync(only.ToHashSet(), target, new Silence<int>(), CancellationToken.None)).Unknown.ShouldBeNull();
        return Encoding.UTF8.GetString(target.ToArray());
    }

    /// <summary>Another ledger that took in what this one exports.</summary>
    public static async Task<TestLedger> OfItsExportAsync(this SharedPostgres postgres, TestLedger source)
    {
        var other = await postgres.EmptyAsync();
        await other.TakeInAsync((await source.ExportAsync()).Split('\n'));
        return other;
    }

    /// <summary>
    /// Whether the two read the same in public: every status, standing, count, claim and position of every incident. Entries
    /// are numbered anew and minted ids are others, so that entries are held against each other in their order, sources by
    /// their descriptions, and lists, which are ordered by ids here and there, without their order.
    /// </summary>
    public static async Task ShouldReadInPublicAsAsync(this TestLedger exported, TestLedger source)
    {
        var incidents = await source.Database.ListAsync("select id from ledger.mt_doc_incident order by id");
        (await exported.Database.ListAsync("select id from ledger.mt_doc_incident order by id")).ShouldBe(incidents);
        foreach (var incident in incidents)
        {
            var ours = await exported.ReadAsync(incident, new(Audience: Audience.Publishable));
            var theirs = await source.ReadAsync(incident, new(Audience: Audience.Publishable));
            var (one, other) = (await LinesAsync(exported, ours), await LinesAsync(source, theirs));
            one.Except(other).Select(line => $"has {line}").Concat(other.Except(one).Select(line => $"lacks {line}")).ShouldBeEmpty(incident);
            one.ShouldBe(other, incident);
        }
    }

    private static async Task<string[]> LinesAsync(TestLedger ledger, ReadingShape reading)
    {
        var entries = await ledger.Database.ListAsync($"select data->>'id' from ledger.mt_events where stream_id = 'incident/{reading.Incident.Id}' and type in ('statement_logged', 'comment_sought') order by version");
        var text = Minted().Replace(JsonSerializer.Serialize(reading with { AsOf = new(default, default, default, reading.AsOf.Reading) }, ShapeJson.Options), "unnamed");
        var named = Entry().Matches(text).SelectMany(found => Quoted().Matches(found.Groups[1].Value)).Select(found => found.Value.Trim('"')).ToHashSet();
        var numbers = entries.Where(named.Contains).Index().ToDictionary(entry => entry.Item, entry => $"#{entry.Index + 1}");
        text = Entry().Replace(Known().Replace(text, ""), found => found.Value.Replace(found.Groups[1].Value, Quoted().Replace(found.Groups[1].Value, id => $"\"{numbers[id.Value.Trim('"')]}\""), StringComparison.Ordinal));
        return Sorted(JsonNode.Parse(text))!.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Split('\n');
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonArray list => new JsonArray([.. list.Select(Sorted).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal)]),
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        _ => node?.DeepClone()
    };

    [GeneratedRegex(",\"known\":\"[^\"]*\"")]
    private static partial Regex Known();

    [GeneratedRegex("\"(?:statement|request|statements)\":(\"[^\"]*\"|\\[[^]]*\\])")]
    private static partial Regex Entry();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("unnamed-[0-9a-f]{12}")]
    private static partial Regex Minted();
}
