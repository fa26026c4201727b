using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Sheets.Fields;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets.Entries;

/// <summary>The heading, and the lines about parties. Their times are read in UTC unless they say their zone.</summary>
internal static class PartyEntries
{
    private const string Whose = "the id of the party that the line is about";

    /// <summary>Reads what all lines about a party share.</summary>
    public static SheetEntry Of(FieldReader fields, Func<FieldReader, PartyCommand> read)
    {
        var party = fields.NeededId<PartyId>("party", Whose);
        var noted = fields.Instant("noted");
        return new SheetEntry.OfParty(fields.Line.Line, party, read(fields) with { Noted = noted });
    }

    public static SheetEntry Heading(FieldReader fields)
    {
        var title = fields.NeededText("title", "what the sheet is about");
        foreach (var rejection in Texts.Name(fields.Has("title") ? title : null, "title")) fields.Refuse("title", rejection.Code, rejection.Message);
        return new SheetEntry.Heading(fields.Line.Line, title, fields.Flag("invented"));
    }

    public static SheetEntry Party(FieldReader fields)
    {
        var id = fields.NeededId<PartyId>("id", "the id by which later lines name the party");
        var name = fields.NeededText("name", "the name of the party, or its description where it is known by that only");
        if (fields.Text("kind") == "unnamed")
            fields.Refuse("kind", SheetCodes.WordUnknown, "An unnamed party has a line of its own, with the entry unnamed: its id is minted by the ledger.");
        var kind = fields.Text("kind") == "unnamed" ? PartyKind.Other : fields.NeededWord<PartyKind>("kind", except: PartyKind.Unnamed);
        var aliases = fields.Texts("aliases").ToListing();
        return new SheetEntry.OfParty(fields.Line.Line, id, new RegisterParty(kind, name, Plural: false, aliases) { Noted = fields.Instant("noted") });
    }

    public static SheetEntry Unnamed(FieldReader fields)
    {
        var label = fields.NeededLabel("label");
        var description = fields.NeededText("description", "the agreed description, which is all that may be published");
        var (plural, under) = (fields.Flag("plural"), fields.Id<PartyId>("under"));
        foreach (var field in new[] { "id", "name", "identity", "aliases" }.Where(field => fields.Element.TryGetProperty(field, out _)))
        {
            fields.Has(field);
            fields.Refuse(field, SheetCodes.UnnamedIdentity, "Remove this field. The ledger mints the id of an unnamed party, and a sheet never carries who it is.");
        }
        return new SheetEntry.Unnamed(fields.Line.Line, label, new RegisterParty(PartyKind.Unnamed, description, plural, []) { Noted = fields.Instant("noted") }, under);
    }

    public static SheetEntry Rename(FieldReader line) => Of(line, fields =>
        new RenameParty(fields.IdOrDerived<EntryId>("rename"), fields.NeededText("name", "the name that the party goes by from now on"), fields.Text("reason")));

    public static SheetEntry Alias(FieldReader line) => Of(line, fields =>
        new AddAlias(fields.IdOrDerived<EntryId>("alias"), fields.NeededText("alias", "the other name under which the party is found")));

    public static SheetEntry Grade(FieldReader line) => Of(line, fields =>
    {
        var grade = fields.NeededText("grade", "the reliability of the party, a letter from A to F");
        if (fields.Has("grade") && grade is not [>= 'A' and <= 'F'])
            fields.Refuse("grade", "grade-malformed", "The reliability of a source is one letter from A to F.");
        return new GradeParty(fields.IdOrDerived<EntryId>("grade"), grade is [var letter] ? letter : 'F', Reason(fields));
    });

    public static SheetEntry Merge(FieldReader line) => Of(line, fields =>
        new MergeParty(fields.IdOrDerived<EntryId>("merge-party"), fields.NeededId<PartyId>("into", "the party that this one is the same as"), Reason(fields)));

    public static SheetEntry Split(FieldReader line) => Of(line, fields =>
        new SplitParty(fields.IdOrDerived<EntryId>("split-party"), fields.NeededId<PartyId>("from", "the party that this one was merged into"), Reason(fields)));

    public static string Reason(FieldReader fields) => fields.NeededText("reason", "why, in a sentence that others can check");
}
