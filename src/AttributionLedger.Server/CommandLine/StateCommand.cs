using System.CommandLine;
using AttributionLedger.Attribution;
using AttributionLedger.Readings;

namespace AttributionLedger.CommandLine;

internal static class StateCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };
    private static readonly Option<int> By = new("--rules") { Description = $"By which version of the rules: {string.Join("; ", Rules.All.Select(rules => $"{rules.Version}, {rules.Summary}"))}.", DefaultValueFactory = _ => Rules.Current.Version };

    public static Command Create() => new Command("state", "Shows who stands where on an incident, now or at any past moment.") { Incident, By }.AsOfAnyMoment().Does(async (parsed, ledger, ct) =>
        await ledger.Incidents.ReadAsync(parsed.GetRequiredValue(Incident), parsed.Moments() with { By = Rules.Find(parsed.GetValue(By)) }, ct) switch
        {
            IncidentAnswer.Refused { Rejection: var rejection } => MomentOptions.Refuse(rejection),
            var answer => parsed.Show<ReadingShape>(IncidentReader.Shape(answer), StatePage.Print)
        });
}
