using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Views;

/// <summary>A statement as it stands now, one row each, to be listed, searched and exported.</summary>
/// <param name="Known">UTC, when it was recorded.</param>
/// <param name="Reversals">The ids of what was done to it since, in order.</param>
/// <param name="Retracted">The speaker took it back.</param>
/// <param name="Struck">The desk logged it in error.</param>
/// <param name="ConsentWithdrawn">It is in no publishable reading of any moment.</param>
public sealed record StatementRow(
    string Id, string Incident, EntryId Entry, DateTimeOffset Known, DateTimeOffset? Noted, Statement Statement, Listing<Stance> Stances,
    Listing<EntryId> Reversals, bool Retracted = false, bool Struck = false, bool ConsentWithdrawn = false)
{
    public static string IdOf(string incident, EntryId entry) => $"{incident}/{entry}";

    public static StatementRow Of(string incident, Recorded<IncidentEvent> fact, StatementLogged logged) =>
        new(IdOf(incident, logged.Id), incident, logged.Id, fact.At, logged.Noted, logged.Statement, [], []);

    /// <summary>The row after another fact about it.</summary>
    public StatementRow After(IncidentEvent fact) => fact switch
    {
        StanceTaken e => this with { Stances = Stances.With(e.ToStance()) },
        StatementRetracted e => this with { Retracted = true, Reversals = Reversals.With(e.Id) },
        StatementCorrected e => this with
        {
            Statement = Statement with { Words = e.Words ?? Statement.Words }, Stances = e.Stances ?? Stances, Reversals = Reversals.With(e.Id)
        },
        TermsRenegotiated e => this with { Statement = Statement with { Terms = e.Terms }, Reversals = Reversals.With(e.Id) },
        ConsentWithdrawn e => this with { ConsentWithdrawn = true, Reversals = Reversals.With(e.Id) },
        EntryStruck e => this with { Struck = true, Reversals = Reversals.With(e.Id) },
        VoiceSettled e => this with { Reversals = Reversals.With(e.Id) },
        EvidenceAttached e => this with { Statement = Statement with { Evidence = (Statement.Evidence ?? []).With(e.Evidence) } },
        _ => this
    };

    /// <summary>The statement that a fact is about; null when it is about none, or when only a refold tells.</summary>
    public static EntryId? About(IncidentEvent fact) => fact switch
    {
        StanceTaken e => e.Statement,
        StatementRetracted e => e.Statement,
        StatementCorrected e => e.Statement,
        TermsRenegotiated e => e.Statement,
        ConsentWithdrawn e => e.Statement,
        VoiceSettled e => e.Statement,
        EvidenceAttached e => e.Statement,
        EntryStruck e => e.Entry,
        _ => null
    };

    /// <summary>
    /// Every row of an incident from its facts. What a struck reversal or struck evidence had done is left out, which is why
    /// the striking of one refolds.
    /// </summary>
    public static Dictionary<string, StatementRow> Fold(string incident, IReadOnlyList<Recorded<IncidentEvent>> facts)
    {
        var undone = facts.Select(fact => fact.Fact).Select(fact => fact switch { ReversalStruck e => e.Reversal, EntryStruck e => e.Entry, _ => (EntryId?)null }).OfType<EntryId>().ToHashSet();
        var rows = new Dictionary<string, StatementRow>();
        foreach (var fact in facts)
            if (fact.Fact is StatementLogged logged) rows[IdOf(incident, logged.Id)] = Of(incident, fact, logged);
            else if (About(fact.Fact) is { } about && rows.TryGetValue(IdOf(incident, about), out var row) && (fact.Fact is StanceTaken || !undone.Contains(EntryId.Of(fact.Fact.EntryKey()))))
                rows[row.Id] = row.After(fact.Fact);
        return rows;
    }
}
