using System.CommandLine;
using AttributionLedger.Publications;

namespace AttributionLedger.CommandLine;

internal static class AttentionCommand
{
    private static readonly Option<string?> Incident = new("--incident") { Description = "Only the stories about this incident." };
    private static readonly Option<int> Limit = new("--limit") { Description = $"Publications to list, at most {PublicationReader.PageLimit}.", DefaultValueFactory = _ => PublicationReader.DefaultPage };
    private static readonly Option<string?> After = new("--after") { Description = "Go on after the page that gave this." };
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    public static Command Create() => new Command("attention", "Lists the stories that need attention, with what changed since they ran.") { Incident, Limit, After, Json }.Does(async (parsed, ledger, ct) =>
    {
        switch (await ledger.Attention.ReadAsync(new(parsed.GetValue(Incident), parsed.GetValue(Limit), parsed.GetValue(After)), ct))
        {
            case Pages.Answer<AttentionListShape>.Refused { Rejection: var rejection }: return PublicationPage.Refuse(rejection);
            case Pages.Answer<AttentionListShape>.Given { Shape: var shape }:
                if (parsed.GetValue(Json)) Terminal.WriteJson(shape);
                else PublicationPage.Print(shape);
                break;
        }
        return ExitCodes.Done;
    });
}
