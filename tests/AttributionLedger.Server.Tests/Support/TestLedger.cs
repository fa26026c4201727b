using System.Text;
using AttributionLedger.Attribution;
using AttributionLedger.Importing;
using AttributionLedger.Store;
using AttributionLedger.Verification;
using Npgsql;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>A ledger in a database of its own, which goes when the test does.</summary>
public sealed class TestLedger : IAsyncDisposable
{
    private readonly SharedPostgres postgres;
    private readonly string database;
    private readonly bool keeps;

    private TestLedger(SharedPostgres postgres, string database, bool keeps, Ledger ledger) =>
        (this.postgres, this.database, this.keeps, Ledger) = (postgres, database, keeps, ledger);

    public Ledger Ledger { get; }
    public Access Access => postgres.AccessTo(database);
    public string ConnectionString => Access.Application;
    public Database Database => new(Access.Maintenance!);

    public static async Task<TestLedger> OpenAsync(SharedPostgres postgres, string database, bool keeps = false) =>
        new(postgres, database, keeps, await Ledger.OpenAsync(postgres.AccessTo(database), new Silence<string>(), CancellationToken.None));

    /// <summary>Imports a sheet that is expected to be sound.</summary>
    public async Task<ImportReport> TakeInAsync(IEnumerable<string> lines)
    {
        var report = await ImportAsync(lines);
        report.Errors.ShouldBeEmpty();
        return report;
    }

    public Task<ImportReport> ImportAsync(IEnumerable<string> lines, bool dryRun = false) => ImportAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)), dryRun);

    public async Task<ImportReport> ImportAsync(byte[] sheet, bool dryRun = false, IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        using var file = await SheetFile.SpoolAsync(new MemoryStream(sheet), CancellationToken.None);
        return await Ledger.Import.RunAsync(file, dryRun, "tester", progress ?? new Silence<ImportProgress>(), ct);
    }

    public async Task<ReadingShape> ReadAsync(string incident, ReadingRequest? request = null) =>
        IncidentReader.Shape(await Ledger.Incidents.ReadAsync(incident, request ?? new(), CancellationToken.None));

    public Task<VerificationReport> VerifyAsync() => new Verifier(Ledger.Store, Ledger.Following).RunAsync(new Silence<int>(), CancellationToken.None);

    public async Task ShouldVerifyAsync() => (await VerifyAsync()).Differences.ShouldBeEmpty();

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        if (!keeps) await postgres.DropAsync(database);
    }
}

internal sealed class Silence<T> : IProgress<T>
{
    public void Report(T value) { }
}
