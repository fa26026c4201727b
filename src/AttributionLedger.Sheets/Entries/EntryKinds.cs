using System.Collections.Frozen;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Sheets.Fields;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.Sheets.Entries;

/// <summary>The table of contents of a sheet: every word that <c>entry</c> may say, and what reads the line.</summary>
internal static class EntryKinds
{
    private static readonly FrozenDictionary<string, Func<FieldReader, SheetEntry>> Readers = new Dictionary<string, Func<FieldReader, SheetEntry>>
    {
        ["sheet"] = PartyEntries.Heading,
        ["party"] = PartyEntries.Party,
        ["unnamed"] = PartyEntries.Unnamed,
        ["rename"] = PartyEntries.Rename,
        ["alias"] = PartyEntries.Alias,
        ["affiliation"] = AffiliationEntries.Affiliation,
        ["affiliation-ended"] = AffiliationEntries.Ended,
        ["strike-affiliation"] = AffiliationEntries.Struck,
        ["grade"] = PartyEntries.Grade,
        ["merge-party"] = PartyEntries.Merge,
        ["split-party"] = PartyEntries.Split,
        ["incident"] = IncidentEntries.Incident,
        ["revise"] = Within(IncidentEntries.Revise),
        ["claim"] = Within(ClaimEntries.Claim),
        ["reword"] = Within(ClaimEntries.Reword),
        ["statement"] = Within(StatementEntries.Statement),
        ["request"] = Within(StatementEntries.Request),
        ["evidence"] = Within(StatementEntries.Evidence),
        ["evidence-gone"] = Within(StatementEntries.EvidenceGone),
        ["renegotiation"] = Within(ReversalEntries.Renegotiation),
        ["consent-withdrawn"] = Within(ReversalEntries.ConsentWithdrawn),
        ["retraction"] = Within(ReversalEntries.Retraction),
        ["correction"] = Within(ReversalEntries.Correction),
        ["strike"] = Within(ReversalEntries.Strike),
        ["voice-settled"] = Within(ReversalEntries.VoiceSettled),
        ["link-statement"] = Within(ReversalEntries.LinkStatement),
        ["independence"] = Within(ClaimEntries.Independence),
        ["publication"] = Within(PublicationEntries.Publication),
        ["attention-settled"] = Within(PublicationEntries.AttentionSettled),
        ["link"] = Within(IncidentEntries.Link),
        ["merge"] = Within(IncidentEntries.Merge),
        ["split"] = Within(IncidentEntries.Split),
        ["close"] = Within(IncidentEntries.Close),
        ["reopen"] = Within(IncidentEntries.Reopen)
    }.ToFrozenDictionary();

    public static IReadOnlyList<string> Words { get; } = [.. Readers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The entry that the line is; null when it is none that is known. Whether it is sound, the errors of the line say.</summary>
    public static SheetEntry? Read(FieldReader fields)
    {
        var word = fields.NeededText("entry", "it says what the line is, such as statement or claim");
        if (!Readers.TryGetValue(word, out var read))
        {
            // A value of another type has its own error, and no word to speak of.
            if (fields.Line.IsSound || word != "") fields.RefuseWord("entry", word, Words, SheetCodes.EntryKindUnknown);
            return null;
        }
        var entry = read(fields);
        fields.Done(fields.Line.Noun == "line" ? $"a line with the entry {word}" : $"the entry {word}");
        return entry;
    }

    // Its incident comes first, for the times of the line are read in the incident's zone.
    private static Func<FieldReader, SheetEntry> Within(Func<FieldReader, IncidentCommand> read) => fields =>
    {
        var incident = fields.NeededId<IncidentId>("incident", "the id of the incident that the line is about");
        if (incident.Value != "") fields.Line.ReadTimesIn(incident);
        var noted = fields.Instant("noted");
        return new SheetEntry.OfIncident(fields.Line.Line, incident, read(fields) with { Noted = noted });
    };
}
