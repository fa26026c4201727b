using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Views;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.SearchIndex;

/// <summary>What was logged about each statement, and what strikes that.</summary>
internal static class StatementFacts
{
    /// <param name="facts">Of one incident, in order; of a statement that is asked for, all that is about it.</param>
    public static IReadOnlyDictionary<EntryId, IReadOnlyList<Recorded<IncidentEvent>>> ByStatement(IReadOnlyList<Recorded<IncidentEvent>> facts)
    {
        var (own, statementOf) = (new Dictionary<EntryId, List<Recorded<IncidentEvent>>>(), new Dictionary<EntryId, EntryId>());
        foreach (var fact in facts)
        {
            var struck = fact.Fact switch { EntryStruck e => e.Entry, ReversalStruck e => e.Reversal, _ => (EntryId?)null };
            var about = struck is { } entry ? statementOf.TryGetValue(entry, out var target) ? target : null : StatementRow.About(fact.Fact, statementOf);
            if (about is not { } statement) continue;
            if (fact.Fact is not StanceTaken) statementOf[EntryId.Of(fact.Fact.EntryKey())] = statement;
            if (!own.TryGetValue(statement, out var list)) own[statement] = list = [];
            list.Add(fact);
        }
        return own.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<Recorded<IncidentEvent>>)pair.Value);
    }

    /// <summary>Whether nothing was done to a statement since it was logged.</summary>
    public static bool AreOfUntouched(IReadOnlyList<Recorded<IncidentEvent>> own) => own.All(fact => fact.Fact is StatementLogged or StanceTaken);
}
