using AttributionLedger.Drifts;
using AttributionLedger.Store;
using AttributionLedger.Wordings;

namespace AttributionLedger.CommandLine;

/// <summary>A drift as a page of a hundred columns, that reads without colour: what went is in [-…-], what came in {+…+}.</summary>
internal static class DriftPage
{
    public static void Print(DriftShape drift)
    {
        Terminal.Line($"{drift.Party.Id}  {drift.Party.Name}", strong: true);
        Terminal.Line($"What it said, in this record ({Spelling.Read(drift.AsOf.Clock)} clock, {Spelling.Read(drift.AsOf.Reading)} reading)");
        if (drift.Incidents.Count == 0) Terminal.Line("Nothing of it is heard there.");
        foreach (var incident in drift.Incidents) Print(incident);
        if (drift.Next is { } next) Terminal.Line($"\nMore: ledger drift {drift.Party.Id} --after {next}");
    }

    private static void Print(IncidentDriftShape incident)
    {
        Terminal.Line($"\n{incident.Incident}  {(incident.Invented ? "[invented] " : "")}{incident.Headline}", strong: true);
        foreach (var claim in incident.Claims)
        {
            Terminal.Line($"\n{claim.Claim} ({Spelling.Read(claim.Kind)}{(claim.Actor is { } actor ? $", {actor.Name}" : "")}): {claim.Text}");
            if (claim.More) Terminal.Line("Earlier steps are left out.");
            Steps(claim.Steps, incident.Zone);
        }
        if (incident.Beside.Count == 0) return;
        Terminal.Line("\nOn the incident as a whole:");
        Steps(incident.Beside, incident.Zone);
    }

    private static void Steps(IEnumerable<DriftStepShape> steps, string zone) => Terminal.Table(["Said by", "Step", "Words"], steps.Select(step => (IReadOnlyList<string>)
        [Terminal.Time(step.SaidLatest, zone), string.Join("\n", Told(step)), Wording(step)]));

    private static IEnumerable<string> Told(DriftStepShape step)
    {
        yield return (step.Beside ? "beside: " : "") + step.Phrase + $" [{step.Entry}]";
        if (step.Jointly.Count > 0) yield return $"jointly with {string.Join(", ", step.Jointly.Select(party => party.Name))}";
        if (step.OrderUncertain) yield return "order uncertain";
        foreach (var reworded in step.Reworded) yield return $"recorded wording corrected: {reworded.Phrase}";
    }

    private static string Wording(DriftStepShape step) => step.Wording switch
    {
        { Difference: { } difference } => difference.Marked(),
        { Note: { } note } => step.Words is { } words ? $"{words.Text}\n({note})" : $"({note})",
        _ => step.Words?.Text ?? ""
    };
}
