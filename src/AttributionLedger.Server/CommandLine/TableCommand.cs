using System.CommandLine;
using AttributionLedger.Backups;
using AttributionLedger.Pages;
using AttributionLedger.Tables;

namespace AttributionLedger.CommandLine;

internal static class TableCommand
{
    private static readonly Argument<string?> Incident = new("incident") { Description = "The incident's id. Without it all incidents are written, in the order of their ids.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Target = new("--out") { Description = "The file to write; - for standard output, which is also the default.", DefaultValueFactory = _ => "-" };
    private static readonly Option<bool> Force = new("--force") { Description = "Put it in the place of a file that is there." };
    private static readonly Option<bool> Struck = new("--struck") { Description = "With the statements that were logged in error; for the desk only." };

    // An option that is misspelt would else be taken for an incident.
    static TableCommand() => Incident.Validators.Add(read =>
    {
        if (read.Tokens is [{ Value: ['-', ..] and var written }]) read.AddError($"There is no option {written} here.");
    });

    public static Command Create() => new("table", "Writes CSV for a spreadsheet: what may be published, unless --reading internal is given.")
    {
        Of(TableOf.Statements, "What was said, a row for each stance, in the columns that an import takes.", Struck),
        Of(TableOf.Positions, "Where each party stands on each claim, a row for each."),
        Of(TableOf.Standings, "How each actor is named and what it answers, a row for each act, with the status of the incident.")
    };

    private static Command Of(TableOf what, string description, params IReadOnlyList<Option> own)
    {
        var command = new Command(what.ToString().ToLowerInvariant(), description) { Incident, Target, Force };
        foreach (var option in own) command.Add(option);
        return command.AsOfAnyMomentInPublic().Does(async (parsed, ledger, ct) =>
        {
            await ledger.Following.CatchUpAsync(ct);
            var asked = new TableRequest(what, parsed.GetValue(Incident), parsed.MomentsInPublic(), own.Contains(Struck) && parsed.GetValue(Struck));
            return await ledger.Tables.ReadAsync(asked, ct) switch
            {
                Answer<Table>.Given { Shape: var table } => await WriteAsync(table, parsed.GetRequiredValue(Target), parsed.GetValue(Force), ct),
                Answer<Table>.Refused { Rejection: var rejection } => MomentOptions.Refuse(rejection),
                _ => throw new InvalidOperationException("A question was neither answered nor refused.")
            };
        });
    }

    private static async Task<int> WriteAsync(Table table, string target, bool force, CancellationToken ct)
    {
        if (target != "-") return await WholeFile.WriteAsync(target, force, file => WriteAsync(table, file, ct));
        await using var output = Console.OpenStandardOutput();
        return await WriteAsync(table, output, ct);
    }

    private static async Task<int> WriteAsync(Table table, Stream target, CancellationToken ct)
    {
        await foreach (var piece in table.TextAsync(ct)) await target.WriteAsync(piece, ct);
        return ExitCodes.Done;
    }
}
