using System.Text;
using AttributionLedger.Importing;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Spreadsheets;

namespace AttributionLedger.Server.Tests.Spreadsheets;

internal static class Looking
{
    public static byte[] Bytes(params IEnumerable<string> rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows) + "\r\n");

    public static Task<TableReportShape> LookAsync(this TestLedger ledger, byte[] file, string? mapping = null) =>
        ledger.Ledger.Spreadsheets.LookAsync(file, mapping is null ? null : Encoding.UTF8.GetBytes(mapping), new Silence<ImportProgress>(), CancellationToken.None);

    public static Task<TableReportShape> TakeInAsync(this TestLedger ledger, byte[] file, string? mapping = null, CancellationToken ct = default) =>
        ledger.Ledger.Spreadsheets.TakeInAsync(file, mapping is null ? null : Encoding.UTF8.GetBytes(mapping), "tester", new Silence<ImportProgress>(), ct);

    /// <summary>What is wrong, as a person would say where.</summary>
    public static IEnumerable<string> Told(this TableReportShape report) => report.Errors.Select(error => $"{error.Row} {error.Column} {error.Code}");
}
