using System.Text;
using System.Text.Json.Nodes;
using AttributionLedger.Basics;
using AttributionLedger.Composition;
using AttributionLedger.Desk;
using AttributionLedger.Incidents;
using AttributionLedger.Sheets;
using AttributionLedger.Sheets.Outcomes;

namespace AttributionLedger.CommandLine;

/// <summary>Logs one entry that stands on the command line: the same entry, by the same way, as a line of a sheet.</summary>
internal static class EnteringOne
{
    /// <param name="address">The fields that the arguments say.</param>
    /// <param name="fields">Those that the options say, by the name that they have in a sheet; null where an option was not given.</param>
    /// <param name="user">Who logs.</param>
    /// <param name="done">Told what became of it, unless it was refused.</param>
    public static async Task<int> EnterAsync(this Ledger ledger, string entry, IReadOnlyList<Addressed> address, JsonObject fields, string user, Action<EntryOutcome> done, CancellationToken ct)
    {
        foreach (var absent in fields.Where(field => field.Value is null).Select(field => field.Key).ToList()) fields.Remove(absent);
        var zone = await ZoneAsync(ledger, address.Single(field => field.Field == "incident").Value, ct);
        switch (EntryBody.Read(entry, address, Encoding.UTF8.GetBytes(fields.ToJsonString()), _ => zone))
        {
            case SheetReading.Refused refused:
                foreach (var error in refused.Errors) Tell(error.Field, error.Message, error.Code);
                return ExitCodes.Usage;
            case SheetReading.Read { Entry: SheetEntry.OfIncident read }:
                var outcome = (await ledger.Patience.WithAsync(() => ledger.Desk.EnterAsync([new Entering(read.Incident, [read.Command], user)], ct), ct))[0][0];
                foreach (var refusal in outcome.Refusals) Tell(refusal.Field, refusal.Message, refusal.Code);
                if (outcome.IsRefused) return address.Any(field => outcome.Refusals.Any(refusal => refusal.Code == $"{field.Field}-unknown")) ? ExitCodes.NotFound : ExitCodes.Refused;
                done(outcome);
                return ExitCodes.Done;
            default: throw new InvalidOperationException($"The entry {entry} is none of an incident.");
        }
    }

    private static async Task<string?> ZoneAsync(Ledger ledger, string incident, CancellationToken ct)
    {
        await using var session = ledger.Store.Reading();
        return (await session.LoadAsync<Incident>(incident, ct))?.Zone;
    }

    private static void Tell(string? field, string message, string code) => Terminal.Error($"{(field is null ? "" : $"{field}: ")}{message} [{code}]");
}
