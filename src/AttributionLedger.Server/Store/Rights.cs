using Npgsql;

namespace AttributionLedger.Store;

/// <summary>What PostgreSQL itself says that the user of a connection may do with the ledger.</summary>
/// <param name="User">Quoted, ready for a statement.</param>
/// <param name="MayAppend">May put events on record.</param>
/// <param name="MayRewrite">May change or remove events, or give itself the right to.</param>
/// <param name="MayAlterSchema">May make the schema, or change it.</param>
/// <param name="Applied">The marks of what was done to the schema; empty where there is none, or where it is closed to this user.</param>
public sealed record Rights(string User, bool MayAppend, bool MayRewrite, bool MayAlterSchema, IReadOnlySet<string> Applied)
{
    /// <summary>
    /// Who owns a table, its schema or its database may remove or hand out what is in it; a role that makes roles, or that
    /// runs programs or writes files as the server, may become any other. Events go with their stream: its rows count too.
    /// </summary>
    private const string Query = $"""
        select quote_ident(current_user),
            coalesce(has_table_privilege(events.oid, 'insert'), false),
            u.rolsuper or u.rolcreaterole
                or pg_has_role('pg_execute_server_program', 'member') or pg_has_role('pg_write_server_files', 'member')
                or pg_has_role(d.datdba, 'member') or coalesce(pg_has_role(s.nspowner, 'member'), false)
                or coalesce(pg_has_role(events.relowner, 'member') or has_any_column_privilege(events.oid, 'update') or has_table_privilege(events.oid, 'delete, truncate, trigger'), false)
                or coalesce(pg_has_role(streams.relowner, 'member') or has_table_privilege(streams.oid, 'delete, truncate, trigger'), false),
            coalesce(pg_has_role(s.nspowner, 'usage'), has_database_privilege(d.oid, 'create')),
            coalesce(has_schema_privilege(s.oid, 'usage') and has_table_privilege(applied.oid, 'select'), false)
        from pg_roles u
        join pg_database d on d.datname = current_database()
        left join pg_namespace s on s.nspname = '{LedgerStore.Schema}'
        left join pg_class events on events.relnamespace = s.oid and events.relname = 'mt_events'
        left join pg_class streams on streams.relnamespace = s.oid and streams.relname = 'mt_streams'
        left join pg_class applied on applied.relnamespace = s.oid and applied.relname = '{LedgerSchema.Applied}'
        where u.rolname = current_user
        """;

    public static async Task<Rights> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        Rights rights;
        bool mayRead;
        await using (var command = new NpgsqlCommand(Query, connection))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            await reader.ReadAsync(ct);
            rights = new(reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2), reader.GetBoolean(3), new HashSet<string>());
            mayRead = reader.GetBoolean(4);
        }
        return mayRead ? rights with { Applied = await LedgerSchema.AppliedAsync(connection, ct) } : rights;
    }
}
