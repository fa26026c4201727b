using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Fields;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Statements;
using static AttributionLedger.Sheets.Entries.PartyEntries;
using static AttributionLedger.Sheets.Entries.StatementEntries;

namespace AttributionLedger.Sheets.Entries;

/// <summary>The lines that change how an earlier statement reads.</summary>
internal static class ReversalEntries
{
    public static IncidentCommand Renegotiation(FieldReader fields)
    {
        var statement = Which(fields);
        if (!fields.Has("terms")) fields.Refuse("terms", SheetCodes.FieldMissing, "This field is missing: the terms that hold from now on.");
        var terms = Pieces.Terms(fields) ?? new(GroundRule.NotStated);
        return new RenegotiateTerms(fields.IdOrDerived<EntryId>("renegotiation"), statement, terms, Reason(fields));
    }

    public static IncidentCommand ConsentWithdrawn(FieldReader fields) =>
        new WithdrawConsent(fields.IdOrDerived<EntryId>("consent-withdrawn"), Which(fields), Reason(fields));

    public static IncidentCommand Retraction(FieldReader fields)
    {
        var (statement, said, words) = (Which(fields), fields.NeededTime("said", "when it was retracted"), Pieces.Words(fields));
        return new RetractStatement(fields.IdOrDerived<EntryId>("retraction"), statement, said, Reason(fields), words);
    }

    public static IncidentCommand Correction(FieldReader fields)
    {
        var (statement, whose, said) = (Which(fields), fields.NeededWord<Corrector>("whose"), fields.Time("said"));
        var (words, stances) = (Pieces.Words(fields), Pieces.Stances(fields));
        return new CorrectStatement(fields.IdOrDerived<EntryId>("correction"), statement, whose, said, Reason(fields), words, stances);
    }

    public static IncidentCommand Strike(FieldReader fields) =>
        new StrikeEntry(fields.IdOrDerived<EntryId>("strike"), fields.NeededId<EntryId>("target", "the id of the entry that was logged in error"), Reason(fields));

    public static IncidentCommand LinkStatement(FieldReader fields)
    {
        var (statement, other, link) = (Which(fields), fields.NeededId<EntryId>("other", "the id of the statement that it is linked to"), fields.NeededWord<StatementLink>("link"));
        return new LinkStatement(fields.IdOrDerived<EntryId>("link-statement"), statement, other, link, Reason(fields));
    }

    public static IncidentCommand VoiceSettled(FieldReader fields) =>
        new SettleVoice(fields.IdOrDerived<EntryId>("voice-settled"), Which(fields), Reason(fields));
}
