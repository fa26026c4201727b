using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Domain.Specs.Properties;

/// <summary>What the publishable reading leaves out, told a second time and apart from the rules that are specified.</summary>
public static class LeftOut
{
    /// <summary>Statements whose source takes back its consent, as far as the ledger knows now.</summary>
    public static HashSet<EntryId> Withdrawn(IEnumerable<Recorded<IncidentEvent>> facts)
    {
        var undone = Undone(facts);
        return facts.Select(f => f.Fact).OfType<ConsentWithdrawn>().Where(w => !undone.Contains(w.Id)).Select(w => w.Statement).ToHashSet();
    }

    /// <summary>The facts of a ledger that never held those statements, nor anything about them; known times as they were.</summary>
    public static List<Recorded<IncidentEvent>> Without(InMemoryLedger ledger, AsOf asOf)
    {
        var known = ledger.Facts.Where(fact => fact.Known(asOf.Clock) <= asOf.KnownAt).ToList();
        var undone = Undone(known);
        var terms = known.Select(f => f.Fact).OfType<TermsRenegotiated>().Where(t => !undone.Contains(t.Id)).ToLookup(t => t.Statement, t => t.Terms);
        var gone = Withdrawn(ledger.Facts).Select(entry => entry.Value).ToHashSet();
        foreach (var logged in ledger.Facts.Select(f => f.Fact).OfType<StatementLogged>())
            if (MayNotBePublished(logged.Statement, terms[logged.Id].LastOrDefault() ?? logged.Statement.Terms, ledger, asOf)) gone.Add(logged.Id.Value);

        var kept = new List<Recorded<IncidentEvent>>();
        foreach (var fact in ledger.Facts)
            if (gone.Contains(fact.Fact.EntryKey()) || About(fact.Fact).Any(gone.Contains)) gone.Add(fact.Fact.EntryKey());
            else kept.Add(fact);
        return kept;
    }

    private static bool MayNotBePublished(Statement statement, Terms terms, InMemoryLedger ledger, AsOf asOf)
    {
        bool Unnamed(PartyId party) => ledger.Party(party)!.Kind == PartyKind.Unnamed;
        var speaks = statement.Channel is { } channel ? [channel] : statement.By;
        return statement.Setting.EmbargoUntil > asOf.KnownAt || terms.Rule switch
        {
            GroundRule.OffTheRecord or GroundRule.DeepBackground => true,
            GroundRule.Background => !speaks.All(Unnamed),
            GroundRule.NotStated => speaks.Concat(statement.By).Any(Unnamed),
            _ => false
        };
    }

    private static IEnumerable<string> About(IncidentEvent fact) =>
        new[] { LoggedEntry.Reversed(fact)?.Value, (fact as ReversalStruck)?.Entry?.Value, (fact as EvidenceAttached)?.Statement.Value }.OfType<string>();

    private static HashSet<EntryId> Undone(IEnumerable<Recorded<IncidentEvent>> facts) => facts.Select(f => f.Fact).OfType<ReversalStruck>().Select(r => r.Reversal).ToHashSet();
}
