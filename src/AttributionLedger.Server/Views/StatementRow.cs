using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Views;

/// <summary>A statement as it stands now, one row each, to be listed, searched and exported.</summary>
/// <param name="Known">UTC, when it was recorded; no other statement of the incident was at that time.</param>
/// <param name="Attached">Evidence that came later than the statement.</param>
/// <param name="Reversals">What was done to it since and is in force, in order.</param>
/// <param name="Retracted">The speaker took it back.</param>
/// <param name="Struck">The desk logged it in error.</param>
/// <param name="ConsentWithdrawn">It is in no publishable reading of any moment.</param>
/// <param name="SameAs">The statement that stands for it, being the same; it takes no part in readings then.</param>
public sealed record StatementRow(
    string Id, string Incident, EntryId Entry, DateTimeOffset Known, DateTimeOffset? Noted, Statement Statement, Listing<Stance> Stances,
    Listing<EvidenceNote> Attached, Listing<ReversalNote> Reversals, bool Retracted = false, bool Struck = false, bool ConsentWithdrawn = false, EntryId? SameAs = null)
{
    public static string IdOf(string incident, EntryId entry) => $"{incident}/{entry}";

    public static StatementRow Of(string incident, Recorded<IncidentEvent> fact, StatementLogged logged) =>
        new(IdOf(incident, logged.Id), incident, logged.Id, fact.At, logged.Noted, logged.Statement, [], [], []);

    public bool IsOffTheRecord() => Statement.Terms.Rule == GroundRule.OffTheRecord;

    /// <summary>Whether it may be published by its terms and the source's consent, once no embargo holds it.</summary>
    public bool MayBePublished() =>
        !Struck && !ConsentWithdrawn && SameAs is null && Statement.Terms.Rule is not (GroundRule.OffTheRecord or GroundRule.DeepBackground)
        && Hearing.CanBeAttributed(Statement.Terms.Rule, Statement.Speaking(), Statement.InTheNameOf(), Identity.IsMinted);

    /// <summary>UTC; null where there is no embargo, or where it was over when the statement was logged.</summary>
    public DateTimeOffset? Embargo() => Statement.Setting.EmbargoUntil > Known ? Statement.Setting.EmbargoUntil : null;

    /// <summary>The statements that it repeats or is linked to.</summary>
    public IEnumerable<EntryId> Others() => new[] { Statement.RelayOf, SameAs }.Concat(Reversals.Select(reversal => reversal.Other)).OfType<EntryId>().Distinct();

    /// <summary>The row after another fact about it.</summary>
    public StatementRow After(Recorded<IncidentEvent> fact)
    {
        var row = ReversalNote.Of(fact) is { } reversal ? this with { Reversals = Reversals.With(reversal) } : this;
        return fact.Fact switch
        {
            StanceTaken e => row with { Stances = Stances.With(e.ToStance()) },
            StatementRetracted => row with { Retracted = true },
            StatementCorrected e => row with { Statement = Statement with { Words = e.Words ?? Statement.Words }, Stances = e.Stances ?? Stances },
            TermsRenegotiated e => row with { Statement = Statement with { Terms = e.Terms } },
            IncidentEvent.ConsentWithdrawn => row with { ConsentWithdrawn = true },
            EntryStruck => row with { Struck = true },
            StatementLinked { Link: StatementLink.RelayOf } e => row with { Statement = Statement with { RelayOf = e.Other } },
            StatementLinked { Link: StatementLink.SameAs } e => row with { SameAs = e.Other },
            EvidenceAttached e => row with { Attached = Attached.With(new(e.Id, e.Evidence)) },
            EvidenceGone e => row with { Attached = Attached.Select(note => note.Id == e.Evidence ? note with { GoneBy = e.Id, GoneBecause = e.Reason } : note).ToListing() },
            _ => row
        };
    }

    /// <summary>The statement that a fact is about; null when it is about none, or when only a refold tells.</summary>
    /// <param name="statementOf">The statements of the evidence that the facts name.</param>
    public static EntryId? About(IncidentEvent fact, IReadOnlyDictionary<EntryId, EntryId> statementOf) => fact switch
    {
        StatementLogged e => e.Id,
        StanceTaken e => e.Statement,
        StatementRetracted e => e.Statement,
        StatementCorrected e => e.Statement,
        TermsRenegotiated e => e.Statement,
        ConsentWithdrawn e => e.Statement,
        VoiceSettled e => e.Statement,
        StatementLinked e => e.Statement,
        EvidenceAttached e => e.Statement,
        EntryStruck e => e.Entry,
        EvidenceGone e when statementOf.TryGetValue(e.Evidence, out var statement) => statement,
        _ => null
    };

    /// <summary>
    /// Every row of an incident from its facts. What a struck reversal or struck evidence had done is left out, which is why
    /// the striking of one refolds.
    /// </summary>
    public static Dictionary<string, StatementRow> Fold(string incident, IReadOnlyList<Recorded<IncidentEvent>> facts)
    {
        var undone = facts.Select(fact => fact.Fact).OfType<ReversalStruck>().Select(e => e.Reversal).ToHashSet();
        undone.UnionWith(facts.Select(fact => fact.Fact).OfType<EntryStruck>().Where(e => !undone.Contains(e.Id)).Select(e => e.Entry).ToList());
        var statementOf = facts.Select(fact => fact.Fact).OfType<EvidenceAttached>().ToDictionary(e => e.Id, e => e.Statement);
        var rows = new Dictionary<string, StatementRow>();
        foreach (var fact in facts)
            if (fact.Fact is StatementLogged logged) rows[IdOf(incident, logged.Id)] = Of(incident, fact, logged);
            else if (About(fact.Fact, statementOf) is { } about && rows.TryGetValue(IdOf(incident, about), out var row) && (fact.Fact is StanceTaken || !undone.Contains(EntryId.Of(fact.Fact.EntryKey()))))
                rows[row.Id] = row.After(fact);
        return rows;
    }
}
