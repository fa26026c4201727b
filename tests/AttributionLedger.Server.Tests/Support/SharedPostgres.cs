using AttributionLedger.PrivatePostgres;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;
using Npgsql;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace AttributionLedger.Server.Tests.Support;

/// <summary>One PostgreSQL for all tests of a run, in a folder of its own; every ledger gets a database of its own in it.</summary>
public sealed class SharedPostgres : IAsyncLifetime
{
    /// <summary>
    /// Where Linux keeps files in memory. A database is hundreds of files, which a disk takes several times as long to make and
    /// to remove; nobody kills this PostgreSQL, and those that tests do kill are on the disk.
    /// </summary>
    private const string Memory = "/dev/shm";

    /// <summary>Bytes that are plenty for the log of changes and a database of ten megabytes for each test that runs. Containers often have less.</summary>
    private const long Room = 2L << 30;

    /// <summary>Two ledgers can use up the connections of the product's own PostgreSQL, and here are more; and what is in it ends with the run.</summary>
    private static readonly string[] Settings = ["max_connections = 200", "fsync = off"];

    private readonly ClusterSettings settings = new() { DataFolder = Path.Combine(Root(), $"ledger-server-tests-{Guid.NewGuid():N}") };
    private readonly SemaphoreSlim copying = new(1);
    private readonly Lazy<Task<string>> empty, samples;
    private Access access = new("");
    private int databases;

    public SharedPostgres()
    {
        empty = new(() => TemplateAsync("template_empty", "template0", _ => Task.CompletedTask));
        samples = new(async () => await TemplateAsync("template_samples", await empty.Value, async ledger =>
        {
            await ledger.TakeInAsync(Samples.Article);
            await ledger.TakeInAsync(Samples.Invented);
        }));
    }

    public async ValueTask InitializeAsync()
    {
        try
        {
            access = await StartAsync();
            foreach (var setting in Settings) await TellAsync($"alter system set {setting}");
            await PrivateCluster.StopAsync(settings);
            access = await StartAsync();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>A ledger that holds nothing.</summary>
    public async Task<TestLedger> EmptyAsync() => await TestLedger.OpenAsync(this, await CopyAsync(await empty.Value));

    /// <summary>A ledger that has taken in both sample sheets.</summary>
    public async Task<TestLedger> WithSamplesAsync() => await TestLedger.OpenAsync(this, await CopyAsync(await samples.Value));

    /// <summary>The ways into a database, as the product has them: the application's role, and the superuser for maintenance.</summary>
    public Access AccessTo(string database) => new(To(access.Application, database), To(access.Maintenance!, database));

    // Root's server runs as another account, which can pass through either folder.
    private static string Root() => HasRoom(Memory) ? Memory : Path.GetTempPath();

    private static bool HasRoom(string folder)
    {
        try
        {
            return Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace >= Room;
        }
        catch (IOException) { return false; }
    }

    private static string To(string connection, string database) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;

    private Task<Access> StartAsync() => Ledger.StartOwnAsync(settings, new Silence<string>(), CancellationToken.None);

    public Task DropAsync(string database) => TellAsync($"drop database if exists {database} with (force)");

    private async Task<string> TemplateAsync(string name, string from, Func<TestLedger, Task> fill)
    {
        await CopyAsync(from, name);
        await using var ledger = await TestLedger.OpenAsync(this, name, keeps: true);
        await fill(ledger);
        return name;
    }

    // PostgreSQL copies a database only while nobody else uses it. File by file is cheapest where nothing has to reach a disk.
    private async Task<string> CopyAsync(string template, string? name = null)
    {
        name ??= $"ledger_{Interlocked.Increment(ref databases)}";
        await copying.WaitAsync();
        try
        {
            await TellAsync($"create database {name} template {template} strategy file_copy");
        }
        finally
        {
            copying.Release();
        }
        return name;
    }

    private async Task TellAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(access.Maintenance) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await PrivateCluster.StopAsync(settings);
        }
        finally
        {
            if (Directory.Exists(settings.DataFolder)) Directory.Delete(settings.DataFolder, recursive: true);
        }
    }
}
