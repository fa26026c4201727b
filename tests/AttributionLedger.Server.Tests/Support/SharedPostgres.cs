using AttributionLedger.PrivatePostgres;
using AttributionLedger.Server.Tests.Support;
using AttributionLedger.Store;
using Npgsql;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace AttributionLedger.Server.Tests.Support;

/// <summary>One PostgreSQL for all tests of a run, in a folder of its own; every ledger gets a database of its own in it.</summary>
public sealed class SharedPostgres : IAsyncLifetime
{
    // Root's server runs as another account, which can pass through the machine's temporary folder.
    private readonly ClusterSettings settings = new() { DataFolder = Path.Combine(Path.GetTempPath(), $"ledger-server-tests-{Guid.NewGuid():N}") };
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
            access = await Ledger.StartOwnAsync(settings, new Silence<string>(), CancellationToken.None);
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

    private static string To(string connection, string database) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;

    public Task DropAsync(string database) => TellAsync($"drop database if exists {database} with (force)");

    private async Task<string> TemplateAsync(string name, string from, Func<TestLedger, Task> fill)
    {
        await CopyAsync(from, name);
        await using var ledger = await TestLedger.OpenAsync(this, name, keeps: true);
        await fill(ledger);
        return name;
    }

    // PostgreSQL copies a database only while nobody else uses it.
    private async Task<string> CopyAsync(string template, string? name = null)
    {
        name ??= $"ledger_{Interlocked.Increment(ref databases)}";
        await copying.WaitAsync();
        try
        {
            await TellAsync($"create database {name} template {template}");
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
