using System.CommandLine;
using System.Text.Json.Nodes;
using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Publications;
using AttributionLedger.Sheets;

namespace AttributionLedger.CommandLine;

internal static class PublicationCommand
{
    private static readonly Argument<string> Incident = new("incident") { Description = "The incident's id." };
    private static readonly Argument<string> Publication = new("publication") { Description = "The publication's id." };
    private static readonly Option<string> Url = new("--url") { Description = "Where the story can be read.", Required = true };
    private static readonly Option<string> Published = new("--published") { Description = "When it ran: 2024-04-22T14:05+03:00.", Required = true };
    private static readonly Option<string?> Headline = new("--headline") { Description = "Its headline." };
    private static readonly Option<string?> RestsOn = new("--rests-on") { Description = "The statements that it rests on, s1,s2; without, it rests on the reading as of its time." };
    private static readonly Option<string> KnownBy = Words.Option("--clock", "By which clock that reading is made: recorded, or noted in the notebook, for archives.", Clock.Recorded);
    private static readonly Option<string?> Id = new("--id") { Description = "An id of your choice; without, it is made from the rest." };
    private static readonly Option<string> Note = new("--note") { Description = "What an editor did about it.", Required = true };
    private static readonly Option<string?> Seen = new("--seen") { Description = "Up to when the editor had looked, as ledger attention says it; what was logged later is not settled. Without, all that is on record is." };
    private static readonly Option<string> User = new("--as") { Description = "Who logs; kept with every event.", DefaultValueFactory = _ => Environment.UserName };
    private static readonly Option<int> Limit = new("--limit") { Description = $"Publications to list, at most {PublicationReader.PageLimit}.", DefaultValueFactory = _ => PublicationReader.DefaultPage };
    private static readonly Option<string?> After = new("--after") { Description = "Go on after the page that gave this." };
    private static readonly Option<bool> Json = new("--json") { Description = "For programs." };

    public static Command Create() => new("publication", "Registers stories that ran, settles what they needed, and lists them.") { Register(), Settle(), List() };

    private static Command Register() => new Command("register", "Registers a story that ran.") { Incident, Url, Published, Headline, RestsOn, KnownBy, Id, User }.Does((parsed, ledger, ct) =>
    {
        ledger.TellWhereMissing();
        var statements = parsed.GetValue(RestsOn)?.Split(',', StringSplitOptions.TrimEntries);
        return ledger.EnterAsync("publication", [new("incident", parsed.GetRequiredValue(Incident))], new JsonObject
        {
            ["id"] = parsed.GetValue(Id), ["headline"] = parsed.GetValue(Headline), ["url"] = parsed.GetRequiredValue(Url), ["published"] = parsed.GetRequiredValue(Published),
            ["restsOn"] = statements is null ? null : new JsonArray([.. statements.Select(id => (JsonNode)id)]), ["clock"] = parsed.GetRequiredValue(KnownBy)
        }, parsed.GetRequiredValue(User), outcome => Terminal.Line($"{outcome.Key}: {(outcome.IsNew ? "registered" : "on record already")}."), ct);
    });

    private static Command Settle() => new Command("settle", "Records that an editor looked at what changed since a story ran.") { Incident, Publication, Note, Seen, Id, User }.Does((parsed, ledger, ct) =>
    {
        ledger.TellWhereMissing();
        return ledger.EnterAsync("attention-settled", [new("incident", parsed.GetRequiredValue(Incident)), new("publication", parsed.GetRequiredValue(Publication))],
            new JsonObject { ["id"] = parsed.GetValue(Id), ["note"] = parsed.GetRequiredValue(Note), ["seen"] = parsed.GetValue(Seen) },
            parsed.GetRequiredValue(User), outcome => Terminal.Line($"{parsed.GetValue(Publication)}: {(outcome.IsNew ? "settled" : "settled so already")} ({outcome.Key})."), ct);
    });

    private static Command List() => new Command("list", "Lists the stories that ran about an incident.") { Incident, Limit, After, Json }.Does(async (parsed, ledger, ct) =>
    {
        switch (await ledger.Publications.ReadAsync(parsed.GetRequiredValue(Incident), new(Limit: parsed.GetValue(Limit), After: parsed.GetValue(After)), ct))
        {
            case Pages.Answer<PublicationsShape>.Refused { Rejection: var rejection }: return PublicationPage.Refuse(rejection);
            case Pages.Answer<PublicationsShape>.Given { Shape: var shape }:
                if (parsed.GetValue(Json)) Terminal.WriteJson(shape);
                else PublicationPage.Print(shape);
                break;
        }
        return ExitCodes.Done;
    });
}
