using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using Marten;

namespace AttributionLedger.Views;

/// <summary>What the views have just come to of one incident.</summary>
/// <param name="Facts">In order.</param>
/// <param name="After">The rows of the views that these facts begin or change.</param>
public sealed record IncidentStep(string Incident, IReadOnlyList<Recorded<IncidentEvent>> Facts, Stepping After);

/// <summary>What a feature keeps of its own in step with the views that follow behind, in the same transactions.</summary>
public interface IKeptBeside
{
    /// <param name="steps">One of each incident on which something was recorded.</param>
    Task AfterAsync(IDocumentOperations operations, IReadOnlyList<IncidentStep> steps, CancellationToken ct);

    /// <param name="parties">Of whom something was recorded.</param>
    Task AfterAsync(IDocumentOperations operations, IReadOnlyCollection<string> parties, CancellationToken ct);
}
