using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using Marten;

namespace AttributionLedger.Views;

/// <summary>What a feature keeps of its own in step with the views that follow behind, in the same transactions.</summary>
public interface IKeptBeside
{
    /// <param name="facts">Of one incident, in order; what the views have just come to.</param>
    /// <param name="after">The rows of the views that these facts begin or change.</param>
    Task AfterAsync(IDocumentOperations operations, string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, Stepping after, CancellationToken ct);

    /// <param name="parties">Of whom something was recorded.</param>
    Task AfterAsync(IDocumentOperations operations, IReadOnlyCollection<string> parties, CancellationToken ct);
}
