using System.Security.Cryptography;
using System.Text;
using AttributionLedger.Api.Answers;
using AttributionLedger.Api.Reading;
using AttributionLedger.Api.Requests;
using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Duplicates;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Sheets;
using AttributionLedger.Store;

namespace AttributionLedger.Api.Writing;

/// <summary>
/// The one door for writes over HTTP: reads headers and body into the entry that a sheet would hold, hands it to the desk, and
/// answers. Whatever comes in here meets the same decisions as what comes in a sheet.
/// </summary>
internal sealed class WriteDoor(LedgerDesk desk, Lanes lanes, ZonesOfIncidents zones, RequestOutcomes answered, DuplicateReader duplicates, InFlight inFlight, Patience patience)
{
    /// <summary>A write of the register waits as long as one of an incident does.</summary>
    private readonly Patience patience = patience.For(Lanes.Away);

    public async Task<IResult> HandleAsync(WriteOperation operation, HttpContext context, CancellationToken ct)
    {
        var request = context.Request;
        if (!Body.IsJson(request)) return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "media-type-not-taken", "A write takes a body of the type application/json, in UTF-8, not compressed.", "Content-Type");
        if (new QueryReader(request).Done() is { Count: > 0 } parameters) return Problems.Malformed(parameters, isBody: false);

        var address = context.GetRouteData().Values.Where(value => value.Value is string).Select(value => new Addressed(value.Key, (string)value.Value!)).ToList();
        var refusals = new List<Rejection>();
        var key = Headers.Key(request, refusals);
        var user = Headers.Logger(request, refusals);
        var seen = Headers.Seen(request, operation.Of is { } of ? EntryId.Of(address.Single(field => field.Field == of).Value) : null, refusals);
        if (operation.NeedsKey && key is null && refusals.Count == 0) refusals.Add(new("idempotency-key-missing", Headers.IdempotencyKey, "This needs an Idempotency-Key of your choice, such as a UUID: the ledger mints the id, and only the key tells a repetition from a second source."));
        if (refusals.Count > 0) return Problems.Malformed(refusals, isBody: false);
        if (operation.Changes != Changing.Nothing && seen is null)
            return Problems.Of(StatusCodes.Status428PreconditionRequired, "if-match-missing", "This changes what is on record. Read it first, and repeat its ETag in If-Match, so that nothing is changed that you have not seen; * means whatever is there.", "If-Match");

        if (await Body.ReadAsync(request, ct) is not { } body) return Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", $"A body has at most {Body.Limit:N0} bytes. A long document belongs in a file that the evidence names.");
        var digest = Digest(operation, request.Path, body);
        if (operation.AnswersRequest)
        {
            (body, var refusal) = await answered.FillAsync(address, body, ct);
            if (refusal is not null) return refusal;
            address.RemoveAll(field => field.Field == "request");
        }
        var incident = address.FirstOrDefault(field => field.Field == "incident").Value;
        var zone = incident is null ? null : await zones.OfAsync(IncidentId.Of(incident), ct);
        // What the ledger mints belongs to an incident that is there.
        if (operation.NeedsKey && zone is null) return Problems.Decided([new Rejection("incident-unknown", "incident", "This incident is not open. Open it first.")], ["incident"]);
        switch (EntryBody.Read(operation.Entry, address, body, _ => zone))
        {
            case SheetReading.Refused refused: return Problems.Malformed([.. refused.Errors.Select(error => new Rejection(error.Code, error.Field, error.Message))], isBody: true, [.. address.Select(field => field.Field)]);
            case SheetReading.Read { Entry: var entry }: return await CarryOutAsync(operation, entry, key is null ? null : new Receipt(key, digest), seen, user, address, ct);
            default: throw new InvalidOperationException("A body was neither read nor refused.");
        }
    }

    private async Task<IResult> CarryOutAsync(WriteOperation operation, SheetEntry entry, Receipt? receipt, Precondition? seen, string user, List<Addressed> address, CancellationToken ct)
    {
        var turn = receipt is null ? null : await inFlight.EnterAsync(receipt.Key, ct);
        if (receipt is not null && turn is null) return Problems.UnderWay();
        // Who leaves or is told that it takes too long no longer waits; the entry is carried out all the same, and its turn ends
        // with it, or a repetition would go beside it.
        var outcome = await HoldingAsync(turn, () => entry switch
        {
            SheetEntry.OfIncident of => lanes.EnterAsync(new(of.Incident, [of.Command], user) { Precondition = seen, Receipt = receipt }),
            SheetEntry.OfParty of => RegisterAsync([new(of.Party, of.Command)]),
            SheetEntry.Unnamed source => RegisterSourceAsync(source),
            _ => throw new InvalidOperationException($"{operation.Name} reads what nobody carries out.")
        }).WaitAsync(ct);
        return Written.Of(entry, outcome, [.. address.Select(field => field.Field)], await NoticedAsync(entry, outcome, ct));

        Task<EntryOutcome> RegisterSourceAsync(SheetEntry.Unnamed source)
        {
            var party = UnnamedSources.Mint();
            return RegisterAsync([.. UnnamedSources.Commands(IncidentId.Of(address.Single(field => field.Field == "incident").Value), source).Select(command => new PartyEntry(party, command))]);
        }

        async Task<EntryOutcome> RegisterAsync(IReadOnlyList<PartyEntry> entries)
        {
            var outcomes = await patience.WithAsync(() => desk.EnterAsync(new Registering(entries, user) { Precondition = seen, Receipt = receipt }, CancellationToken.None), CancellationToken.None);
            return outcomes.FirstOrDefault(outcome => outcome.IsRefused) ?? outcomes[0];
        }
    }

    // Outside the turn and the lane: nobody waits for what is noticed but who logged the statement.
    private async Task<IReadOnlyList<NoticeShape>> NoticedAsync(SheetEntry entry, EntryOutcome outcome, CancellationToken ct) =>
        entry is SheetEntry.OfIncident { Command: LogStatement statement } of && !outcome.IsRefused ? await duplicates.OfLoggedAsync(of.Incident, statement.Id, ct) : [];

    private static async Task<EntryOutcome> HoldingAsync(IDisposable? turn, Func<Task<EntryOutcome>> carryOut)
    {
        using (turn) return await carryOut();
    }

    /// <summary>All that a request asks for: what it does, to what, and with which body.</summary>
    private static string Digest(WriteOperation operation, PathString path, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{operation.Name}\n{path}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
