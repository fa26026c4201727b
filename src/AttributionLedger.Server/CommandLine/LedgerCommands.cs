using System.CommandLine;
using AttributionLedger.Composition;
using AttributionLedger.PrivatePostgres;
using Npgsql;

namespace AttributionLedger.CommandLine;

/// <summary>The command line: <c>ledger</c> and what it does.</summary>
public static class LedgerCommands
{
    private static readonly Option<string?> Connection = new("--connection")
    {
        Description = $"A PostgreSQL of your own, as an Npgsql connection string; also {Ledger.ConnectionVariable}. Without it the ledger starts its own.",
        Recursive = true
    };

    public static RootCommand Root() => new("Who said what about it, to whom, on what terms, when they said it, and when we knew it.")
    {
        Connection, ServeCommand.Create(), ImportCommand.Create(), BoardCommand.Create(), StateCommand.Create(), HistoryCommand.Create(), VerifyCommand.Create(), SchemaCommand.Create()
    };

    /// <summary>Runs what was parsed; errors of usage end with their own code.</summary>
    public static Task<int> RunAsync(this ParseResult parsed)
    {
        if (parsed.Errors.Count == 0) return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        foreach (var error in parsed.Errors) Terminal.Error(error.Message);
        Terminal.Error("ledger --help lists the commands, and ledger COMMAND --help what one takes.");
        return Task.FromResult(ExitCodes.Usage);
    }

    /// <summary>Gives a command its action: with the ledger open, and with every expected fault turned into words and a code.</summary>
    internal static Command Does(this Command command, Func<ParseResult, Ledger, CancellationToken, Task<int>> action)
    {
        command.SetAction((parsed, ct) => GuardedAsync(async () =>
        {
            var connection = ConnectionOf(parsed);
            if (connection is not null && !IsConnectionString(connection))
            {
                Terminal.Error("The connection string cannot be read. It looks like Host=127.0.0.1;Database=ledger;Username=ledger;Password=… [connection-string-malformed]");
                return ExitCodes.Usage;
            }
            using var progress = Terminal.Progress();
            await using var ledger = await Ledger.OpenAsync(connection, new Reporting<string>(note => progress.Report(note, force: true)), ct);
            progress.Dispose();
            return await action(parsed, ledger, ct);
        }, ct));
        return command;
    }

    private static string? ConnectionOf(ParseResult parsed) =>
        parsed.GetValue(Connection) ?? (Environment.GetEnvironmentVariable(Ledger.ConnectionVariable) is { Length: > 0 } named ? named : null);

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }

    private static async Task<int> GuardedAsync(Func<Task<int>> action, CancellationToken ct)
    {
        try
        {
            return await action();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Terminal.Error("Stopped. What was logged is on record; repeat the command to go on.");
            return ExitCodes.Interrupted;
        }
        catch (PrivateClusterException fault)
        {
            Terminal.Error($"{fault.Message} [{fault.Code}]");
            return ExitCodes.NoPostgres;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            Terminal.Error($"{fault.Message} [file-unreadable]");
            return ExitCodes.NotFound;
        }
        catch (Exception fault) when (Npgsql(fault) is { } npgsql)
        {
            Terminal.Error(npgsql is PostgresException refused
                ? $"PostgreSQL refused ({refused.SqlState}): {refused.MessageText}. Look at the connection string and the rights of its user. [postgres-refused]"
                : "PostgreSQL cannot be reached. Is it running, and is the connection string right? [postgres-unreachable]");
            return ExitCodes.NoPostgres;
        }
    }

    private static NpgsqlException? Npgsql(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException) if (fault is NpgsqlException npgsql) return npgsql;
        return null;
    }
}
