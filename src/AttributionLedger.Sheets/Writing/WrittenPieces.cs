using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Sheets.Writing;

/// <summary>The parts of a line that several entries share.</summary>
internal static class WrittenPieces
{
    public static FieldWriter Words(this FieldWriter fields, Words? words) => words is null ? fields : fields.Object("words", inside => inside
        .Word("form", (WordsForm?)words.Form).Text("text", words.Text).Text("language", words.Language)
        .Word("translatedBy", words.TranslatedBy).Text("original", words.Original).Text("originalLanguage", words.OriginalLanguage));

    public static FieldWriter Terms(this FieldWriter fields, Terms terms) => terms == new Terms(terms.Rule)
        ? fields.Word("terms", (GroundRule?)terms.Rule)
        : fields.Object("terms", inside => inside.Word("rule", (GroundRule?)terms.Rule).Text("agreed", terms.Agreed).Text("description", terms.Description).Text("reason", terms.Reason));

    public static FieldWriter Evidence(this FieldWriter fields, Evidence evidence) => fields
        .Text("url", evidence.Url).Text("archive", evidence.Archive).Text("file", evidence.File).Text("sha256", evidence.Sha256).Text("at", evidence.At).Text("note", evidence.Note);

    public static FieldWriter Stances(this FieldWriter fields, Listing<Stance>? stances) => fields.Objects("stances", stances, (inside, stance) => inside
        .Word("stance", (StanceKind?)stance.Kind).Id("claim", stance.Claim).Id("request", stance.Request)
        .Word("strength", stance.Strength == Strength.Flat ? null : (Strength?)stance.Strength).Text("qualifier", stance.Qualifier).Text("verb", stance.Verb)
        .Word("scope", stance.Scope).Text("ground", stance.Ground).Figures(stance.Figures));

    public static FieldWriter Figures(this FieldWriter fields, Listing<Figure>? figures) => fields.Objects("figures", figures, (inside, figure) =>
    {
        inside.Text("category", figure.Category);
        if (figure.Most == figure.Least) inside.Number("value", figure.Least);
        else inside.Number("least", figure.Least).Number("most", figure.Most);
        inside.Text("asOf", figure.AsOf);
    });

    public static FieldWriter Setting(this FieldWriter fields, Setting setting) => setting == Statements.Setting.NotRecorded ? fields : fields.Object("setting", inside => inside
        .Text("medium", setting.Medium).Parties("askedBy", setting.AskedBy).Parties("via", setting.Via).Instant("embargo", setting.EmbargoUntil).Flag("pool", setting.Pool));

    public static FieldWriter Issuance(this FieldWriter fields, Issuance state, PartyId? channel) => (state, channel) is (Statements.Issuance.Verified, null) ? fields
        : fields.Object("issuance", inside => inside.Word("state", (Issuance?)state).Party("channel", channel));
}
