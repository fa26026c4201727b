using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Fields;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Statements;
using static AttributionLedger.Sheets.Entries.PartyEntries;

namespace AttributionLedger.Sheets.Entries;

/// <summary>The lines about statements, what they rest on, and requests for comment.</summary>
internal static class StatementEntries
{
    public static IncidentCommand Statement(FieldReader fields)
    {
        var id = fields.NeededId<EntryId>("id", "the id by which later lines name the statement");
        var by = fields.NeededParties("by", labels: true, "who spoke");
        var said = fields.NeededTime("said", "when it was said");
        if (!fields.Has("stances")) fields.Refuse("stances", SheetCodes.FieldMissing, "This field is missing: what the speaker does, [{ \"stance\": \"asserts\", \"claim\": ... }].");
        var stances = Pieces.Stances(fields) ?? [];
        var (issuance, channel) = Issuing(fields);
        return new LogStatement(id, new(
            by, said, Pieces.Terms(fields) ?? new(GroundRule.NotStated), Setting(fields), Pieces.Words(fields), issuance, channel,
            fields.Id<EntryId>("relayOf"), fields.Word<Basis>("basis"), Grade(fields),
            fields.Objects("evidence", "evidence", Pieces.Evidence)?.ToListing(), fields.Time("published")), stances);
    }

    private static Setting Setting(FieldReader fields) => fields.Object("setting", "a setting", inside => new Setting(
        inside.Text("medium"), inside.Parties("askedBy", labels: false), inside.Parties("via", labels: false), inside.Instant("embargo"), inside.Flag("pool")))
        ?? Statements.Setting.NotRecorded;

    private static Grade? Grade(FieldReader fields)
    {
        if (fields.Text("grade") is not { } text) return null;
        if (Statements.Grade.TryRead(text, out var grade)) return grade;
        fields.Refuse("grade", "grade-malformed", "A grade is a letter from A to F for the source and a digit from 1 to 6 for the information, such as B2.");
        return null;
    }

    private static (Issuance State, PartyId? Channel) Issuing(FieldReader fields)
    {
        var issued = fields.WordOrObject("issuance", "an issuance",
            word => Told(fields, fields.Word<Issuance>("issuance", word)),
            inside =>
            {
                var state = inside.NeededWord<Issuance>("state");
                if (state != Issuance.Verified && !inside.Has("channel")) NoChannel(inside, "channel");
                return new Issued(state, inside.PartyOrLabel("channel"));
            });
        return issued is null ? (Issuance.Verified, null) : (issued.State, issued.Channel);
    }

    private static Issued? Told(FieldReader fields, Issuance? word)
    {
        if (word is not (null or Issuance.Verified)) NoChannel(fields, "issuance.channel");
        return word is { } state ? new(state, null) : null;
    }

    private static void NoChannel(FieldReader fields, string name) => fields.Refuse(name, SheetCodes.FieldMissing,
        "This field is missing: unless it is verified, the channel speaks and not the party in whose name it was issued. Write { \"state\": ..., \"channel\": the channel's party id }.");

    private sealed record Issued(Issuance State, PartyId? Channel);

    public static IncidentCommand Request(FieldReader fields)
    {
        var id = fields.NeededId<EntryId>("id", "the id by which stances name the request");
        var (of, by) = (fields.NeededId<PartyId>("of", "who was asked"), fields.NeededParties("by", labels: false, "who asked"));
        var (claim, asked) = (fields.Id<ClaimId>("claim"), fields.NeededTime("asked", "when it was asked"));
        return new SeekComment(id, of, by, claim, asked, fields.Time("deadline"), fields.Text("medium"));
    }

    public static IncidentCommand Evidence(FieldReader fields)
    {
        var (statement, evidence) = (Which(fields), Pieces.Evidence(fields));
        return new AttachEvidence(fields.IdOrDerived<EntryId>("evidence"), statement, evidence);
    }

    public static IncidentCommand EvidenceGone(FieldReader fields) =>
        new NoteEvidenceGone(fields.IdOrDerived<EntryId>("evidence-gone"), fields.NeededId<EntryId>("evidence", "the id of the piece of evidence"), Reason(fields));

    public static EntryId Which(FieldReader fields) => fields.NeededId<EntryId>("statement", "the id of the statement");
}
