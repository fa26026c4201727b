using System.CommandLine;
using AttributionLedger.Spreadsheets.Templates;

namespace AttributionLedger.CommandLine;

internal static class TemplateCommand
{
    private static readonly Option<bool> Mapping = new("--map-schema") { Description = "Print the JSON Schema of a mapping instead." };

    public static Command Create()
    {
        var command = new Command("template", "Prints a spreadsheet to fill in: the columns of the statement table, and an invented row.") { Mapping };
        command.SetAction(async (parsed, ct) =>
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(parsed.GetValue(Mapping) ? TableTemplate.MappingSchema() : TableTemplate.Csv(), ct);
            return ExitCodes.Done;
        });
        return command;
    }
}
