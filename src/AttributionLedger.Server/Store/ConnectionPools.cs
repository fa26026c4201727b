using Npgsql;

namespace AttributionLedger.Store;

/// <summary>The two sources of connections, and how many and how long they may be used.</summary>
internal static class ConnectionPools
{
    /// <summary>
    /// Connections of one source, unless the connection string says: enough for every lane and a reader beside each, and
    /// both sources together leave some of the own PostgreSQL's 60 to commands. Who finds none free waits for one.
    /// </summary>
    private const int Usual = 24;

    /// <summary>
    /// Seconds that PostgreSQL works on one statement. Who asked was told sooner that it takes too long; this is for the
    /// statement whose asker is gone with its machine.
    /// </summary>
    private const int StatementLimit = 60;

    /// <summary>For schema, locks and the daemon. Named, for an unnamed source is told to telemetry by its connection string.</summary>
    public static NpgsqlDataSource Plain(NpgsqlConnectionStringBuilder settings) => Builder(settings, "plain").Build();

    /// <summary>For sessions: keeps its prepared statements.</summary>
    public static NpgsqlDataSource Prepared(NpgsqlConnectionStringBuilder settings)
    {
        var builder = Builder(settings, "sessions");
        (builder.ConnectionStringBuilder.NoResetOnClose, builder.ConnectionStringBuilder.MaxAutoPrepare, builder.ConnectionStringBuilder.AutoPrepareMinUsages) = (true, 64, 2);
        // Every query of the ledger is short; to compile one takes longer than to run it.
        var limit = $"set statement_timeout = '{StatementLimit}s'; set jit = off";
        // Not in the connection string: a pooler in between refuses settings there.
        builder.UsePhysicalConnectionInitializer(
            connection => connection.RunAsync(limit, CancellationToken.None).GetAwaiter().GetResult(),
            connection => connection.RunAsync(limit, CancellationToken.None));
        return builder.Build();
    }

    private static NpgsqlDataSourceBuilder Builder(NpgsqlConnectionStringBuilder settings, string name)
    {
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = name };
        if (!settings.ContainsKey("Maximum Pool Size")) builder.ConnectionStringBuilder.MaxPoolSize = Usual;
        return builder;
    }
}
