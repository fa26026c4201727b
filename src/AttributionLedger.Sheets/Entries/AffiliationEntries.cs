using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Sheets.Fields;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets.Entries;

/// <summary>The lines about who speaks for whom, and who belongs to whom.</summary>
internal static class AffiliationEntries
{
    public static SheetEntry Affiliation(FieldReader line) => PartyEntries.Of(line, fields =>
    {
        var (link, to) = (fields.Id<PartyId>("speaksFor"), fields.Id<PartyId>("partOf")) switch
        {
            ({ } spoken, null) => (Link.SpeaksFor, spoken),
            (null, { } whole) => (Link.PartOf, whole),
            ({ } spoken, _) => (Link.SpeaksFor, spoken),
            _ => (Link.PartOf, default)
        };
        var both = (fields.Has("speaksFor"), fields.Has("partOf"));
        if (both is (true, true))
            fields.Refuse("partOf", SheetCodes.FieldsExclusive, "One affiliation is either speaksFor or partOf. Write two lines where both are so.");
        if (both is (false, false))
            fields.Refuse("speaksFor", SheetCodes.FieldMissing, "Say with speaksFor in whose name the party may answer, or with partOf to whom it belongs without answering for it.");
        var (counts, from, until) = (fields.Flag("counts", otherwise: true), fields.Time("from"), fields.Time("until"));
        return new RecordAffiliation(fields.IdOrDerived<AffiliationId>("affiliation"), link, to, counts, from, until);
    });

    public static SheetEntry Ended(FieldReader line) => PartyEntries.Of(line, fields =>
    {
        var (affiliation, until) = (Which(fields), fields.NeededTime("until", "when it ended"));
        return new EndAffiliation(fields.IdOrDerived<EntryId>("affiliation-ended"), affiliation, until, fields.Text("reason"));
    });

    public static SheetEntry Struck(FieldReader line) => PartyEntries.Of(line, fields =>
        new StrikeAffiliation(fields.IdOrDerived<EntryId>("strike-affiliation"), Which(fields), PartyEntries.Reason(fields)));

    private static AffiliationId Which(FieldReader fields) => fields.NeededId<AffiliationId>("affiliation", "the id of the affiliation");
}
