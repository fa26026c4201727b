using System.CommandLine;
using AttributionLedger.Pages;

namespace AttributionLedger.CommandLine;

/// <summary>What the commands that list a page at a time have in common.</summary>
internal static class Listings
{
    public static readonly Option<int> Limit = new("--limit") { Description = $"How many to list, at most {Asking.PageLimit}.", DefaultValueFactory = _ => Asking.DefaultPage };
    public static readonly Option<string?> After = new("--after") { Description = "Go on after the page that gave this." };

    /// <summary>Says how to go on, with all that was asked for but the place.</summary>
    public static void PrintNext(this ParseResult parsed, string? next, params IEnumerable<Symbol> own)
    {
        if (next is null) return;
        var asked = string.Concat(own.Append(Limit).Select(symbol => parsed.GetResult(symbol) switch
        {
            System.CommandLine.Parsing.OptionResult { Implicit: false } option => $" {option.Option.Name} {Quoted(option.Tokens[0].Value)}",
            System.CommandLine.Parsing.ArgumentResult { Tokens: [var token, ..] } => $" {Quoted(token.Value)}",
            _ => ""
        }));
        Terminal.Line($"\nMore: ledger {parsed.CommandResult.Command.Name}{asked}{parsed.Repeated()} --after {next}");
    }

    private static string Quoted(string value) => value.Contains(' ') ? $"'{value}'" : value;
}
