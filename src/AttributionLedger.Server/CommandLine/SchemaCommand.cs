using System.CommandLine;
using AttributionLedger.Sheets;

namespace AttributionLedger.CommandLine;

internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Prints the JSON Schema of a line of a ledger sheet.");
        command.SetAction(async (_, ct) =>
        {
            await using var output = Console.OpenStandardOutput();
            await using var schema = SheetSchema.Open();
            await schema.CopyToAsync(output, ct);
            return ExitCodes.Done;
        });
        return command;
    }
}
