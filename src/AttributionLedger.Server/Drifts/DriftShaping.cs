using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Wordings;

namespace AttributionLedger.Drifts;

/// <summary>Turns the drift of a party on one incident into its shape for one audience.</summary>
internal sealed class DriftShaping(Register register, AsOf asOf)
{
    /// <summary>Steps that are shown on one claim, the last ones: who says the same every day for half a year.</summary>
    public const int StepLimit = 200;

    /// <param name="claim">The only claim that is wanted; null for all.</param>
    /// <returns>Null where the party is not heard there.</returns>
    public IncidentDriftShape? Of(Drift drift, string? claim)
    {
        var tracks = drift.Tracks.Where(track => claim is null || track.Claim is null || track.Claim.Id.Value == claim).ToList();
        return drift.Incident is not { } incident || tracks.Count == 0 ? null : new(
            incident.Id, incident.Headline, incident.Zone, incident.Invented,
            [.. tracks.Where(track => track.Claim is not null).Select(track => Of(drift, track.Claim!, track.Steps, incident.Zone))],
            [.. tracks.Where(track => track.Claim is null).SelectMany(track => track.Steps).TakeLast(StepLimit).Select(step => Of(drift, step, incident.Zone))]);
    }

    private ClaimDriftShape Of(Drift drift, Claim claim, Listing<DriftStep> steps, string zone) => new(
        claim.Id.Value, claim.Kind, claim.Text, claim.Actor is { } actor ? register.Shape(actor) : null,
        [.. steps.TakeLast(StepLimit).Select(step => Of(drift, step, zone))], steps.Count > StepLimit);

    private DriftStepShape Of(Drift drift, DriftStep step, string zone)
    {
        var words = IsToldOf(step) ? step.Words : null;
        return new(
            step.Entry.Value, step.Statement.Value, step.Kind, step.IsBeside, step.IsCorrection, Phrase(step), step.Taken is { } taken ? StatementShaping.Of(taken) : null,
            [.. step.Jointly.Where(party => party != drift.Party).Select(register.Shape).Distinct()], step.Earliest, step.Latest, step.Known, step.OrderIsUncertain,
            words is null ? null : StatementShaping.Of(words), step.WordsBefore is null || IsRetraction(step) ? null : Comparison.Of(step.WordsBefore, words),
            [.. step.Reworded.Select(reworded => new RewordingShape(
                reworded.Entry.Value, reworded.Whose, reworded.Known, ReversalPhrases.Corrected(reworded.Whose, null, reworded.Dated, zone),
                asOf.Audience == Audience.Internal && step.Reworded[^1] == reworded ? Comparison.Of(reworded.Before, step.Words) : null))]);
    }

    // To take something back is no wording of it.
    private static bool IsRetraction(DriftStep step) => step is { Taken: null, IsCorrection: false };

    // What an unnamed source says as it takes something back is its own to tell, also where it spoke jointly with one that is named.
    private bool IsToldOf(DriftStep step) => asOf.Audience == Audience.Internal || step.Entry == step.Statement || !step.Jointly.Any(Identity.IsMinted);

    private static string Phrase(DriftStep step) =>
        Spelling.Read(step.Kind) + (step.Taken is { } taken ? $": {Spelling.Read(taken.Kind)}{Scope(taken)}{(taken.Strength == Strength.Flat ? "" : $" ({Spelling.Read(taken.Strength)})")}" : "")
        + (step.IsCorrection ? ", correcting itself" : "");

    private static string Scope(Stance taken) => taken.Kind != StanceKind.Denies ? "" : taken.Scope is { } scope ? $" ({Spelling.Read(scope)})" : " (scope not recorded)";
}
