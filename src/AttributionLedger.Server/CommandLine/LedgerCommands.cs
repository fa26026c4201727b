using System.CommandLine;

namespace AttributionLedger.CommandLine;

/// <summary>The command line: <c>ledger</c> and what it does.</summary>
public static class LedgerCommands
{
    public static RootCommand Root() => new("Who said what about it, to whom, on what terms, when they said it, and when we knew it.")
    {
        Acting.Connection, Acting.Maintenance, ServeCommand.Create(), ImportCommand.Create(), BoardCommand.Create(), StateCommand.Create(), DiffCommand.Create(), ReplayCommand.Create(), RulesCommand.Create(), HistoryCommand.Create(), DriftCommand.Create(), SearchCommand.Create(), SuggestCommand.Create(), StatementsCommand.Create(), StatementCommand.Create(), RequestsCommand.Create(), PartiesCommand.Create(), PartyCommand.Create(), PublicationCommand.Create(), AttentionCommand.Create(), VerifyCommand.Create(), RebuildCommand.Create(), BackupCommand.Create(), RestoreCommand.Create(), ExportCommand.Create(), StopCommand.Create(), SchemaCommand.Create(), TemplateCommand.Create()
    };

    /// <summary>Runs what was parsed; errors of usage end with their own code.</summary>
    public static async Task<int> RunAsync(this ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
        {
            using var stopping = new Interrupts(parsed.CommandResult.Command.Name == ServeCommand.Name ? ServeCommand.StoppingLimit : Interrupts.Usual);
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stopping.Token);
        }
        foreach (var error in parsed.Errors) Terminal.Error($"{error.Message} [usage]");
        Terminal.Error("ledger --help lists the commands, and ledger COMMAND --help what one takes. [usage]");
        return ExitCodes.Usage;
    }
}
