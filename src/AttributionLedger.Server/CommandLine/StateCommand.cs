using System.CommandLine;
using AttributionLedger.Attribution;

namespace AttributionLedger.CommandLine;

internal static class StateCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };

    public static Command Create() => new Command("state", "Shows who stands where on an incident, now or at any past moment.") { Incident, RulesOption.ByRules }.AsOfAnyMoment().Does(async (parsed, ledger, ct) =>
    {
        if (parsed.Rules() is not { } rules) return RulesOption.Refuse();
        return await ledger.Incidents.ReadAsync(parsed.GetRequiredValue(Incident), parsed.Moments() with { By = rules }, ct) switch
        {
            IncidentAnswer.Refused { Rejection: var rejection } => MomentOptions.Refuse(rejection),
            var answer => parsed.Show<ReadingShape>(IncidentReader.Shape(answer), StatePage.Print)
        };
    });
}
