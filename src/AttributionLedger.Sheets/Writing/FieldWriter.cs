using System.Globalization;
using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Sheets.Lines;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Times;

namespace AttributionLedger.Sheets.Writing;

/// <summary>One object of a line, written field by field in the order of the page; what has nothing to say is left out.</summary>
/// <param name="json">Stands inside the object.</param>
/// <param name="label">The label under which the sheet speaks of a party; null where it speaks of it by its id.</param>
/// <param name="zone">The zone in which times of the line are read that do not say theirs.</param>
internal sealed class FieldWriter(Utf8JsonWriter json, Func<PartyId, Label?> label, string zone)
{
    public FieldWriter Text(string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
        return this;
    }

    public FieldWriter Texts(string name, IReadOnlyList<string> texts) => texts.Count == 0 ? this : List(name, texts, json.WriteStringValue);

    /// <summary>An id; an entry without one gets it from its content when it is read.</summary>
    public FieldWriter Id<T>(string name, T? id) where T : struct, IIdentity<T> => Text(name, id?.Value);

    public FieldWriter Word<T>(string name, T? word) where T : struct, Enum => Text(name, word is { } said ? Vocabulary<T>.WordOf(said) : null);

    public FieldWriter Flag(string name, bool flag, bool otherwise = false)
    {
        if (flag != otherwise) json.WriteBoolean(name, flag);
        return this;
    }

    public FieldWriter Number(string name, long? number)
    {
        if (number is { } given) json.WriteNumber(name, given);
        return this;
    }

    /// <summary>Ids in a list, which may be empty; nothing where there is no list.</summary>
    public FieldWriter Ids<T>(string name, Listing<T>? ids) where T : struct, IIdentity<T> => ids is null ? this : List(name, ids, id => json.WriteStringValue(id.Value));

    /// <summary>A party, where a label may stand for one.</summary>
    public FieldWriter Party(string name, PartyId? party) => Text(name, party is { } given ? Named(given) : null);

    /// <summary>A party or several; nothing where there is none, unless the field must be there.</summary>
    public FieldWriter Parties(string name, Listing<PartyId> parties, bool labels = false, bool needed = false)
    {
        string Written(PartyId party) => labels ? Named(party) : party.Value;
        return parties switch
        {
            [] when !needed => this,
            [var only] => Text(name, Written(only)),
            _ => List(name, parties, party => json.WriteStringValue(Written(party)))
        };
    }

    /// <summary>A time as one text, or as an object where its zone is not the line's or words gave it.</summary>
    public FieldWriter Time(string name, WorldTime? time)
    {
        if (time is null) return this;
        var elsewhere = time.Zone == zone ? null : time.Zone;
        return elsewhere is null && time.Wording is null ? Text(name, time.Edtf)
            : Object(name, inside => inside.Text("edtf", time.Edtf).Text("zone", elsewhere).Text("wording", time.Wording));
    }

    public FieldWriter Instant(string name, DateTimeOffset? at) => Text(name, at is { } given ? InstantText(given) : null);

    public FieldWriter Object(string name, Action<FieldWriter> write)
    {
        json.WriteStartObject(name);
        write(this);
        json.WriteEndObject();
        return this;
    }

    /// <summary>Objects in a list; nothing where there is no list.</summary>
    public FieldWriter Objects<T>(string name, IReadOnlyList<T>? items, Action<FieldWriter, T> write) => items is null ? this : List(name, items, item =>
    {
        json.WriteStartObject();
        write(this, item);
        json.WriteEndObject();
    });

    /// <summary>A moment in UTC as a sheet takes it, with as many digits of its second as it has.</summary>
    public static string InstantText(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private string Named(PartyId party) => label(party)?.ToString() ?? party.Value;

    private FieldWriter List<T>(string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
        return this;
    }
}
