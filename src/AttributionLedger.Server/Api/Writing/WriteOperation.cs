using Microsoft.AspNetCore.Routing.Patterns;

namespace AttributionLedger.Api.Writing;

/// <summary>What a write changes, and so what its writer must have seen.</summary>
internal enum Changing
{
    /// <summary>Nothing that was there: reporters may log at once, and never meet a conflict.</summary>
    Nothing,
    Incident,
    Party,
    /// <summary>The entry that the address names.</summary>
    Entry
}

/// <summary>One write of the API: an address and the entry of a sheet that it takes, without the fields that the address says.</summary>
/// <param name="Name">What it does, in the words of the commands.</param>
/// <param name="Route">Its parameters have the names of the fields that they stand for.</param>
/// <param name="Entry">The word that <c>entry</c> would say in a sheet.</param>
/// <param name="Summary">In one line.</param>
/// <param name="Changes">What If-Match must name the state of.</param>
/// <param name="Of">For what changes an entry: the parameter that names it.</param>
/// <param name="AnswersRequest">The address names a request for comment, and so says who speaks.</param>
/// <param name="NeedsKey">The ledger mints an id, so that nothing else tells a repetition from a second one.</param>
internal sealed record WriteOperation(string Name, string Route, string Entry, string Summary, Changing Changes = Changing.Nothing, string? Of = null, bool NeedsKey = false, bool AnswersRequest = false)
{
    /// <summary>What it logs may be there already, which its answer tells.</summary>
    public bool LogsStatement => Entry == "statement";

    /// <summary>The fields of the body that the address says instead.</summary>
    public IReadOnlyList<string> Addressed { get; } = [.. RoutePatternFactory.Parse(Route).Parameters.Select(parameter => parameter.Name).Where(name => !(AnswersRequest && name == "request"))];
}
