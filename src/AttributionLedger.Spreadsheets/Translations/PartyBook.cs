using System.Text.Json.Nodes;
using AttributionLedger.Basics;
using AttributionLedger.Scripts;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Mappings;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Vocabularies;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>
/// Who is meant by the names of a file: by its ids, by its mapping, by its own rows and by the ledger, in that order. Where
/// none of them says it of exactly one party, people are asked.
/// </summary>
internal sealed class PartyBook(KnownRecord record, Mapping mapping, Findings findings)
{
    private readonly Dictionary<string, (JsonObject Line, RowCells Row, Column Column)> registered = [];
    private readonly Dictionary<string, HashSet<string>> byName = [];
    private readonly HashSet<string> namedOpenly = [];

    /// <summary>The parties that the file registers, with the row that first mentions each.</summary>
    public IEnumerable<(JsonObject Line, RowCells Row, Column Column)> Registered => registered.Values;

    /// <summary>Notes what rows say of parties by id, name and kind; all rows first, so that a name means the same in each.</summary>
    public void Learn(Mention mention)
    {
        if (mention is not { Name: { } name, Id: { } id } || Discretion.Label(name) is not null || Identity.IsMinted(PartyId.Of(id))) return;
        if (!byName.TryGetValue(Folding.Plain(name), out var ids)) byName[Folding.Plain(name)] = ids = [];
        ids.Add(id);
        if (mention.Kind is { } kind) Register(mention, id, name, kind);
        if (mention.Column != Column.By) namedOpenly.Add(id);
    }

    /// <summary>Notes who speaks in this file on terms under which a name may be told.</summary>
    public void LearnOpenly(Mention mention)
    {
        if (mention.Id is { } id) namedOpenly.Add(id);
    }

    /// <summary>The id of a party, or the label of a source that is not named; null where that must be asked or mended first.</summary>
    public string? Resolve(Mention mention)
    {
        if (mention.Name is { } written && Discretion.Label(written) is { } label) return Source(mention, label);
        if (mention.Id is { } id) return ById(mention, id);
        var name = mention.Name!;
        if (mention.Column == Column.RaisedBy && Words.Read(Column.RaisedBy, name, mapping.Words.GetValueOrDefault(Column.RaisedBy)) is { } nobody) return nobody;
        if (mapping.Parties.GetValueOrDefault(Folding.Plain(name)) is { } meant)
        {
            if (meant is { Name: { } full, Kind: { } kind }) Register(mention, meant.Id, full, kind);
            if (record.Knows(meant.Id) || registered.ContainsKey(meant.Id)) return meant.Id;
            findings.Refuse(mention.Row, mention.Column, TableCodes.PartyAsked, $"The mapping means {meant.Id} by this name, and the ledger knows no party of that id. To register it, write {{\"id\": \"{meant.Id}\", \"name\": \"…\", \"kind\": \"…\"}} instead of the id.");
            return null;
        }
        if (byName.GetValueOrDefault(Folding.Plain(name)) is { Count: 1 } own) return own.Single();
        if (record.Party(name).Exact is [var only]) return only.Id;
        Ask(mention, name);
        return null;
    }

    /// <summary>
    /// The same for who spoke on terms under which nobody is named. A name that is put on record stays there for ever, so a person
    /// whom nothing else names is taken in only where the mapping says so; of everybody else it is told.
    /// </summary>
    public string? ResolveProtected(Mention mention)
    {
        var id = Resolve(mention);
        if (id is null || Label.IsMeant(id)) return id;
        if (IsNewPerson(id) && !namedOpenly.Contains(id) && !(mention.Name is { } name && mapping.Parties.ContainsKey(Folding.Plain(name))))
        {
            findings.Refuse(mention.Row, mention.Column, TableCodes.SourceNamed, "This row is about a person who spoke on terms under which nobody is named, and the ledger does not know the person yet. A name that is put on record stays there. Write ?1 here (?2 for another of this incident), empty the id and the kind, and put the agreed description into the column description. If the name is to be on record all the same, say in the mapping whose it is (\"parties\").");
            return null;
        }
        findings.Note(mention.Row, mention.Column, "source-by-name", "This row names a speaker on terms under which nobody is named, or with the description of a source. It is taken in under that name, and is in no publishable reading where it was said on background. If the source is not to be named, write ?1 here instead.");
        return id;
    }

    private bool IsNewPerson(string id) => registered.TryGetValue(id, out var party) && (string?)party.Line["kind"] == "person";

    private string? Source(Mention mention, string label)
    {
        if (mention.Id is null && mention.Kind is null) return label;
        findings.Refuse(mention.Row, mention.Column != Column.By ? mention.Column : mention.Id is null ? Column.ByKind : Column.ById, TableCodes.SourceIdentified,
            "A source that is not named has neither id nor kind: its number and the agreed description are all that a file may say of it. Empty this cell.");
        return null;
    }

    private string? ById(Mention mention, string id)
    {
        var column = mention.Column switch { Column.By => Column.ById, Column.Actor => Column.ActorId, var own => own };
        if (Identity.IsMinted(PartyId.Of(id)))
        {
            mention.Row.IsDiscreet = true;
            findings.Refuse(mention.Row, column, TableCodes.SourceIdentified, "This is the id of a source that is not named, which no file may use. Write ?1 into the column by, and the agreed description into the column description.");
            return null;
        }
        if (record.Knows(id))
        {
            if (mention.Name is { } name && record.Party(name).Exact.All(party => party.Id != id) && !mention.Row.IsDiscreet)
                findings.Note(mention.Row, mention.Column, "party-named-otherwise", $"The ledger knows {id} under other names than \"{Shortened.Value(name)}\". The id was taken as what is meant.");
        }
        else if (!registered.ContainsKey(id))
        {
            findings.Refuse(mention.Row, column, TableCodes.PartyAsked, $"The ledger knows no party of this id. To register it, fill its name and its kind ({(mention.Column == Column.Actor ? Column.ActorKind : Column.ByKind).Name()}) in this row or another: {string.Join(", ", Words.Of(Column.ByKind))}.");
            return null;
        }
        return id;
    }

    private void Register(Mention mention, string id, string name, string kind)
    {
        if (record.Knows(id)) return;
        if (!registered.TryGetValue(id, out var known))
            registered[id] = (new JsonObject { ["entry"] = "party", ["id"] = id, ["name"] = name, ["kind"] = kind }, mention.Row, mention.Column);
        else if ((string)known.Line["name"]! != name || (string)known.Line["kind"]! != kind)
            findings.Refuse(mention.Row, mention.Column, TableCodes.CellsDisagree, $"This row gives the party another name or kind than row {known.Row.Number} does under the same id. One id is one party; write its other names into the mapping (\"parties\").");
    }

    private void Ask(Mention mention, string name)
    {
        var found = record.Party(name);
        var here = byName.GetValueOrDefault(Folding.Plain(name)) ?? [];
        if (mention.Column == Column.By && found.Exact.Count == 0 && here.Count == 0 && Discretion.DescribesASource(name))
        {
            findings.Refuse(mention.Row, mention.Column, TableCodes.SourceDescribed, "This describes a source rather than naming one. Write ?1 here (?2 for another of this incident), the agreed description into the column description, and what was agreed into terms. If it is the name of a party after all, say in the mapping whose (\"parties\").");
            return;
        }
        var known = found.Exact.Concat(here.Select(id => new Candidate(id, name, "", "this file gives this id to the name")).Where(own => found.Exact.All(party => party.Id != own.Id))).ToList();
        var asked = known.Count > 1 ? "Several parties have this name. Who is meant?" : "The ledger knows nobody of this name. Who is meant?";
        if (mention is { Column: Column.By, Row.IsDiscreet: true }) asked += " Where a source is not to be named, write ?1 here instead, and the agreed description into its column: a name that is put on record stays there.";
        var answer = mention.Row.IsDiscreet ? "\"parties\": {\"…\": \"its id\"}" : $"\"parties\": {{\"{Shortened.Value(name)}\": \"its id\"}}, or to register it {{\"id\": \"{Slug(name)}\", \"name\": \"{Shortened.Value(name)}\", \"kind\": \"{mention.Kind ?? "…"}\"}}";
        findings.Ask(mention.Row, mention.Column, "party", Folding.Plain(name), name.Length > Texts.NameLimit ? Shortened.Value(name) : name,
            $"{asked} Answer in the mapping: {answer}.", [.. known, .. found.Near.Where(near => known.All(party => party.Id != near.Id))]);
    }

    /// <summary>An id that a name could have.</summary>
    public static string Slug(string name)
    {
        var slug = Folding.Plain(name).Replace(' ', '-');
        return (slug.Length > 60 && slug.LastIndexOf('-', 60) is > 20 and var cut ? slug[..cut] : slug.Length > 60 ? slug[..60] : slug).TrimEnd('-');
    }
}
