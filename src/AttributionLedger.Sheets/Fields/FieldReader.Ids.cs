using System.Text.Json;
using AttributionLedger.Basics;
using AttributionLedger.Sheets.Lines;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets.Fields;

// Ids, and the labels that may stand for the id of a party.
internal sealed partial class FieldReader
{
    public T? Id<T>(string name) where T : struct, IIdentity<T> =>
        Text(name) is { } id ? T.Of(Checked(name, id)) : null;

    public T NeededId<T>(string name, string what) where T : struct, IIdentity<T>
    {
        if (!Has(name)) Missing(name, what);
        return Id<T>(name) ?? T.Of("");
    }

    /// <summary>The id of this entry, or one made from its content.</summary>
    public T IdOrDerived<T>(string kind) where T : struct, IIdentity<T> =>
        Has("id") ? NeededId<T>("id", "") : T.Of(line.IsSound ? Canonical.Id(kind, element) : "");

    /// <summary>Ids in a list; null when it is not there.</summary>
    public Listing<T>? Ids<T>(string name) where T : struct, IIdentity<T> =>
        Has(name) ? Texts(name).Select((id, i) => T.Of(Checked($"{name}[{i}]", id))).ToListing() : null;

    /// <summary>The id of a party, where a label may stand for one.</summary>
    public PartyId? PartyOrLabel(string name) => Text(name) is { } text ? PartyOrLabel(name, text) : null;

    /// <summary>A party or several; none when the field is not there.</summary>
    public Listing<PartyId> Parties(string name, bool labels)
    {
        if (Take(name, "the id of a party, or a list of them", JsonValueKind.String, JsonValueKind.Array) is not { } value) return [];
        if (value.ValueKind == JsonValueKind.String) return [Party(name, Read(value), labels)];
        return value.EnumerateArray().Select((item, i) => (item, at: $"{name}[{i}]"))
            .Where(place => IsOf(place.item, place.at, "the id of a party", JsonValueKind.String))
            .Select(place => Party(place.at, Read(place.item), labels)).ToListing();
    }

    public Listing<PartyId> NeededParties(string name, bool labels, string what)
    {
        if (!Has(name)) Missing(name, what);
        return Parties(name, labels);
    }

    private PartyId Party(string name, string text, bool labels) => labels ? PartyOrLabel(name, text) : PartyId.Of(Checked(name, text));

    private PartyId PartyOrLabel(string name, string text)
    {
        if (!Label.IsMeant(text)) return PartyId.Of(Checked(name, text));
        if (Label.TryRead(text, out var label) && line.TakesLabels) return line.Resolve(label);
        if (!line.TakesLabels)
        {
            Refuse(name, SheetCodes.LabelMisplaced, "Labels mean something in a sheet only. Register the unnamed source with the incident first, and put here the id that the ledger minted for it.");
            return default;
        }
        RefuseLabel(name);
        return default;
    }

    /// <summary>The label that an unnamed party gets.</summary>
    public Label NeededLabel(string name)
    {
        if (!Has(name)) Missing(name, "a question mark and a number, ?1");
        if (Text(name) is { } text && !Label.TryRead(text, out _)) RefuseLabel(name);
        return Label.TryRead(Text(name), out var label) ? label : default;
    }

    // What stands there is not repeated: it could be the name of a source.
    private void RefuseLabel(string name) => Refuse(name, SheetCodes.LabelMalformed,
        $"A label is a question mark and a number from 1 to {Label.Limit}, ?1: with letters it could name the source.");

    private string Checked(string name, string id)
    {
        if (Label.TryRead(id, out _))
            Refuse(name, SheetCodes.LabelMisplaced, "An unnamed party cannot stand here. A label may stand for who spoke (by), who raised a claim (raisedBy), who is independent (parties), and the channel of an issuance.");
        else if (Label.IsMeant(id))
            RefuseLabel(name);
        else
            foreach (var rejection in Basics.Texts.Id(id, name, "an entry, a party or a claim")) Refuse(name, rejection.Code, rejection.Message);
        return id;
    }
}
