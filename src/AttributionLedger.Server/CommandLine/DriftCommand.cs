using System.CommandLine;
using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Drifts;
using AttributionLedger.Pages;
using AttributionLedger.Readings;

namespace AttributionLedger.CommandLine;

internal static class DriftCommand
{
    private static readonly Argument<string> Party = new("party") { Description = "The party's id; a named one." };
    private static readonly Option<string?> Incident = new("--incident") { Description = "Only what it said on this incident." };
    private static readonly Option<string?> Claim = new("--claim") { Description = "Only what it said of this claim of the incident." };
    private static readonly Option<string?> SaidBy = new("--said-by") { Description = "Only what was said by then. A day means its end where the incident happened; without an incident, where the newsroom is." };
    private static readonly Option<string?> KnownAt = new("--known-at") { Description = "Only what the desk knew by then." };
    private static readonly Option<string> KnownBy = Words.Option("--clock", "By which clock the desk knew it: recorded, or noted in the notebook.", Clock.Recorded);
    private static readonly Option<string> Reading = Words.Option("--reading", "For the desk (internal), or for anybody (publishable).", Audience.Internal);
    private static readonly Option<int> Limit = new("--limit") { Description = $"Incidents to list, at most {DriftReader.PageLimit}.", DefaultValueFactory = _ => DriftReader.DefaultPage };
    private static readonly Option<string?> After = new("--after") { Description = "Go on after the page that gave this." };
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    public static Command Create() => new Command("drift", "Shows what a named party said over time, and how its positions changed.") { Party, Incident, Claim, SaidBy, KnownAt, KnownBy, Reading, Limit, After, Json }.Does(async (parsed, ledger, ct) =>
    {
        await ledger.Following.CatchUpAsync(ct);
        var asked = new ReadingRequest(parsed.GetValue(SaidBy), parsed.GetValue(KnownAt), parsed.Word<Clock>(KnownBy), parsed.Word<Audience>(Reading));
        switch (await ledger.Drifts.ReadAsync(new(parsed.GetRequiredValue(Party), parsed.GetValue(Incident), parsed.GetValue(Claim), asked, parsed.GetValue(Limit), parsed.GetValue(After)), ct))
        {
            case Answer<DriftShape>.Refused { Rejection: var rejection }:
                Terminal.Error($"{Option(rejection.Field)}{rejection.Message} [{rejection.Code}]");
                return rejection.Code is "incident-unknown" or "party-unknown" or "claim-unknown" ? ExitCodes.NotFound : ExitCodes.Usage;
            case Answer<DriftShape>.Given { Shape: var drift }:
                if (parsed.GetValue(Json)) Terminal.WriteJson(drift);
                else DriftPage.Print(drift);
                return ExitCodes.Done;
            default:
                throw new InvalidOperationException("A question was neither answered nor refused.");
        }
    });

    private static string Option(string? field) => field switch
    {
        "saidBy" => "--said-by: ", "knownAt" => "--known-at: ", "after" => "--after: ", "incident" => "--incident: ", "claim" => "--claim: ", "limit" => "--limit: ", _ => ""
    };
}
