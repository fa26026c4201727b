using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Letters;
using AttributionLedger.Spreadsheets.Mappings;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Tables;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>
/// Translates the rows of a spreadsheet into the lines of a ledger sheet. It reads what people write and asks what they
/// alone know; what the ledger takes, the sheet's own rules say when the lines are taken in.
/// </summary>
public sealed class TableTranslator(IPartyLookup parties, IRecordLookup record)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Translates the rows below the header. Writes nothing anywhere.</summary>
    public async Task<Translation> TranslateAsync(Table table, Headings headings, Mapping mapping, CancellationToken ct)
    {
        var findings = new Findings();
        var layout = Layout.Of(headings, mapping);
        var rows = DataRows.Of(table, headings, layout, findings).Select(row => new RowCells(row, layout)).ToList();
        var translation = new Translation(findings, rows.Count);
        foreach (var row in rows) row.IsDiscreet = Discretion.Protects(row);
        if (layout.Columns.ContainsKey(Column.Known))
            findings.Note(null, null, "known-passed-over", "The column known was passed over: the ledger says itself when it recorded a row.");
        var placed = rows.Select(row => (Row: row, Incident: IncidentBook.IdOf(row))).ToList();
        foreach (var (row, _) in placed.Where(one => one.Incident is null))
            findings.Refuse(row, Column.Incident, TableCodes.IncidentMissing, "This row does not say to which incident it belongs. Fill the column incident (its id) or headline, or name the incident in the mapping's defaults where the whole file is about one.");
        var ours = placed.Where(one => one.Incident is not null).Select(one => (one.Row, Incident: one.Incident!)).ToList();
        Translate(ours, await KnownAsync(ours, mapping, ct), mapping, translation, findings, ct);
        return translation;
    }

    private async Task<KnownRecord> KnownAsync(List<(RowCells Row, string Incident)> rows, Mapping mapping, CancellationToken ct)
    {
        var found = await parties.FindAsync([.. Mentions.ToLookUp(rows.Select(one => one.Row)).Union(mapping.Parties.Values.OfType<PartyMeaning>().Select(party => party.Id))], ct);
        var incidents = await record.IncidentsAsync([.. rows.Select(one => one.Incident).Distinct()], ct);
        var retracted = new HashSet<(string, string)>();
        foreach (var incident in rows.Where(one => one.Row.Text(Column.Status) is not null && incidents.ContainsKey(one.Incident)).GroupBy(one => one.Incident, one => one.Row.Text(Column.Statement)))
            retracted.UnionWith((await record.RetractedAsync(incident.Key, [.. incident.OfType<string>().Distinct()], ct)).Select(statement => (incident.Key, statement)));
        return new(found, incidents, retracted);
    }

    private static void Translate(List<(RowCells Row, string Incident)> rows, KnownRecord known, Mapping mapping, Translation translation, Findings findings, CancellationToken ct)
    {
        var (incidents, sources) = (new IncidentBook(known, mapping, findings), new SourceBook(findings));
        var parties = new PartyBook(known, mapping, findings);
        foreach (var (row, incident) in rows)
        {
            incidents.Learn(incident, row);
            sources.Learn(incident, row);
            foreach (var column in Mentions.Named)
                foreach (var mention in Mentions.Of(_ => row, column, new Findings())) parties.Learn(mention);
        }
        var claims = rows.Select(one => one.Incident).Distinct().ToDictionary(incident => incident, incident =>
            new ClaimBook(incident, known.Incidents.GetValueOrDefault(incident)?.Claims ?? [], parties, sources, findings));
        var openings = incidents.Openings().ToList();
        var statementLines = new StatementLines(parties, sources, findings);
        var (statements, retractions) = (new List<(JsonObject Line, SheetOrigin Origin)>(), new List<(JsonObject Line, SheetOrigin Origin)>());
        var gathered = StatementRows.Gather(rows, incidents.ZoneOf, findings);
        foreach (var statement in gathered.Where(one => !Discretion.ProtectsSpeakers(one)))
            foreach (var mention in Mentions.Of(statement.With, Column.By, new Findings())) parties.LearnOpenly(mention);
        foreach (var statement in gathered)
        {
            ct.ThrowIfCancellationRequested();
            var zone = incidents.ZoneOf(statement.Incident);
            var (line, retraction) = (statementLines.Of(statement, claims[statement.Incident], zone), statementLines.Retraction(statement, zone));
            if (!statement.Rows.All(findings.IsSound)) continue;
            statements.Add((line, new("statement", statement.Rows)));
            if (retraction is null) continue;
            if (known.Retracted.Contains((statement.Incident, statement.Id)))
                findings.Note(statement.Rows[0], null, "retracted-before", "This statement is on record as retracted already, which was left as it is.");
            else retractions.Add((retraction, new("retraction", statement.Rows)));
        }

        var framings = claims.Values.SelectMany(book => book.Framings()).ToList();
        foreach (var (line, row, column) in parties.Registered) Add(line, new("party", [row], column));
        foreach (var (line, row) in openings) Add(line, new("incident", [row]));
        foreach (var (line, row) in framings) Add(line, new("claim", [row]));
        var used = LabelsIn(statements.Select(one => one.Line).Concat(framings.Select(one => one.Line)));
        foreach (var (line, row) in sources.Introductions(used)) Add(line, new("unnamed", [row]));
        foreach (var (line, origin) in Repeated.AfterTheirFirst(statements)) Add(line, origin);
        foreach (var (line, origin) in retractions) Add(line, origin);

        void Add(JsonObject line, SheetOrigin origin) => translation.Add(JsonSerializer.SerializeToUtf8Bytes(line, Json), origin);
    }

    private static HashSet<string> LabelsIn(IEnumerable<JsonObject> lines) =>
        [.. lines.SelectMany(line => (line["by"] as JsonArray ?? [line["by"]?.DeepClone()]).Append((line["issuance"] as JsonObject)?["channel"]).Append(line["raisedBy"])).Select(node => node?.GetValue<string>()).OfType<string>()];
}
