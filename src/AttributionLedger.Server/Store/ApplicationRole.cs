using Npgsql;

namespace AttributionLedger.Store;

/// <summary>The application's role in a PostgreSQL whose superuser is the maintenance role: it can come in, and nothing else before it is given more.</summary>
public static class ApplicationRole
{
    /// <summary>Makes the role where it is missing, as in a cluster that is new or was made by a version that had one role, and lets it in by its password.</summary>
    /// <exception cref="NpgsqlException">PostgreSQL cannot be reached, or refuses.</exception>
    public static async Task EnsureAsync(Access access, CancellationToken ct)
    {
        if (await ComesInAsync(access.Application, ct)) return;
        var role = new NpgsqlConnectionStringBuilder(access.Application);
        await using var superuser = await StoreSettings.OpenAloneAsync(access.Maintenance!, ct);
        await superuser.LockAsync("application-role", ct);
        await using var transaction = await superuser.BeginTransactionAsync(ct);
        // A statement that fails is written to the server's log, and this one holds the password.
        await superuser.RunAsync("set local log_min_error_statement = panic", ct);
        foreach (var statement in await StatementsAsync(superuser, role, ct)) await superuser.RunAsync(statement, ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<bool> ComesInAsync(string connectionString, CancellationToken ct)
    {
        try
        {
            await using var connection = await StoreSettings.OpenAloneAsync(connectionString, ct);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    /// <summary>PostgreSQL does the quoting. To the public its database is closed: nobody has business there but these two.</summary>
    private static async Task<string[]> StatementsAsync(NpgsqlConnection superuser, NpgsqlConnectionStringBuilder role, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select array[
                format('%s role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L',
                    case when exists (select 1 from pg_roles where rolname = $1) then 'alter' else 'create' end, $1, $2),
                format('revoke all on database %I from public', current_database()),
                format('grant connect on database %I to %I', current_database(), $1)]
            """, superuser)
        { Parameters = { new() { Value = role.Username }, new() { Value = role.Password } } };
        return (string[])(await command.ExecuteScalarAsync(ct))!;
    }
}
