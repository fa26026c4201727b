using AttributionLedger.Basics;
using AttributionLedger.Benchmarks.Loads;
using AttributionLedger.Composition;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Benchmarks.Ours;

/// <summary>The one place where the benchmarks call the ledger's way in.</summary>
internal static class StorePath
{
    private static readonly WorldTime Said = ((WorldTimeReading.Read)WorldTime.Read(Saying.Said, MadeUp.Zone)).Time;

    /// <summary>Logs a statement, and returns when it is durable. False when the ledger answers with a conflict.</summary>
    public static async Task<bool> LogAsync(this Ledger ledger, Saying saying, string words = Saying.Words)
    {
        var statement = new Statement([PartyId.Of(saying.Party)], Said, new Terms(GroundRule.OnTheRecord), Setting.NotRecorded, new Words(WordsForm.Verbatim, words, "en"));
        var command = new LogStatement(EntryId.Of(saying.Id), statement, [new Stance(StanceKind.Asserts, ClaimId.Of(saying.Claim))]);
        var outcome = await ledger.Lanes.EnterAsync(new(IncidentId.Of(saying.Incident), [command], "bench"));
        return outcome.IsNew ? true : throw new InvalidOperationException(outcome.IsRefused ? outcome.Refusals[0].Message : "The statement was not logged.");
    }
}
