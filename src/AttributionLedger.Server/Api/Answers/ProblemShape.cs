namespace AttributionLedger.Api.Answers;

/// <summary>What is wrong with a request, in the form of RFC 9457.</summary>
/// <param name="Type">The address of the page that explains it; the same for ever.</param>
/// <param name="Title">The same for every problem of the type.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Detail">What is wrong with this request, and what to do.</param>
/// <param name="Code">The last part of the type.</param>
/// <param name="Errors">Every error that was found; the first is the one that the rest of the problem tells of.</param>
public sealed record ProblemShape(string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<ProblemItem> Errors);

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Code">Stable, as that of the problem.</param>
/// <param name="Field">The field of the body, such as <c>stances[1].claim</c>, the parameter or the header; null for the whole.</param>
/// <param name="Pointer">The field as a JSON Pointer within the body (RFC 6901); null when it is none of the body's.</param>
/// <param name="Detail">What is wrong, and what to do.</param>
public sealed record ProblemItem(string Code, string? Field, string? Pointer, string Detail);
