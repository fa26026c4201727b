using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets.Writing;

/// <summary>The heading, and the lines about parties.</summary>
internal static class PartyLines
{
    public static void Write(FieldWriter fields, SheetEntry.Heading heading) =>
        fields.Text("entry", "sheet").Text("title", heading.Title).Flag("invented", heading.Invented);

    public static void Write(FieldWriter fields, SheetEntry.Unnamed source) => fields.Text("entry", "unnamed").Text("label", source.Label.ToString())
        .Text("description", source.Registration.Name).Flag("plural", source.Registration.Plural).Id("under", source.Under).Instant("noted", source.Registration.Noted);

    public static void Write(FieldWriter fields, SheetEntry.OfParty entry)
    {
        FieldWriter About(string kind) => fields.Text("entry", kind).Id(kind == "party" ? "id" : "party", (Basics.PartyId?)entry.Party);
        (entry.Command switch
        {
            RegisterParty e => About("party").Text("name", e.Name).Word("kind", (PartyKind?)e.Kind).Texts("aliases", e.Aliases),
            RenameParty e => About("rename").Entry(e.Id).Text("name", e.Name).Text("reason", e.Reason),
            AddAlias e => About("alias").Entry(e.Id).Text("alias", e.Alias),
            RecordAffiliation e => About("affiliation").Id("id", (Basics.AffiliationId?)e.Id).Id(e.Link == Link.SpeaksFor ? "speaksFor" : "partOf", (Basics.PartyId?)e.To)
                .Flag("counts", e.Counts, otherwise: true).Time("from", e.From).Time("until", e.Until),
            EndAffiliation e => About("affiliation-ended").Entry(e.Id).Id("affiliation", (Basics.AffiliationId?)e.Affiliation).Time("until", e.Until).Text("reason", e.Reason),
            StrikeAffiliation e => About("strike-affiliation").Entry(e.Id).Id("affiliation", (Basics.AffiliationId?)e.Affiliation).Text("reason", e.Reason),
            GradeParty e => About("grade").Entry(e.Id).Text("grade", e.Reliability.ToString()).Text("reason", e.Reason),
            MergeParty e => About("merge-party").Entry(e.Id).Id("into", (Basics.PartyId?)e.Into).Text("reason", e.Reason),
            SplitParty e => About("split-party").Entry(e.Id).Id("from", (Basics.PartyId?)e.From).Text("reason", e.Reason),
            var other => throw new InvalidOperationException($"{other.GetType().Name} has no line.")
        }).Instant("noted", entry.Command.Noted);
    }

    public static FieldWriter Entry(this FieldWriter fields, Basics.EntryId id) => fields.Id("id", (Basics.EntryId?)id);
}
