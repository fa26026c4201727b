using System.Text;
using AttributionLedger.Attribution;
using AttributionLedger.Importing;
using AttributionLedger.Pages;
using AttributionLedger.Readings;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Spreadsheets.Cells;
using AttributionLedger.Tables;
using TableFile = AttributionLedger.Spreadsheets.Tables.TableReader;

namespace AttributionLedger.Server.Tests.Tables;

/// <summary>What a ledger tells as a table, and a table taken in.</summary>
internal static class Tabled
{
    public static readonly ReadingRequest InPublic = new(Audience: Audience.Publishable);

    public static async Task<string> TableAsync(this TestLedger ledger, TableOf of, string? incident = null, ReadingRequest? at = null, bool withStruck = false)
    {
        var file = new MemoryStream();
        await foreach (var piece in (await ledger.AskAsync(of, incident, at, withStruck)).ShouldBeOfType<Answer<Table>.Given>().Shape.TextAsync()) file.Write(piece);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    public static Task<Answer<Table>> AskAsync(this TestLedger ledger, TableOf of, string? incident = null, ReadingRequest? at = null, bool withStruck = false) =>
        ledger.Ledger.Tables.ReadAsync(new(of, incident, at ?? InPublic, withStruck), CancellationToken.None);

    /// <summary>The rows by the names of the columns, as whoever takes the table in reads them: what is empty is left out.</summary>
    public static async Task<IReadOnlyList<Dictionary<string, string>>> RowsAsync(this TestLedger ledger, TableOf of, string? incident = null, ReadingRequest? at = null, bool withStruck = false) =>
        Rows(await ledger.TableAsync(of, incident, at, withStruck));

    public static IReadOnlyList<Dictionary<string, string>> Rows(string csv)
    {
        var table = TableFile.Read(Encoding.UTF8.GetBytes(csv), null, ',', _ => true);
        table.Errors.ShouldBeEmpty();
        var heading = table.Rows[0].Cells;
        return [.. table.Rows.Skip(1).Select(row => heading.Zip(row.Cells).Where(cell => cell.Second != "").ToDictionary(cell => cell.First, cell => Formulas.Undefused(cell.Second)))];
    }

    /// <summary>Takes a table in as it is, with nothing said about it.</summary>
    public static async Task TakeInTableAsync(this TestLedger ledger, string csv)
    {
        var report = await ledger.Ledger.Spreadsheets.TakeInAsync(Encoding.UTF8.GetBytes(csv), null, "tester", new Silence<ImportProgress>(), CancellationToken.None);
        report.Errors.Select(error => $"row {error.Row}, {error.Column}: {error.Message} [{error.Code}]").Take(10).ShouldBeEmpty();
        report.Questions.Select(question => question.Message).Take(10).ShouldBeEmpty();
    }

    /// <summary>The same table without the times at which the ledger recorded its rows, which are another ledger's own.</summary>
    public static string WithoutKnown(string csv) => string.Join("\r\n", csv.Split("\r\n").Select(line => line.LastIndexOf(',') is >= 0 and var at ? line[..at] : line));
}
