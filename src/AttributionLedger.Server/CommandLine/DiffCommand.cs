using System.CommandLine;
using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Readings;

namespace AttributionLedger.CommandLine;

internal static class DiffCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };
    private static readonly Argument<string?> From = new("from") { Description = "The earlier moment: 2024-04-22, or 2024-04-22T14:05+03:00. A day means its end where the incident happened.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string?> To = new("to") { Description = "The later moment; now, when it is left out.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Along = Words.Option("--along", "Which clocks these set: what was known, what had been said, or both.", Clocks.Both);
    private static readonly Option<string?> FromSaidBy = new("--from-said-by") { Description = "The earlier moment on the said clock alone." };
    private static readonly Option<string?> FromKnownAt = new("--from-known-at") { Description = "The earlier moment on the known clock alone." };
    private static readonly Option<string?> ToSaidBy = new("--to-said-by") { Description = "The later moment on the said clock alone." };
    private static readonly Option<string?> ToKnownAt = new("--to-known-at") { Description = "The later moment on the known clock alone." };
    private static readonly Option<string> KnownBy = Words.Option("--clock", "By which clock the desk knew it: recorded, or noted in the notebook.", Clock.Recorded);
    private static readonly Option<string> Reading = Words.Option("--reading", "For the desk (internal), or for anybody (publishable).", Audience.Internal);
    private static readonly Option<int> Limit = new("--limit") { Description = $"Changes to list, at most {DifferenceReader.Limit}.", DefaultValueFactory = _ => DifferenceReader.DefaultLimit };
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    public static Command Create() => new Command("diff", "Shows what changed on an incident between two moments, and why.")
        { Incident, From, To, Along, FromSaidBy, FromKnownAt, ToSaidBy, ToKnownAt, KnownBy, Reading, RulesOption.ByRules, Limit, Json }.Does(async (parsed, ledger, ct) =>
    {
        if (parsed.Rules() is not { } rules) return RulesOption.Refuse();
        if (parsed.GetValue(Limit) is < 1 or > DifferenceReader.Limit)
        {
            Terminal.Error($"--limit takes a number from 1 to {DifferenceReader.Limit}. [limit-out-of-range]");
            return ExitCodes.Usage;
        }
        var request = new DifferenceRequest(
            parsed.GetValue(From), parsed.GetValue(To), parsed.Word<Clocks>(Along), parsed.GetValue(FromSaidBy), parsed.GetValue(FromKnownAt), parsed.GetValue(ToSaidBy), parsed.GetValue(ToKnownAt),
            parsed.Word<Clock>(KnownBy), parsed.Word<Audience>(Reading), rules);
        switch (await ledger.Differences.ReadAsync(parsed.GetRequiredValue(Incident), request, parsed.GetValue(Limit), ct))
        {
            case DifferenceAnswer.Refused { Rejection: var rejection }:
                Terminal.Error($"{Option(rejection.Field)}{rejection.Message} [{rejection.Code}]");
                return rejection.Code == "incident-unknown" ? ExitCodes.NotFound : ExitCodes.Usage;
            case DifferenceAnswer.Read { Shape: var shape }:
                if (parsed.GetValue(Json)) Terminal.WriteJson(shape);
                else DiffPage.Print(shape);
                break;
        }
        return ExitCodes.Done;
    });

    private static string Option(string? field) => field switch
    {
        "from" or "to" => $"{field.ToUpperInvariant()}: ",
        "fromSaidBy" => "--from-said-by: ",
        "fromKnownAt" => "--from-known-at: ",
        "toSaidBy" => "--to-said-by: ",
        "toKnownAt" => "--to-known-at: ",
        _ => ""
    };
}
