using AttributionLedger.Basics;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Sheets;

namespace AttributionLedger.Importing;

/// <summary>
/// Where in a sheet the lines of each incident stand, found in one pass without keeping a line. Within an incident the
/// opening and the claims come first, whatever their place in the sheet; all else keeps its order.
/// </summary>
internal sealed class SheetIndex
{
    private readonly Dictionary<IncidentId, List<SheetPlace>> opening = [], claims = [], rest = [];

    /// <summary>Lines that belong to no incident: parties, the heading, and what cannot be told apart.</summary>
    public List<SheetPlace> OfRegister { get; } = [];

    /// <summary>The lines that give a label to an unnamed party.</summary>
    public Dictionary<Label, SheetPlace> Labels { get; } = [];

    /// <summary>The labels that the lines of an incident use, each with the first line that does.</summary>
    public Dictionary<IncidentId, Dictionary<Label, int>> Uses { get; } = [];

    public List<SheetError> Errors { get; } = [];

    /// <summary>In the order in which the sheet comes to them.</summary>
    public List<IncidentId> Incidents { get; } = [];

    public HashSet<IncidentId> Opened => [.. opening.Keys];

    public int Lines { get; private set; }

    public static async Task<SheetIndex> OfAsync(SheetFile sheet, CancellationToken ct)
    {
        var index = new SheetIndex();
        await foreach (var slice in sheet.LinesAsync(ct)) index.Add(slice);
        return index;
    }

    public IEnumerable<SheetPlace> Of(IncidentId incident) =>
        new[] { opening, claims, rest }.SelectMany(kind => kind.GetValueOrDefault(incident) ?? []);

    public IEnumerable<SheetPlace> Opening(IncidentId incident) => opening.GetValueOrDefault(incident) ?? [];

    private void Add(SheetSlice slice)
    {
        Lines++;
        if (slice.Error is { } error) { Errors.Add(error); return; }
        var place = new SheetPlace(slice.Number, slice.Offset, (int)slice.Length);
        var peek = SheetLine.Peek(slice.Bytes.Span);
        if (peek.Defines is { } label && !Labels.TryAdd(label, place))
            Errors.Add(new(slice.Number, "label", SheetCodes.LabelRepeated, $"The label {label} stands for an unnamed party already (line {Labels[label].Line}). Use another number."));
        if (peek.Incident is not { } incident) { OfRegister.Add(place); return; }

        if (!opening.ContainsKey(incident) && !claims.ContainsKey(incident) && !rest.ContainsKey(incident)) Incidents.Add(incident);
        var lines = peek.OpensIncident ? opening : peek.Kind == "claim" ? claims : rest;
        if (!lines.TryGetValue(incident, out var places)) lines[incident] = places = [];
        places.Add(place);
        if (peek.Uses.Count == 0) return;
        if (!Uses.TryGetValue(incident, out var used)) Uses[incident] = used = [];
        foreach (var name in peek.Uses) used.TryAdd(name, place.Line);
    }
}
