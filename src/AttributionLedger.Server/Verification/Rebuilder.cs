using AttributionLedger.Basics;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Publications;
using AttributionLedger.SearchIndex;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Verification;

/// <summary>
/// Makes every stored view anew from the events, one stream at a time, while others go on logging. What no event accounts
/// for is removed; the events themselves are never touched. Takes the maintenance role.
/// </summary>
public sealed class Rebuilder(LedgerStore store, Following following)
{
    /// <summary>What says that the stored views have the form that this version of the ledger gives them; another form, another number.</summary>
    private const string Edition = "views 7";

    /// <summary>Rebuilds the views where an earlier version made them, so that nobody reads rows of a form that is past.</summary>
    /// <exception cref="AccessException">There is no way in as the maintenance role.</exception>
    public async Task BringUpToDateAsync(IProgress<string> notes, CancellationToken ct)
    {
        if (store.Bears(Edition)) return;
        if (await IsEmptyAsync(ct))
        {
            await store.MarkAsync(Edition, ct);
            return;
        }
        notes.Report("Making the views anew, in the form of this version.");
        await RunAsync(new Progress<int>(), ct);
    }

    /// <returns>How many streams were rebuilt.</returns>
    /// <exception cref="AccessException">There is no way in as the maintenance role.</exception>
    public async Task<int> RunAsync(IProgress<int> progress, CancellationToken ct)
    {
        var done = 0;
        var maintenance = await store.MaintenanceAsync(ct);
        // The views that follow behind are held still, and made as far as they had come: what comes later they will take in themselves.
        await using var turn = await following.TakeTurnAsync(ct);
        await RemoveStraysAsync(maintenance, ct);
        await foreach (var (key, _) in store.Plain.StreamsAsync(ct))
        {
            if (StreamKeys.IncidentIn(key) is { } incident) await RebuildIncidentAsync(maintenance, incident, turn.Progress, ct);
            else if (StreamKeys.PartyIn(key) is { } party) await RebuildPartyAsync(maintenance, party, ct);
            progress.Report(++done);
        }
        await store.MarkAsync(Edition, ct);
        return done;
    }

    private async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        await using var connection = await store.Plain.OpenConnectionAsync(ct);
        return await connection.AskAsync<bool>($"select not exists (select 1 from {LedgerStore.Schema}.mt_streams)", ct);
    }

    private static async Task RebuildIncidentAsync(Maintenance maintenance, string id, long followed, CancellationToken ct)
    {
        await using var session = maintenance.Writing();
        var key = StreamKeys.Of(IncidentId.Of(id));
        await session.BecomeOnlyWriterAsync([key], ct);
        await MakeIncidentAsync(session, id, followed, ct);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Puts the views of an incident into a session that somebody else saves.</summary>
    /// <param name="followed">The sequence up to which the views that follow behind have come.</param>
    internal static async Task MakeIncidentAsync(IDocumentSession session, string id, long followed, CancellationToken ct)
    {
        var stored = await session.Events.FetchStreamAsync(StreamKeys.Of(IncidentId.Of(id)), token: ct);
        var book = IncidentBook.Of(id, [.. stored.Select(e => e.Recorded<IncidentEvent>())]);
        List<Recorded<IncidentEvent>> behind = [.. stored.Where(e => e.Sequence <= followed).Select(e => e.Recorded<IncidentEvent>())];
        var views = IncidentViews.Of(id, behind);

        session.Delete<Incident>(id);
        session.Delete<BoardRow>(id);
        session.DeleteWhere<EntryRow>(row => row.Incident == id);
        session.DeleteWhere<PositionRow>(row => row.Incident == id);
        session.DeleteWhere<StatementRow>(row => row.Incident == id);
        session.DeleteWhere<RequestRow>(row => row.Incident == id);
        session.DeleteWhere<PublicationRow>(row => row.Incident == id);
        session.DeleteWhere<AppearanceRow>(row => row.Incident == id);
        session.Clear(id);
        session.ForgetAttention(id);
        if (book.Incident is { } incident) session.Store(incident);
        if (views.Board is { } board) session.Store(board);
        session.Store(book.Entries.Values.ToArray());
        session.Store(book.Positions.Values.ToArray());
        session.Store(views.Statements.Values.ToArray());
        session.Store(views.Requests.Values.ToArray());
        session.Store(views.Publications.Values.ToArray());
        session.Store(views.Appearances.Values.ToArray());
        session.Replace([], views.Statements.Values);
        SearchKeeper.Make(session, id, behind, [.. views.Statements.Values]);
    }

    private static async Task RebuildPartyAsync(Maintenance maintenance, string id, CancellationToken ct)
    {
        await using var session = maintenance.Writing();
        await session.BecomeOnlyWriterAsync([Desk.LedgerDesk.RegisterKey], ct);
        await MakePartyAsync(session, id, ct);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Puts the snapshot of a party, and its rows in the lists of the register, into a session that somebody else saves.</summary>
    internal static async Task MakePartyAsync(IDocumentSession session, string id, CancellationToken ct)
    {
        var stored = await session.Events.FetchStreamAsync(StreamKeys.Of(PartyId.Of(id)), token: ct);
        session.DeleteWhere<AffiliationRow>(row => row.Party == id);
        var book = PartyBook.Of(id, [.. stored.Select(e => e.Recorded<PartyEvent>())]);
        session.Keep(book);
        if (book.Party is { } party) SearchKeeper.Make(session, party);
    }

    private static async Task RemoveStraysAsync(Maintenance maintenance, CancellationToken ct)
    {
        await using var connection = await maintenance.Source.OpenConnectionAsync(ct);
        foreach (var view in StoredViews.All)
        {
            await using var command = new Npgsql.NpgsqlCommand($"delete from {LedgerStore.Schema}.{view.Table} d where not exists (select 1 from {LedgerStore.Schema}.mt_streams s where s.id = {view.Stream})", connection);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
