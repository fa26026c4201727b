using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace AttributionLedger.Store;

/// <summary>
/// The schema, and what the application's role may do in it. What was applied leaves a mark, so that a command line does not
/// ask the catalogue for every table and every right each time it starts.
/// </summary>
/// <param name="script">The whole schema as the store would make it.</param>
internal sealed class LedgerSchema(string script)
{
    /// <summary>The table of the marks.</summary>
    public const string Applied = "applied_schema";

    /// <summary>Tables that the ledger keeps beside the store's.</summary>
    private static readonly string[] OwnTables = [$"create table if not exists {LedgerStore.Schema}.{Applied} (script text not null)"];

    private readonly string mark = Mark([script, .. OwnTables]);

    /// <summary>The owner needs no grants; everybody else needs those of now, for this schema.</summary>
    public bool IsReadyFor(Rights rights) => rights.Applied.Contains(mark) && (rights.MayAlterSchema || (rights.MayAppend && rights.Applied.Contains(MarkOf(rights))));

    /// <summary>Brings the schema up to date where it is not, and gives the application what it needs and nothing else.</summary>
    public async Task PrepareAsync(Maintenance maintenance, Rights application, CancellationToken ct)
    {
        await using var connection = await maintenance.OwnConnectionAsync(ct);
        await connection.LockAsync("schema", ct);
        if (!(await Rights.ReadAsync(connection, ct)).Applied.Contains(mark))
        {
            await maintenance.ApplySchemaAsync();
            foreach (var table in OwnTables) await connection.RunAsync(table, ct);
            // The marks of rights go too: what was given may not be all that the new schema asks for.
            await connection.RunAsync($"delete from {LedgerStore.Schema}.{Applied}", ct);
            await LeaveAsync(connection, mark, ct);
        }
        if (application.MayAlterSchema) return;
        await Grants.GiveAsync(connection, application.User, ct);
        await LeaveAsync(connection, MarkOf(application), ct);
    }

    /// <summary>The marks that were left.</summary>
    public static async Task<IReadOnlySet<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken ct) =>
        (await connection.ListAsync($"select script from {LedgerStore.Schema}.{Applied}", ct)).ToHashSet();

    public static Task LeaveAsync(NpgsqlConnection connection, string mark, CancellationToken ct) =>
        connection.RunAsync($"insert into {LedgerStore.Schema}.{Applied} select '{mark}' where not exists (select 1 from {LedgerStore.Schema}.{Applied} where script = '{mark}')", ct);

    private string MarkOf(Rights application) => Mark([mark, Grants.Text, application.User]);

    private static string Mark(IEnumerable<string> of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', of))));
}
