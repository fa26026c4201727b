using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.SearchIndex;

/// <summary>What a statement can be found by. In public that is no more than what is told of it, for to be found by something tells it.</summary>
internal static class StatementVector
{
    /// <param name="desk">As the desk reads it.</param>
    /// <param name="anybody">As the public does; null where it does not.</param>
    /// <param name="kindOf">What a claim is about.</param>
    public static (Vector Desk, Vector? Anybody) Of(StatementRow desk, StatementRow? anybody, Func<ClaimId, ClaimKind?> kindOf)
    {
        var cuttings = new Cuttings();
        var own = OfDesk(desk, cuttings, kindOf);
        return (own, anybody is null ? null : ReferenceEquals(desk, anybody) && IsToldAlike(desk) ? own : OfPublic(anybody, cuttings, kindOf));
    }

    // Most hold nothing that is the desk's alone. Of what is not surely so the public's is made by itself.
    private static bool IsToldAlike(StatementRow row) =>
        row is { Attached.Count: 0, Reversals.Count: 0, Statement.Evidence: null or { Count: 0 } } && PublicStatement.IsNamed(row.Statement) && Told(row) == row.Statement;

    // Whether the statement that it repeats is shown is not known here, and changes; without it the chain is told by none.
    private static Statement Told(StatementRow row) => PublicStatement.Of(row.Statement, isOriginalShown: row.Statement.RelayOf is null);

    private static Vector OfDesk(StatementRow row, Cuttings cuttings, Func<ClaimId, ClaimKind?> kindOf)
    {
        var vector = Of(row, row.Statement, cuttings, _ => true, kindOf);
        foreach (var evidence in (row.Statement.Evidence ?? []).Concat(row.Attached.Select(note => note.Evidence)))
            foreach (var text in new[] { evidence.Url, evidence.Archive, evidence.File, evidence.Note, evidence.At }) vector.Add(text, Weight.C);
        foreach (var reversal in row.Reversals) Add(vector, reversal.Words);
        return vector;
    }

    private static Vector OfPublic(StatementRow row, Cuttings cuttings, Func<ClaimId, ClaimKind?> kindOf)
    {
        var told = Told(row);
        var vector = Of(row, told, cuttings, party => !Identity.IsMinted(party), kindOf);
        if (!PublicStatement.IsNamed(row.Statement)) return vector;
        foreach (var evidence in (told.Evidence ?? []).Concat(row.Attached.Select(note => note.Evidence)).Where(evidence => (evidence.Url ?? evidence.Archive) is not null))
            foreach (var text in new[] { evidence.Url, evidence.Archive, evidence.At }) vector.Add(text, Weight.C);
        foreach (var reversal in row.Reversals.Where(reversal => reversal.Kind is ReversalKind.Retracted or ReversalKind.Corrected)) Add(vector, reversal.Words);
        return vector;
    }

    private static Vector Of(StatementRow row, Statement told, Cuttings cuttings, Func<PartyId, bool> isTold, Func<ClaimId, ClaimKind?> kindOf)
    {
        var vector = new Vector(cuttings);
        Add(vector, told.Words);
        vector.Add(told.Terms.Description, Weight.C);
        foreach (var stance in row.Stances)
        {
            foreach (var text in new[] { stance.Qualifier, stance.Verb, stance.Ground }) vector.Add(text, Weight.C);
            vector.Add(Facets.Of(stance.Kind));
            if (stance.Claim is not { } claim) continue;
            vector.Add(Facets.On(row.Incident, claim.Value));
            if (kindOf(claim) is not { } kind) continue;
            vector.Add(Facets.Of(kind));
            vector.Add(Facets.Of(stance.Kind, kind));
        }
        vector.Add(Facets.In(row.Incident));
        foreach (var party in told.By.Concat(told.Speaking()).Distinct().Where(isTold)) vector.Add(Facets.By(party.Value));
        foreach (var party in told.Setting.Via) vector.Add(Facets.Via(party.Value));
        if (told.Setting.Medium is { } medium) vector.Add(Facets.Medium(medium));
        return vector;
    }

    private static void Add(Vector vector, Words? words)
    {
        vector.Add(words?.Text, Weight.B);
        vector.Add(words?.Original, Weight.B);
    }
}
