using System.CommandLine;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Pages;
using AttributionLedger.Readings;

namespace AttributionLedger.CommandLine;

/// <summary>As of when, and for whom: what every command that reads the record takes, and how it ends.</summary>
internal static class MomentOptions
{
    private static readonly Option<string?> SaidBy = new("--said-by") { Description = "Only what was said by then: 2024-04-22, or 2024-04-22T14:05+03:00. A day means its end where the incident happened; across incidents, where the newsroom is." };
    private static readonly Option<string?> KnownAt = new("--known-at") { Description = "Only what the desk knew by then." };
    private static readonly Option<string> KnownBy = Words.Option("--clock", "By which clock the desk knew it: recorded, or noted in the notebook.", Clock.Recorded);
    private static readonly Option<string> Reading = Words.Option("--reading", "For the desk (internal), or for anybody (publishable).", Audience.Internal);
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    /// <summary>The options, after a command's own. What is for the desk alone has no other reading.</summary>
    public static Command AsOfAnyMoment(this Command command, bool isInternal = false)
    {
        foreach (var option in new Option[] { SaidBy, KnownAt, KnownBy }) command.Add(option);
        if (!isInternal) command.Add(Reading);
        command.Add(Json);
        return command;
    }

    public static ReadingRequest Moments(this ParseResult parsed, bool isInternal = false) =>
        new(parsed.GetValue(SaidBy), parsed.GetValue(KnownAt), parsed.Word<Clock>(KnownBy), isInternal ? Audience.Internal : parsed.Word<Audience>(Reading));

    public static bool WantsJson(this ParseResult parsed) => parsed.GetValue(Json);

    /// <summary>The options as they were given, to be repeated where a page says how to go on.</summary>
    public static string Repeated(this ParseResult parsed) => string.Concat(new Option[] { SaidBy, KnownAt, KnownBy, Reading }
        .Select(option => parsed.GetResult(option) is { Implicit: false } given ? $" {option.Name} {string.Join(' ', given.Tokens.Select(token => token.Value))}" : ""));

    /// <summary>Writes an answer for programs or for people.</summary>
    /// <returns>The code that the command ends with.</returns>
    public static int Show<TShape>(this ParseResult parsed, Answer<TShape> answer, Action<TShape> print) => parsed.Tell(Json, answer, print);

    /// <param name="json">The option by which the command is asked for what programs read.</param>
    /// <inheritdoc cref="Show"/>
    public static int Tell<TShape>(this ParseResult parsed, Option<bool> json, Answer<TShape> answer, Action<TShape> print)
    {
        switch (answer)
        {
            case Answer<TShape>.Given { Shape: var shape }:
                if (parsed.GetValue(json)) Terminal.WriteJson(shape);
                else print(shape);
                return ExitCodes.Done;
            case Answer<TShape>.Refused { Rejection: var rejection }:
                return Refuse(rejection);
            default: throw new InvalidOperationException("A question was neither answered nor refused.");
        }
    }

    /// <summary>Says what is wrong with a question.</summary>
    public static int Refuse(Rejection rejection)
    {
        Terminal.Error($"{Option(rejection.Field)}{rejection.Message} [{rejection.Code}]");
        return rejection.Code.EndsWith("-unknown", StringComparison.Ordinal) ? ExitCodes.NotFound : ExitCodes.Usage;
    }

    private static string Option(string? field) => field switch
    {
        "saidBy" => "--said-by: ", "knownAt" => "--known-at: ", "from" => "--from: ", "to" => "--to: ", "after" => "--after: ", "limit" => "--limit: ", "text" => "--name: ", "party" => "--party: ", _ => ""
    };
}
