using AttributionLedger.Desk;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Sheets;
using AttributionLedger.Store;
using AttributionLedger.Views;

namespace AttributionLedger.Importing;

/// <summary>How far an import has come.</summary>
public sealed record ImportProgress(string Phase, int Done, int Total);

/// <param name="Entries">Lines of the sheet that hold an entry.</param>
/// <param name="New">Entries that were put on record.</param>
/// <param name="OnRecord">Entries that were on record already, with the same content.</param>
/// <param name="Errors">In the order of the lines.</param>
/// <param name="Notices">New statements that may be one with another line or with what is on record, incident by incident; no error, and nothing is dropped for them.</param>
/// <param name="Noticed">How many there are, also where not all are listed.</param>
public sealed record ImportReport(int Entries, int New, int OnRecord, int Incidents, IReadOnlyList<SheetError> Errors, IReadOnlyList<ImportNotice> Notices, int Noticed)
{
    /// <summary>Whether there may be more errors than are listed.</summary>
    public bool Truncated => Errors.Count >= SheetImport.ErrorLimit;

    public bool IsRefused => Errors.Count > 0;
}

/// <summary>
/// Takes in a ledger sheet. It is validated whole, and nothing is applied from a sheet with an error; then it is applied
/// incident by incident in short transactions. Interrupted or repeated, it ends where it would have ended at once.
/// </summary>
public sealed class SheetImport(LedgerStore store, LedgerDesk desk, Following following, TimeProvider clock, Patience patience)
{
    /// <summary>Errors that are listed; who has more mends these first.</summary>
    public const int ErrorLimit = 1_000;

    /// <summary>Notices that are listed; of any more the count is told, and the list of each incident's duplicates has them.</summary>
    public const int NoticeLimit = 1_000;

    public async Task<ImportReport> RunAsync(SheetFile sheet, bool dryRun, string user, IProgress<ImportProgress> progress, CancellationToken ct)
    {
        if (sheet.Size > SheetFile.SizeLimit)
            return new(0, 0, 0, 0, [new(0, null, SheetCodes.SheetTooLarge, $"This sheet has {sheet.Size} bytes, and at most {SheetFile.SizeLimit} are taken at once. Cut it between two lines.")], [], 0);

        var index = await SheetIndex.OfAsync(sheet, ct);
        var run = new ImportRun(store, desk, new Completion(store, following), clock, patience, index, new SheetReader(sheet, index), user);
        var errors = await run.ValidateAsync(progress, ct);
        var total = run.Entries;
        if (errors.Count > 0) return new(total, 0, 0, index.Incidents.Count, errors, run.Notices, run.Noticed);
        if (dryRun) return new(total, run.New, total - run.New, index.Incidents.Count, [], run.Notices, run.Noticed);

        errors = await run.ApplyAsync(progress, ct);
        progress.Report(new("bringing the views up to date", 0, 1));
        await patience.WithAsync(() => following.CatchUpAsync(ct), ct);
        return new(total, run.New, total - run.New, index.Incidents.Count, errors, run.Notices, run.Noticed);
    }
}
