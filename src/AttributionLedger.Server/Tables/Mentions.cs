using AttributionLedger.Attribution;
using AttributionLedger.Moments;
using AttributionLedger.Readings;
using AttributionLedger.Spreadsheets.Writing;
using AttributionLedger.Statements;

namespace AttributionLedger.Tables;

/// <summary>
/// Leaves out of the claims what a table names and does not hold: whoever takes it into another ledger has nothing but the
/// table. For the desk, whose ledger holds it, only a source that does not speak is left out, for no row says how to describe it.
/// </summary>
internal sealed class Mentions(StatementsAsOf statements, string incident, ReadingRequest at)
{
    private readonly Dictionary<string, bool> claims = [];

    public async Task<TableClaim> OnlyOfWhatIsThereAsync(TableClaim claim, CancellationToken ct)
    {
        if (claim.RaisedByParty is { IsUnnamed: true, Id: var source } && !await IsThereAsync(new(Party: source, Limit: 1), ct)) claim = claim with { Raised = RaisedBy.UnnamedReports, RaisedByParty = null };
        if (at.Audience == Audience.Internal) return claim;
        return claim with { Act = await IfThereAsync(claim.Act, ct), Refines = await IfThereAsync(claim.Refines, ct) };
    }

    private async Task<string?> IfThereAsync(string? claim, CancellationToken ct)
    {
        if (claim is null) return null;
        if (!claims.TryGetValue(claim, out var isThere)) claims[claim] = isThere = await IsThereAsync(new(Claim: claim, Limit: 1), ct);
        return isThere ? claim : null;
    }

    /// <summary>Whether the reading holds such a statement; a page may be empty and not the last.</summary>
    private async Task<bool> IsThereAsync(StatementQuery query, CancellationToken ct)
    {
        for (StatementsShape page; ; query = query with { After = page.Next })
        {
            page = StatementTable.Given(await statements.ReadAsync(incident, query, at, ct));
            if (page.Statements.Count > 0) return true;
            if (page.Next is null) return false;
        }
    }
}
