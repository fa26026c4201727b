using System.CommandLine;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Readings;

namespace AttributionLedger.CommandLine;

internal static class StateCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };
    private static readonly Option<string?> SaidBy = new("--said-by") { Description = "Only what was said by then: 2024-04-22, or 2024-04-22T14:05+03:00. A day means its end where the incident happened." };
    private static readonly Option<string?> KnownAt = new("--known-at") { Description = "Only what the desk knew by then." };
    private static readonly Option<string> KnownBy = Words.Option("--clock", "By which clock the desk knew it: recorded, or noted in the notebook.", Clock.Recorded);
    private static readonly Option<string> Reading = Words.Option("--reading", "For the desk (internal), or for anybody (publishable).", Audience.Internal);
    private static readonly Option<int> By = new("--rules") { Description = $"By which version of the rules: {string.Join("; ", Rules.All.Select(rules => $"{rules.Version}, {rules.Summary}"))}.", DefaultValueFactory = _ => Rules.Current.Version };
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    public static Command Create() => new Command("state", "Shows who stands where on an incident, now or at any past moment.") { Incident, SaidBy, KnownAt, KnownBy, Reading, By, Json }.Does(async (parsed, ledger, ct) =>
    {
        var request = new ReadingRequest(parsed.GetValue(SaidBy), parsed.GetValue(KnownAt), parsed.Word<Clock>(KnownBy), parsed.Word<Audience>(Reading), Rules.Find(parsed.GetValue(By)));
        switch (await ledger.Incidents.ReadAsync(parsed.GetRequiredValue(Incident), request, ct))
        {
            case IncidentAnswer.Refused { Rejection: var rejection }:
                Terminal.Error($"{Option(rejection.Field)}{rejection.Message} [{rejection.Code}]");
                return rejection.Code == "incident-unknown" ? ExitCodes.NotFound : ExitCodes.Usage;
            case var answer:
                var shape = IncidentReader.Shape(answer);
                if (parsed.GetValue(Json)) Terminal.WriteJson(shape);
                else StatePage.Print(shape);
                return ExitCodes.Done;
        }
    });

    private static string Option(string? field) => field switch { "saidBy" => "--said-by: ", "knownAt" => "--known-at: ", _ => "" };
}
