using System.CommandLine;
using AttributionLedger.Sheets;

namespace AttributionLedger.CommandLine;

internal static class SchemaCommand
{
    public static Command Create() => new Command("schema", "Prints the JSON Schema of a line of a ledger sheet.").DoesAlone(async ct =>
    {
        await using var output = Console.OpenStandardOutput();
        await using var schema = SheetSchema.Open();
        await schema.CopyToAsync(output, ct);
        return ExitCodes.Done;
    });
}
