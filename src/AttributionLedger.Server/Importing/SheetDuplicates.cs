using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.Duplicates;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Importing;

/// <summary>
/// Notices which new statements of one incident's lines may be one with each other or with what is on record. It goes on from
/// what the whole sheet would leave: what a line of it links, strikes or takes off the record is not noticed.
/// </summary>
/// <param name="decided">The lines of the incident and what each came to.</param>
/// <param name="record">The incident as it would be after all of them.</param>
internal sealed class SheetDuplicates(IncidentId incident, IReadOnlyList<(SheetEntry.OfIncident Entry, Drafted Drafted)> decided, IncidentDraft record)
{
    private readonly Dictionary<EntryId, int> lines = decided.Where(line => line.Entry.Command is LogStatement).GroupBy(line => ((LogStatement)line.Entry.Command).Id).ToDictionary(entry => entry.Key, entry => entry.First().Entry.Line);
    private readonly HashSet<EntryId> offTheRecord = decided.Select(line => line.Entry.Command).OfType<RenegotiateTerms>().Where(changed => changed.Terms.Rule == GroundRule.OffTheRecord).Select(changed => changed.Statement).ToHashSet();

    /// <summary>What is noticed, in the order of the lines.</summary>
    /// <param name="completion">Reads what is on record; null where the incident is not.</param>
    public async IAsyncEnumerable<ImportNotice> AllAsync(Completion? completion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var earlier = new SheetStatements();
        foreach (var batch in New().Chunk(LedgerDesk.BatchLimit))
        {
            var known = completion is null ? new Dictionary<EntryId, IReadOnlyList<Told>>() : await OnRecordAsync(completion, batch, ct);
            foreach (var told in batch)
            {
                var others = earlier.Of(told).Concat(known.GetValueOrDefault(told.Entry) ?? []);
                foreach (var notice in Noticing.Of(told, others)) yield return Of(notice);
                earlier.Add(told);
            }
        }
    }

    private IEnumerable<Told> New() =>
        from line in decided
        let logged = line.Entry.Command as LogStatement
        where logged is not null && line.Drafted.Facts.Count > 0 && logged.Statement.Terms.Rule != GroundRule.OffTheRecord && !offTheRecord.Contains(logged.Id)
        let entry = record.Entry(logged.Id)
        where entry is { StruckBy: null } && entry.Ties?.Any(tie => tie is { IsOther: false, How: StatementLink.SameAs }) != true
        select new Told(logged.Id, logged.Statement, logged.Stances, GoingBy, party => record.Party(party)?.Kind == PartyKind.Outlet) { LinkedWith = (entry.Ties ?? []).Select(tie => tie.With).ToHashSet() };

    // What the views cannot tell in time the list of the incident's duplicates has later.
    private async Task<IReadOnlyDictionary<EntryId, IReadOnlyList<Told>>> OnRecordAsync(Completion completion, Told[] batch, CancellationToken ct)
    {
        try
        {
            return await completion.ReadAsync(incident.Value, (session, tail) => session.EarlierAsync(incident.Value, [.. batch.Select(told => new Comparing(told, DateTimeOffset.MaxValue))], tail, ct), ct);
        }
        catch (TimeoutException)
        {
            return new Dictionary<EntryId, IReadOnlyList<Told>>();
        }
    }

    private PartyId GoingBy(PartyId party)
    {
        for (var step = 0; step < Merging.Limit && record.Party(party)?.MergedInto is { } into; step++) party = into;
        return party;
    }

    private ImportNotice Of(Notice notice)
    {
        var shape = NoticeShape.Of(incident, notice);
        var relay = notice.Offers.FirstOrDefault(offer => offer.Link == StatementLink.RelayOf && offer.Statement == notice.Statement);
        return new(lines[notice.Statement], incident.Value, shape.Code, shape.Statement, shape.Other, lines.TryGetValue(notice.Other, out var line) ? line : null, shape.Why, relay?.Other.Value, shape.Offers);
    }
}
