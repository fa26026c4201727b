using System.Text.Json;
using AttributionLedger.Importing;
using AttributionLedger.Spreadsheets.Columns;
using AttributionLedger.Spreadsheets.Mappings;
using AttributionLedger.Spreadsheets.Outcomes;
using AttributionLedger.Spreadsheets.Tables;
using AttributionLedger.Spreadsheets.Translations;
using AttributionLedger.Store;
using AttributionLedger.Views;

namespace AttributionLedger.Spreadsheets;

/// <summary>
/// Takes in a spreadsheet: it is translated into a ledger sheet and taken in as one, all of it or nothing. Interrupted or
/// repeated, it ends where it would have ended at once.
/// </summary>
public sealed class SpreadsheetImport(LedgerStore store, Following following, SheetImport import)
{
    /// <summary>Files that are held in memory at once; the others wait their turn.</summary>
    private const int AtOnce = 2;

    /// <summary>Statements that are shown as they were understood: enough to see that columns are not mixed up.</summary>
    private const int FirstShown = 5;

    private readonly SemaphoreSlim turns = new(AtOnce);
    private readonly TableTranslator translator = new(new RegisteredParties(following), new RecordedIncidents(store));

    /// <summary>Reads a file and says how it is understood, what is asked and everything that is wrong. Writes nothing.</summary>
    /// <param name="mapping">JSON; null for none.</param>
    public Task<TableReportShape> LookAsync(byte[] file, byte[]? mapping, IProgress<ImportProgress> progress, CancellationToken ct) =>
        RunAsync(file, mapping, dryRun: true, "", progress, ct);

    /// <summary>Puts a file on record, if nothing in it is asked or wrong.</summary>
    /// <param name="user">Who logs; kept with every event.</param>
    public Task<TableReportShape> TakeInAsync(byte[] file, byte[]? mapping, string user, IProgress<ImportProgress> progress, CancellationToken ct) =>
        RunAsync(file, mapping, dryRun: false, user, progress, ct);

    private async Task<TableReportShape> RunAsync(byte[] file, byte[]? mappingJson, bool dryRun, string user, IProgress<ImportProgress> progress, CancellationToken ct)
    {
        await turns.WaitAsync(ct);
        try
        {
            var (mapping, malformed) = mappingJson is null ? (Mapping.None, []) : MappingReader.Read(mappingJson);
            if (malformed.Count > 0) return Unread(dryRun, new(null, null, [], malformed, []), mapping, new(null, [], []));
            var table = TableReader.Read(file, mapping.Encoding, mapping.Separator, cell => Headings.Meaning(cell, mapping) is not null);
            var headings = table.Rows.Count > 0 ? Headings.Of(table, mapping) : new(null, [], []);
            if (table.Errors.Count > 0 || !headings.IsComplete) return Unread(dryRun, table, mapping, headings);
            return await TranslatedAsync(table, headings, mapping, dryRun, user, progress, ct);
        }
        finally
        {
            turns.Release();
        }
    }

    private async Task<TableReportShape> TranslatedAsync(Table table, Headings headings, Mapping mapping, bool dryRun, string user, IProgress<ImportProgress> progress, CancellationToken ct)
    {
        progress.Report(new("translating", 0, table.Rows.Count));
        var translation = await translator.TranslateAsync(table, headings, mapping, ct);
        var isWhole = translation.IsWhole && headings.Errors.Count == 0 && translation.Rows > 0;
        using var sheet = await SheetFile.SpoolAsync("the spreadsheet", file => WriteAsync(translation, file, ct), ct);
        // What could not be read whole is decided all the same, so that all that is wrong is told at once.
        var outcome = await import.RunAsync(sheet, dryRun || !isWhole, user, progress, ct);
        var errors = headings.Errors.Concat(translation.Errors).Concat(outcome.Errors.Select(translation.Explain).OfType<RowError>()).Distinct().OrderBy(error => error.Row).ToList();
        if (translation.Rows == 0)
            errors.Add(new(new Place(headings.Row!.Number, headings.Row.Line), TableCodes.NoRows, "There is a header and no row below it. Was the file saved before the cells were filled?"));
        return Report(dryRun, table, mapping, headings, errors) with
        {
            Rows = translation.Rows, Entries = outcome.Entries, New = isWhole ? outcome.New : 0, OnRecord = isWhole ? outcome.OnRecord : 0, Incidents = outcome.Incidents,
            Questions = translation.Questions, Notes = [.. table.Notes, .. translation.Notes.Take(SheetImport.ErrorLimit), .. outcome.Notices.Select(notice => Noted(notice, translation)), .. MoreNotices(outcome)], First = [.. translation.First(FirstShown)],
            Mapping = Written(mapping, headings, translation.Questions, table), Truncated = errors.Count > SheetImport.ErrorLimit || outcome.Truncated
        };
    }

    /// <summary>What may be there already is taken in all the same, and never in silence.</summary>
    private static TableNote Noted(ImportNotice notice, Translation translation)
    {
        var other = notice.OtherLine is { } line ? $"the statement of row {translation.RowOf(line)}" : $"{notice.Other}, which is on record";
        return new(translation.RowOf(notice.Line), null, Spelling.Spelt(notice.Code), $"This may be {other}. {notice.Why} It is taken in all the same; to settle it, import one of these lines afterwards: {string.Join(" or ", notice.Offers.Select(offer => offer.Line))}");
    }

    private static IEnumerable<TableNote> MoreNotices(ImportReport outcome) => outcome.Noticed <= outcome.Notices.Count ? []
        : [new(0, null, "more-notices", $"{outcome.Noticed - outcome.Notices.Count:N0} more that may be there already are not listed; ledger duplicates lists those of an incident.")];

    private static TableReportShape Unread(bool dryRun, Table table, Mapping mapping, Headings headings) =>
        Report(dryRun, table, mapping, headings, [.. table.Errors, .. headings.Errors]);

    private static TableReportShape Report(bool dryRun, Table table, Mapping mapping, Headings headings, IReadOnlyList<RowError> errors) => new(
        dryRun, table.Encoding, table.Separator, headings.Row?.Number,
        [.. headings.Columns.Select(column => new ColumnShape(Place.Letters(column.Index), column.Heading, column.Meaning.IsIgnored ? MappingReader.Ignore : column.Meaning.Column?.Name()))],
        0, 0, 0, 0, 0, [], [.. errors.Take(SheetImport.ErrorLimit)], errors.Count > SheetImport.ErrorLimit, table.Notes, [], Written(mapping, headings, [], table));

    private static JsonElement Written(Mapping mapping, Headings headings, IReadOnlyList<Question> questions, Table table) =>
        JsonElement.Parse(MappingWriter.Write(mapping, headings, questions, table.Encoding, table.Separator));

    private static async Task WriteAsync(Translation translation, Stream file, CancellationToken ct)
    {
        await using var buffered = new BufferedStream(file, 1 << 16);
        foreach (var line in translation.Lines)
        {
            await buffered.WriteAsync(line, ct);
            buffered.WriteByte((byte)'\n');
        }
    }
}
