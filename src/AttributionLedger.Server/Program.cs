using AttributionLedger.CommandLine;

return await LedgerCommands.Root().Parse(args).RunAsync();
