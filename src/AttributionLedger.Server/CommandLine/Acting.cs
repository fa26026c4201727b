using System.CommandLine;
using AttributionLedger.Backups;
using AttributionLedger.Composition;
using AttributionLedger.Moments;
using AttributionLedger.PrivatePostgres;
using AttributionLedger.Store;
using AttributionLedger.Times;
using Npgsql;

namespace AttributionLedger.CommandLine;

/// <summary>How every command acts: with its settings checked, and with every fault turned into words and a code.</summary>
internal static class Acting
{
    public static readonly Option<string?> Connection = new("--connection")
    {
        Description = $"A PostgreSQL of your own, as an Npgsql connection string; also {Ledger.ConnectionVariable}. Without it the ledger starts its own.",
        Recursive = true
    };

    public static readonly Option<string?> Maintenance = new("--maintenance")
    {
        Description = $"The same database as the role that owns the schema, which rebuild and a new version need; also {Ledger.MaintenanceVariable}.",
        Recursive = true
    };

    /// <summary>Gives a command its action: with the ledger open, and with every expected fault turned into words and a code.</summary>
    public static Command Does(this Command command, Func<ParseResult, Ledger, CancellationToken, Task<int>> action) => command.Does(Opening.Usual, action);

    /// <inheritdoc cref="Does(Command, Func{ParseResult, Ledger, CancellationToken, Task{int}})"/>
    public static Command Does(this Command command, Opening opening, Func<ParseResult, Ledger, CancellationToken, Task<int>> action)
    {
        command.SetAction((parsed, ct) => GuardedAsync(async () =>
        {
            if ((Misconfigured(parsed) ?? opening.Misread(parsed)) is { } misconfigured)
            {
                Terminal.Error(misconfigured);
                return ExitCodes.Usage;
            }
            using var progress = Terminal.Progress();
            var terminal = new Reporting<string>(note => progress.Report(note, force: true));
            var notes = opening.Notes ?? terminal;
            await using var ledger = await new Patience(opening.Waiting ?? terminal, limit: opening.Waits).WithAsync(() => Ledger.OpenAsync(AccessOf(parsed), notes, ct), ct);
            progress.Dispose();
            return await action(parsed, ledger, ct);
        }, ct));
        return command;
    }

    /// <summary>Gives a command its action that needs no open ledger.</summary>
    public static Command DoesAlone(this Command command, Func<CancellationToken, Task<int>> action)
    {
        command.SetAction((_, ct) => GuardedAsync(() => action(ct), ct));
        return command;
    }

    /// <summary>The ways into a PostgreSQL of somebody's own; null where the ledger starts its own.</summary>
    private static Access? AccessOf(ParseResult parsed) =>
        Setting(parsed, Connection, Ledger.ConnectionVariable) is { } application ? new(application, Setting(parsed, Maintenance, Ledger.MaintenanceVariable)) : null;

    private static string? Setting(ParseResult parsed, Option<string?> option, string variable) =>
        parsed.GetValue(option) ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named ? named : null);

    /// <summary>What is wrong with the settings that every command reads; null when nothing is.</summary>
    private static string? Misconfigured(ParseResult parsed) =>
        Environment.GetEnvironmentVariable(Newsroom.ZoneVariable) is { Length: > 0 } zone && Zones.Read(zone) is ZoneReading.Unreadable unreadable
            ? $"{Newsroom.ZoneVariable}: {unreadable.Message} [{unreadable.Code}]"
        : AccessOf(parsed) is null && Setting(parsed, Maintenance, Ledger.MaintenanceVariable) is not null
            ? $"There is a connection string for maintenance and none for the application. Give both, the latter as --connection or {Ledger.ConnectionVariable}. [connection-missing]"
        : AccessOf(parsed) is { } access && !(IsConnectionString(access.Application) && (access.Maintenance is null || IsConnectionString(access.Maintenance)))
            ? "The connection string cannot be read. It is no address that begins with postgres://; it looks like Host=127.0.0.1;Database=ledger;Username=ledger;Password=… [connection-string-malformed]"
        : null;

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or OverflowException)
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
            Terminal.Error("Stopped. What was logged is on record; repeat the command to go on. [interrupted]");
            return ExitCodes.Interrupted;
        }
        catch (Exception fault)
        {
            var (message, code) = Explained(fault);
            Terminal.Error(message);
            return code;
        }
    }

    /// <summary>A fault in words, and the code that the command ends with.</summary>
    private static (string Message, int Code) Explained(Exception fault) => fault switch
    {
        AccessException access => ($"{access.Message} [{access.Code}]", ExitCodes.NoPostgres),
        BackupException backup => ($"{backup.Message} [{backup.Code}]", ExitCodes.Refused),
        PrivateClusterException cluster => ($"{cluster.Message} [{cluster.Code}]", ExitCodes.NoPostgres),
        FileNotFoundException or DirectoryNotFoundException => ($"{fault.Message} [file-not-found]", ExitCodes.NotFound),
        UnauthorizedAccessException => ($"{fault.Message} Is it a file, and may you read it? [file-unreadable]", ExitCodes.NotFound),
        TimeoutException => ($"{fault.Message} [views-behind]", ExitCodes.NoPostgres),
        _ when Cause<PostgresException>(fault) is { } refused =>
            ($"PostgreSQL refused ({refused.SqlState}): {refused.MessageText}. Look at the connection string and the rights of its user. [postgres-refused]", ExitCodes.NoPostgres),
        _ when Cause<NpgsqlException>(fault) is not null =>
            ("PostgreSQL cannot be reached. Is it running, and is the connection string right? [postgres-unreachable]", ExitCodes.NoPostgres),
        IOException => ($"{fault.Message} [input-output]", ExitCodes.Fault),
        // The message of an unforeseen fault may hold words of a statement; its kind and place do not.
        _ => ($"This is a fault of the ledger, not yours: {fault.GetType().Name}{fault.StackTrace?.Split('\n').FirstOrDefault()?.TrimEnd()}. [fault]", ExitCodes.Fault)
    };

    private static T? Cause<T>(Exception? fault) where T : Exception
    {
        for (; fault is not null; fault = fault.InnerException) if (fault is T cause) return cause;
        return null;
    }
}
