using System.Text.Json.Nodes;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>Statements that repeat others, which a sheet wants before them and a spreadsheet has in any order.</summary>
internal static class Repeated
{
    public static IEnumerable<(JsonObject Line, SheetOrigin Origin)> AfterTheirFirst(List<(JsonObject Line, SheetOrigin Origin)> statements)
    {
        if (statements.TrueForAll(one => one.Line["relayOf"] is null)) return statements;
        var byId = statements.ToDictionary(one => Key(one.Line, "id"));
        var (placed, ordered) = (new HashSet<(string?, string?)>(), new List<(JsonObject, SheetOrigin)>());
        foreach (var statement in statements) Place(statement);
        return ordered;

        // A chain is as long as a report travelled; a stack keeps even a made-up one from ending the program.
        void Place((JsonObject Line, SheetOrigin Origin) statement)
        {
            var chain = new Stack<(JsonObject Line, SheetOrigin Origin)>();
            for (var at = statement; placed.Add(Key(at.Line, "id"));)
            {
                chain.Push(at);
                if (at.Line["relayOf"] is null || !byId.TryGetValue(Key(at.Line, "relayOf"), out at)) break;
            }
            ordered.AddRange(chain);
        }
    }

    private static (string?, string?) Key(JsonObject line, string field) => ((string?)line["incident"], (string?)line[field]);
}
