using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.SearchIndex;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Searching;

/// <summary>The order of what is found: what fits best, or the last recorded.</summary>
public enum SearchOrder { Best, Newest }

/// <summary>What is looked for; what is null is not asked for. Filters that only statements have leave statements alone.</summary>
/// <param name="Text">As somebody types it; see <see cref="SearchText"/>.</param>
/// <param name="Kind">Only statements, claims, incidents or parties.</param>
/// <param name="Party">What it or anybody under it said, or was issued in its name; claims that name it; the party.</param>
/// <param name="Speaker">What it said itself, or was issued in its name; claims that name it; the party.</param>
/// <param name="Stance">Statements that take it; together with <paramref name="ClaimKind"/>, on a claim of that kind.</param>
/// <param name="Standing">What is on a claim whose actor is named so.</param>
/// <param name="Status">What is of an incident of that status.</param>
/// <param name="Statement">Statements that stand, or were taken back; struck ones, the desk's alone, are found only when they are asked for.</param>
/// <param name="Outlet">What came through this outlet, or is its own.</param>
/// <param name="Limit">From 1 to <see cref="Asking.PageLimit"/>.</param>
/// <param name="After">The cursor of the page before; null for the first.</param>
public sealed record SearchQuery(
    string? Text = null, SearchKind? Kind = null, string? Incident = null, string? Party = null, string? Speaker = null, StanceKind? Stance = null, ClaimKind? ClaimKind = null,
    Named? Standing = null, StatusKind? Status = null, StatementStatus? Statement = null, string? Medium = null, string? Outlet = null,
    SearchOrder Order = SearchOrder.Best, int Limit = SearchQuery.DefaultPage, string? After = null)
{
    public const int DefaultPage = 20;

    internal bool HasFilter => Incident is not null || Party is not null || Speaker is not null || Stance is not null || ClaimKind is not null || Standing is not null || Status is not null || Medium is not null || Outlet is not null || Statement is not null;

    /// <summary>Only statements have what these ask for.</summary>
    internal bool IsOfStatements => Stance is not null || Medium is not null || Outlet is not null || Statement is not null;

    /// <summary>What is asked of each incident, by its reading.</summary>
    internal bool IsOfReadings => Standing is not null || Status is not null;
}
