using AttributionLedger.Store;
using Npgsql;

namespace AttributionLedger.Server.Tests.Support;

/// <summary>A database of somebody's own, with an owner and a role for the application, as the README has them made. Goes with the test.</summary>
public sealed class OwnedDatabase : IAsyncDisposable
{
    private readonly Database server;

    private OwnedDatabase(Database server, string name, Access access, Database superuser) => (this.server, Name, Access, Superuser) = (server, name, access, superuser);

    /// <summary>Of the database and of its owner.</summary>
    public string Name { get; }

    public Access Access { get; }

    /// <summary>As the owner sees it.</summary>
    public Database Database => new(Access.Maintenance!);

    /// <summary>As the superuser of the whole server sees it, who is neither of the two.</summary>
    public Database Superuser { get; }

    public static async Task<OwnedDatabase> MakeAsync(SharedPostgres postgres)
    {
        var (name, server) = ($"own_{Guid.NewGuid():N}", new Database(postgres.AccessTo("postgres").Maintenance!));
        await server.TellAsync($"create role {name} login password 'zyx'");
        await server.TellAsync($"create role {name}_app login password 'zyx'");
        await server.TellAsync($"create database {name} owner {name}");
        string As(string role) => new NpgsqlConnectionStringBuilder(postgres.AccessTo(name).Application) { Username = role, Password = "zyx" }.ConnectionString;
        return new(server, name, new(As($"{name}_app"), As(name)), new(postgres.AccessTo(name).Maintenance!));
    }

    /// <summary>Runs a command with these two connection strings, or with fewer.</summary>
    public Task<Ended> RunAsync(string? application, string? maintenance, string[] sheet, params string[] args) =>
        LedgerProcess.RunWithAsync(new() { ["LEDGER_CONNECTION"] = application, ["LEDGER_MAINTENANCE"] = maintenance }, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', sheet)), args);

    public async ValueTask DisposeAsync()
    {
        await server.TellAsync($"drop database if exists {Name} with (force)");
        await server.TellAsync($"drop role {Name}");
        await server.TellAsync($"drop role {Name}_app");
    }
}
