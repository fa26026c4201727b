using System.Text.Json.Nodes;
using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Vocabularies;

namespace AttributionLedger.Spreadsheets.Translations;

/// <summary>The line of a sheet that the rows of a statement become. What must be there, the sheet says: here is only what there is.</summary>
internal sealed class StatementLines(PartyBook parties, SourceBook sources, Findings findings)
{
    /// <param name="claims">Of the statement's incident.</param>
    /// <param name="zone">The incident's; null where it is not known.</param>
    public JsonObject Of(StatementRows statement, ClaimBook claims, string? zone)
    {
        var line = new JsonObject { ["entry"] = "statement", ["id"] = statement.Id, ["incident"] = statement.Incident };
        var speakers = Speakers(statement).Select(speaker => sources.Of(statement, speaker)).ToList();
        if (speakers.Count > 0) line["by"] = List(speakers);
        Put(line, "said", Said(statement, zone));
        line["stances"] = new JsonArray([.. statement.Rows.Select(row => (JsonNode)Stance(row, claims, zone))]);
        Put(line, "words", Words(statement));
        Put(line, "setting", Setting(statement, zone));
        Put(line, "issuance", Issuance(statement));
        Put(line, "basis", Word(statement, Column.Basis));
        Put(line, "terms", Terms(statement));
        Put(line, "grade", Text(statement, Column.Grade)?.Replace(" ", "").Replace("-", "").ToUpperInvariant());
        Put(line, "relayOf", Text(statement, Column.RelayOf));
        Put(line, "published", statement.With(Column.Published).Time(Column.Published, zone, findings));
        Put(line, "noted", statement.With(Column.Noted).Time(Column.Noted, zone, findings));
        if (Text(statement, Column.Evidence) is { } evidence)
            line["evidence"] = new JsonArray([.. EvidenceCells.Read(evidence).Select(piece => (JsonNode)Piece(statement, piece))]);
        return line;
    }

    /// <summary>The line that takes a statement back; null where its rows say that it stands.</summary>
    public JsonObject? Retraction(StatementRows statement, string? zone)
    {
        var (status, said, because) = (Word(statement, Column.Status), statement.With(Column.RetractedSaid), Text(statement, Column.RetractedBecause));
        if (status == "retracted")
        {
            var line = new JsonObject { ["entry"] = "retraction", ["incident"] = statement.Incident, ["statement"] = statement.Id };
            Put(line, "said", said.Time(Column.RetractedSaid, zone, findings));
            Put(line, "reason", because);
            return line;
        }
        if (status == "struck")
            findings.Refuse(statement.With(Column.Status), Column.Status, TableCodes.RowStruck, "This statement was struck: it should never have been logged. Take its rows out.");
        else if (said.Own(Column.RetractedSaid) is not null || because is not null)
            findings.Refuse(said, Column.Status, TableCodes.CellsDisagree, "This row says when or why the statement was retracted, and not that it was. Write retracted into the column status, or empty the two.");
        return null;
    }

    private JsonNode? Said(StatementRows statement, string? zone)
    {
        var clock = statement.With(Column.SaidTime);
        if (clock.Text(Column.SaidTime) is not null && statement.With(Column.Said).Text(Column.Said) is null)
            findings.Refuse(clock, Column.SaidTime, TableCodes.TimeWithoutDay, "This row has a time of day and no day. Fill the column said.");
        return statement.With(Column.Said).Time(Column.Said, zone, findings, clock.Text(Column.SaidTime));
    }

    private JsonObject Stance(RowCells row, ClaimBook claims, string? zone)
    {
        var stance = new JsonObject();
        if (row.Text(Column.Stance) is null)
            findings.Refuse(row, Column.Stance, TableCodes.CellMissing, $"This row says no stance: what the speaker does. Fill it with one of {string.Join(", ", Vocabularies.Words.Of(Column.Stance))}; comments is for one who takes no position.");
        Put(stance, "stance", row.Word(Column.Stance, findings));
        Put(stance, "claim", claims.Of(row));
        Put(stance, "request", row.Text(Column.Request));
        Put(stance, "strength", row.Word(Column.Strength, findings));
        Put(stance, "qualifier", row.Text(Column.Qualifier));
        Put(stance, "verb", row.Text(Column.Verb));
        Put(stance, "scope", row.Word(Column.Scope, findings));
        Put(stance, "ground", row.Text(Column.Ground));
        if (row.Text(Column.Figures) is { } figures) stance["figures"] = new JsonArray([.. FigureCells.Read(figures).Select(figure => Figure(row, figure, zone))]);
        return stance;
    }

    private JsonNode? Figure(RowCells row, FigureInCell? figure, string? zone)
    {
        if (figure is null)
        {
            findings.Refuse(row, Column.Figures, TableCodes.FigureUnreadable, "A figure is what is counted and a whole number: killed 3; injured 10-15; missing 5+ (as of 2023-03-06).");
            return null;
        }
        var made = new JsonObject { ["category"] = figure.Category };
        if (figure.Most == figure.Least) made["value"] = figure.Least;
        else
        {
            made["least"] = figure.Least;
            if (figure.Most is { } most) made["most"] = most;
        }
        if (figure.AsOf is { } asOf) Put(made, "asOf", row.Edtf(Column.Figures, asOf, zone, findings));
        return made;
    }

    private JsonObject? Words(StatementRows statement) => Unless(new JsonObject(), words =>
    {
        Put(words, "form", Word(statement, Column.Form));
        Put(words, "text", Text(statement, Column.Words));
        Put(words, "language", Text(statement, Column.Language) is { } language ? Languages.Tag(language) : null);
        Put(words, "translatedBy", Word(statement, Column.TranslatedBy));
        Put(words, "original", Text(statement, Column.Original));
        Put(words, "originalLanguage", Text(statement, Column.OriginalLanguage) is { } original ? Languages.Tag(original) : null);
    }, onlyIf: statement.Rows.Any(row => new[] { Column.Form, Column.Words, Column.Language, Column.TranslatedBy, Column.Original, Column.OriginalLanguage }.Any(column => row.Own(column) is not null)));

    private JsonObject? Setting(StatementRows statement, string? zone) => Unless(new JsonObject(), setting =>
    {
        Put(setting, "medium", Text(statement, Column.Medium));
        if (Parties(statement, Column.AskedBy) is { Count: > 0 } asking) setting["askedBy"] = List(asking);
        if (Parties(statement, Column.Via) is { Count: > 0 } via) setting["via"] = List(via);
        Put(setting, "embargo", statement.With(Column.Embargo).Time(Column.Embargo, zone, findings));
        if (Word(statement, Column.Pool) is "yes") setting["pool"] = true;
    });

    private JsonNode? Issuance(StatementRows statement)
    {
        var (state, channel) = (Word(statement, Column.Issuance), Parties(statement, Column.Channel));
        if (channel.Count == 0) return state;
        if (channel.Count > 1) findings.Refuse(statement.With(Column.Channel), Column.Channel, TableCodes.ListsDisagree, "A statement comes through one channel. Name the others in the column via.");
        return CellTimes.Object(("state", state), ("channel", sources.Of(statement, channel[0])));
    }

    private JsonNode? Terms(StatementRows statement)
    {
        var (rule, agreed, reason) = (Word(statement, Column.Terms), Text(statement, Column.Agreed), Text(statement, Column.Reason));
        var description = sources.OwnDescription(statement);
        return agreed is null && reason is null && description is null ? rule : CellTimes.Object(("rule", rule), ("agreed", agreed), ("description", description), ("reason", reason));
    }

    private JsonObject Piece(StatementRows statement, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        var piece = new JsonObject();
        foreach (var (key, value) in pairs)
            if (!piece.TryAdd(key, value))
                findings.Refuse(statement.With(Column.Evidence), Column.Evidence, TableCodes.CellsDisagree, $"A piece of evidence says its {key} twice. Put each piece on a line of its own, or a ; and a blank between two; put a value that holds what looks like another key between quotation marks.");
        return piece;
    }

    private IReadOnlyList<string> Speakers(StatementRows statement) =>
        [.. Mentions.Of(statement.With, Column.By, findings).Select(mention => Discretion.ProtectsSpeakers(statement) ? parties.ResolveProtected(mention) : parties.Resolve(mention)).OfType<string>()];

    private IReadOnlyList<string> Parties(StatementRows statement, Column column) => [.. Mentions.Of(statement.With, column, findings).Select(parties.Resolve).OfType<string>()];

    private string? Text(StatementRows statement, Column column) => statement.With(column).Text(column);
    private string? Word(StatementRows statement, Column column) => statement.With(column).Word(column, findings);

    private static JsonNode List(IReadOnlyList<string> ids) => ids is [var only] ? only : new JsonArray([.. ids.Select(id => (JsonNode)id)]);

    private static JsonObject? Unless(JsonObject made, Action<JsonObject> fill, bool onlyIf = true)
    {
        if (onlyIf) fill(made);
        return made.Count > 0 ? made : null;
    }

    private static void Put(JsonObject line, string field, JsonNode? value)
    {
        if (value is not null) line[field] = value;
    }
}
