using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets;

/// <summary>
/// What can be told of a line at a glance, for whoever sorts the lines of a sheet before reading them. Nothing of it is
/// checked; of a line that is not JSON nothing is told.
/// </summary>
/// <param name="Kind">What <c>entry</c> says.</param>
/// <param name="Incident">The incident that the line is about; for the line that opens one, that one.</param>
/// <param name="Party">The party that the line is about; for the line that registers one, that one. Never an unnamed one.</param>
/// <param name="Id">What <c>id</c> says.</param>
/// <param name="Defines">The label that the line gives to an unnamed party.</param>
/// <param name="Uses">The labels that stand in the line for a party, each once, in the order of the line.</param>
public sealed record SheetPeek(string? Kind, IncidentId? Incident, PartyId? Party, string? Id, Label? Defines, Listing<Label> Uses)
{
    public static SheetPeek Nothing { get; } = new(null, null, null, null, null, []);

    /// <summary>The line opens an incident, and so says in which zone the times of others are read.</summary>
    public bool OpensIncident => Kind == "incident";

    internal static SheetPeek Of(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Glance(utf8);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Nothing;
        }
    }

    private static SheetPeek Glance(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return Nothing;

        string? kind = null, incident = null, party = null, id = null, label = null;
        var uses = new List<Label>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "entry": kind = Text(ref reader); break;
                case "incident": incident = Text(ref reader); break;
                case "party": party = Text(ref reader); break;
                case "id": id = Text(ref reader); break;
                case "label": label = Text(ref reader); break;
                case "by" or "raisedBy" or "parties": Collect(ref reader, uses, name: null); break;
                case "issuance": Collect(ref reader, uses, name: "channel"); break;
                default: reader.Skip(); break;
            }
        }
        // The rest is walked as well, for half a line has nothing to tell.
        while (reader.Read()) { }

        return new(kind, (kind == "incident" ? id : incident) is { } i ? IncidentId.Of(i) : null, (kind == "party" ? id : party) is { } p ? PartyId.Of(p) : null,
            id, kind == "unnamed" && Label.TryRead(label, out var defined) ? defined : null, uses.Distinct().ToListing());
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        reader.Skip();
        return null;
    }

    // Labels among the values up to the end of this one: all of them, or those of one field.
    private static void Collect(ref Utf8JsonReader reader, List<Label> uses, string? name)
    {
        var (depth, field) = (reader.CurrentDepth, (string?)null);
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            if (name is null && reader.TokenType == JsonTokenType.String) Add(ref reader, uses);
            return;
        }
        while (reader.Read() && reader.CurrentDepth > depth)
            if (reader.TokenType == JsonTokenType.PropertyName) field = reader.GetString();
            else if (reader.TokenType == JsonTokenType.String && field == name) Add(ref reader, uses);
    }

    private static void Add(ref Utf8JsonReader reader, List<Label> uses)
    {
        if (Label.TryRead(reader.GetString(), out var label)) uses.Add(label);
    }
}
