
namespace AttributionLedger.Api.Reading;

/// <summary>One read of the API.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Summary">In one line.</param>
/// <param name="Answer">The shape of what it answers.</param>
/// <param name="Query">The parameters that it takes, all of which it reads.</param>
internal sealed record ReadOperation(string Name, string Route, string Summary, Type Answer, Delegate Handler, params IReadOnlyList<QueryParameter> Query)
{
    /// <summary>In which form it answers.</summary>
    public string Media { get; init; } = "application/json";

    /// <summary>In which other form it answers those who ask for it in Accept.</summary>
    public string? OtherMedia { get; init; }

    /// <summary>It tells the desk the state of what it reads in an ETag, which a change repeats in If-Match.</summary>
    public bool GivesTag { get; init; }

    /// <summary>Now, it answers with a weak ETag; who repeats that in If-None-Match is sent nothing while it stays so.</summary>
    public bool TellsUnchanged { get; init; }

    /// <summary>It asks the ledger, and so fails while PostgreSQL is away.</summary>
    public bool IsOfLedger { get; init; } = true;

    /// <summary>It goes on answering until the client leaves.</summary>
    public bool IsFeed { get; init; }

    /// <summary>It takes as long as there is something to read.</summary>
    public bool IsLong { get; init; }

    /// <summary>It has no publishable reading, and so is for the desk whoever asks.</summary>
    public bool IsInternal { get; init; }
}
