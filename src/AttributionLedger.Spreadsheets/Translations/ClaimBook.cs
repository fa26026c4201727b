using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AttributionLedger.Scripts;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Statements;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>
/// The claims of one incident that the rows are about: those on record, and those that the file frames from a text, a kind
/// and an actor. A claim without an id gets one made of these, so that the same file means the same claim.
/// </summary>
internal sealed class ClaimBook(string incident, IReadOnlyList<Claim> onRecord, PartyBook parties, SourceBook sources, Findings findings)
{
    private static readonly Column[] Describing = [Column.ClaimKind, Column.Actor, Column.ActorId, Column.ActorKind, Column.RaisedBy, Column.Refines, Column.Act];

    private readonly Dictionary<string, Framed> framed = [];

    /// <summary>The claims that the file frames, broader ones and acts before those that name them.</summary>
    public IEnumerable<(JsonObject Line, RowCells Row)> Framings()
    {
        var placed = new HashSet<string>();
        return framed.Values.SelectMany(claim => Placed(claim, placed));
    }

    /// <summary>The id of the claim that a row is about; null where it is about none, or must be mended first.</summary>
    public string? Of(RowCells row)
    {
        var (id, text) = (row.Text(Column.ClaimId), row.Text(Column.Claim));
        if (id is null && text is null)
        {
            if (Describing.Where(column => row.Own(column) is not null).Select(column => (Column?)column).FirstOrDefault() is { } lost)
                findings.Refuse(row, lost, TableCodes.CellMissing, "This cell is about a claim, and the row names none. Fill the column claim with what is claimed, in one sentence that can be asserted or denied.");
            return null;
        }
        var kind = row.Word(Column.ClaimKind, findings);
        var mentions = Mentions.Of(_ => row, Column.Actor, findings);
        if (mentions.Count > 1)
            findings.Refuse(row, Column.Actor, TableCodes.ListsDisagree, "A claim names one actor. Frame a claim for each of them, in a row of its own.");
        if (!findings.IsSound(row)) return null;
        var actor = mentions is [var one] ? parties.Resolve(one) : null;
        if (mentions.Count > 0 && actor is null) return null;
        return id is not null ? ById(row, id, text, kind, actor) : ByText(row, text!, kind, actor);
    }

    private string? ById(RowCells row, string id, string? text, string? kind, string? actor)
    {
        if (onRecord.FirstOrDefault(claim => claim.Id.Value == id) is { } known)
        {
            if (Differs(known, text, kind, actor) is { } column)
                findings.Refuse(row, column, TableCodes.ClaimDiffers, $"The claim of this id has another {column.Name()} on record. Leave the cell empty if that claim is meant, or give the new claim an id of its own.");
            return id;
        }
        if (text is null && !framed.ContainsKey(id)) return id;
        return Framed(row, id, text, kind, actor);
    }

    private string? ByText(RowCells row, string text, string? kind, string? actor)
    {
        var known = onRecord.Where(claim => Differs(claim, text, kind, actor) is null).Select(claim => claim.Id.Value)
            .Concat(framed.Values.Where(claim => claim.Is(text, kind, actor)).Select(claim => claim.Id)).Distinct().ToList();
        if (known is [var only]) return framed.ContainsKey(only) ? Framed(row, only, text, kind, actor) : only;
        if (known.Count > 1)
        {
            findings.Refuse(row, Column.Claim, TableCodes.CellsDisagree, "Several claims of this incident read like this one. Say by claim id, or by claim kind and actor, which of them is meant.");
            return null;
        }
        if (kind is null && actor is null)
        {
            findings.Refuse(row, Column.ClaimKind, TableCodes.ClaimKindMissing, $"This claim is new, and nothing says of what kind it is. Fill the column claim kind with one of {string.Join(", ", Vocabularies.Words.Of(Column.ClaimKind))}, or write the claim as it is on record.");
            return null;
        }
        // The actor goes in as it is written, or else another spelling of its id would make another claim.
        var content = $"{incident}\n{Folding.Plain(text)}\n{kind ?? "responsibility"}\n{Folding.Plain(row.Text(Column.Actor) ?? row.Text(Column.ActorId) ?? "")}";
        return Framed(row, $"claim-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12]}", text, kind, actor);
    }

    private string? Framed(RowCells row, string id, string? text, string? kind, string? actor)
    {
        // It is claims of responsibility that name an actor, and no others.
        kind ??= actor is null ? null : "responsibility";
        var raised = row.Text(Column.RaisedBy) is null ? null : Mentions.Of(_ => row, Column.RaisedBy, findings) is [var raiser] ? parties.Resolve(raiser) : Several(row);
        if (!findings.IsSound(row)) return null;
        if (raised is not null && Label.IsMeant(raised)) raised = sources.Number(incident, raised, row);
        if (!framed.TryGetValue(id, out var claim)) framed[id] = claim = new(id, incident, row);
        if (claim.Disagreement(row, text, kind, actor, raised) is not { } column) return id;
        findings.Refuse(row, column, TableCodes.CellsDisagree, $"Row {claim.First.Number} says something else of the same claim. Make them agree, leave the cell empty after the first row, or give the other claim an id of its own.");
        return null;
    }

    private string? Several(RowCells row)
    {
        findings.Refuse(row, Column.RaisedBy, TableCodes.ListsDisagree, "A claim is raised by one party, by a question, by unnamed-reports or by the desk.");
        return null;
    }

    private static Column? Differs(Claim known, string? text, string? kind, string? actor) =>
        text is not null && Folding.Plain(text) != Folding.Plain(known.Text) ? Column.Claim
        : kind is not null && kind != Vocabularies.Words.Spelt(known.Kind) ? Column.ClaimKind
        : actor is not null && actor != known.Actor?.Value ? Column.Actor : null;

    private IEnumerable<(JsonObject, RowCells)> Placed(Framed claim, HashSet<string> placed)
    {
        if (!placed.Add(claim.Id)) yield break;
        foreach (var before in claim.Names.Select(framed.GetValueOrDefault).OfType<Framed>())
            foreach (var line in Placed(before, placed)) yield return line;
        yield return (claim.Line(), claim.First);
    }
}
