using AttributionLedger.Basics;
using AttributionLedger.Sheets.Fields;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Statements;

namespace AttributionLedger.Sheets.Entries;

/// <summary>The parts of a line that several entries share.</summary>
internal static class Pieces
{
    public static Words? Words(FieldReader fields) => fields.Object("words", "words", inside => new Words(
        inside.NeededWord<WordsForm>("form"), inside.NeededText("text", "the words themselves"), inside.Text("language"),
        inside.Word<Translator>("translatedBy"), inside.Text("original"), inside.Text("originalLanguage")));

    public static Terms? Terms(FieldReader fields) => fields.WordOrObject("terms", "terms",
        word => fields.Word<GroundRule>("terms", word) is { } rule ? new Terms(rule) : null,
        inside => new Terms(inside.NeededWord<GroundRule>("rule"), inside.Text("agreed"), inside.Text("description"), inside.Text("reason")));

    /// <summary>Where something can be checked, from the fields of <paramref name="fields"/> itself.</summary>
    public static Evidence Evidence(FieldReader fields) => new(
        fields.Text("url"), fields.Text("archive"), fields.Text("file"), fields.Text("sha256"), fields.Text("at"), fields.Text("note"));

    public static Listing<Stance>? Stances(FieldReader fields) => fields.Objects("stances", "a stance", inside => new Stance(
        inside.NeededWord<StanceKind>("stance"), inside.Id<ClaimId>("claim"), inside.Id<EntryId>("request"),
        inside.Word<Strength>("strength") ?? Strength.Flat, inside.Text("qualifier"), inside.Text("verb"),
        inside.Word<Scope>("scope"), inside.Text("ground"), Figures(inside)))?.ToListing();

    public static Listing<Figure>? Figures(FieldReader fields) => fields.Objects("figures", "a figure", Figure)?.ToListing();

    private static Figure Figure(FieldReader fields)
    {
        var category = fields.NeededText("category", "what is counted, such as killed or injured");
        var (value, least, most) = (fields.Number("value"), fields.Number("least"), fields.Number("most"));
        if (fields.Has("value") && (fields.Has("least") || fields.Has("most")))
            fields.Refuse("value", SheetCodes.FieldsExclusive, "A figure is either a value, or a range from least to most (least alone says \"at least\").");
        else if (!fields.Has("value") && !fields.Has("least"))
            fields.Refuse("value", SheetCodes.FieldMissing, "Give the value, or with least and most the ends of a range (least alone says \"at least\").");
        // The count is dated as everything else is; it is kept as it was written.
        return new(category, value ?? least ?? 0, fields.Has("value") ? value : most, fields.Edtf("asOf"));
    }
}
