using AttributionLedger.Basics;
using AttributionLedger.Desk;
using AttributionLedger.IncidentBooks;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Sheets.Outcomes;
using AttributionLedger.Sheets;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Importing;

/// <summary>One sheet on its way in.</summary>
internal sealed class ImportRun(LedgerStore store, LedgerDesk desk, Completion completion, TimeProvider clock, Patience patience, SheetIndex index, SheetReader reader, string user)
{
    private readonly List<SheetError> errors = [.. index.Errors];
    private readonly HashSet<Label> heard = [];
    private readonly List<ImportNotice> notices = [];
    private List<SheetEntry.OfParty> register = [];

    /// <summary>Entries that were not on record when they were last looked at.</summary>
    public int New { get; private set; }

    public int Entries { get; private set; }

    /// <summary>As many as are listed, of <see cref="Noticed"/>.</summary>
    public IReadOnlyList<ImportNotice> Notices => notices;
    public int Noticed { get; private set; }

    /// <summary>Decides every line of the sheet without writing any, and returns what is wrong, in the order of the lines.</summary>
    public async Task<IReadOnlyList<SheetError>> ValidateAsync(IProgress<ImportProgress> progress, CancellationToken ct)
    {
        register = reader.ReadRegister(errors);
        Entries = register.Count;
        var parties = await patience.WithAsync(() => ValidateRegisterAsync(ct), ct);
        foreach (var (incident, i) in index.Incidents.Select((incident, i) => (incident, i)))
        {
            progress.Report(new("checking", i, index.Incidents.Count));
            await patience.WithAsync(() => ValidateIncidentAsync(incident, parties, ct), ct);
            if (errors.Count >= SheetImport.ErrorLimit) break;
        }
        if (errors.Count < SheetImport.ErrorLimit)
            foreach (var label in reader.Defined.Except(heard))
                errors.Add(new(index.Labels[label].Line, "label", SheetCodes.LabelSilent, $"The unnamed party {label} says nothing in this sheet. Take the line out, or let it speak."));
        return InOrder();
    }

    /// <summary>Puts the sheet on record. Returns what was refused all the same, because the record changed since it was checked.</summary>
    public async Task<IReadOnlyList<SheetError>> ApplyAsync(IProgress<ImportProgress> progress, CancellationToken ct)
    {
        New = 0;
        foreach (var batch in register.Chunk(LedgerDesk.BatchLimit))
        {
            var outcome = await patience.WithAsync(() => desk.EnterAsync(new Registering([.. batch.Select(entry => new PartyEntry(entry.Party, entry.Command))], user), ct), ct);
            if (Refused(batch, outcome)) return InOrder();
        }
        foreach (var (incident, i) in index.Incidents.Select((incident, i) => (incident, i)))
        {
            progress.Report(new("logging", i, index.Incidents.Count));
            if (!await ApplyIncidentAsync(incident, ct)) return InOrder();
        }
        return [];
    }

    private async Task<PartyDraft> ValidateRegisterAsync(CancellationToken ct)
    {
        var lookups = new Lookups();
        await using var session = store.Reading();
        var now = clock.GetUtcNow();
        var (draft, decided) = await lookups.SettleAsync(session, () =>
        {
            var draft = new PartyDraft(lookups);
            return (draft, register.Select(entry => (Entry: entry, Decision: draft.Decide(entry.Party, entry.Command, now))).ToList());
        }, ct);
        foreach (var (entry, decision) in decided) errors.AddRange(decision.Rejections.Select(entry.Error));
        New += decided.Count(d => d.Decision.Facts.Count > 0);
        return draft;
    }

    private async Task ValidateIncidentAsync(IncidentId incident, PartyDraft parties, CancellationToken ct)
    {
        await using var session = store.Reading();
        var state = await session.LoadAsync<Incident>(incident.Value, ct);
        var meaning = await MeaningAsync(session, incident, state, ct);
        var entries = reader.ReadIncident(incident, state?.Zone ?? reader.ZoneOf(incident), meaning.Party, errors).ToList();
        var lookups = new Lookups();
        var now = clock.GetUtcNow();
        var (sources, incidents, decided) = await lookups.SettleAsync(session, () =>
        {
            var draft = new PartyDraft(lookups, parties);
            var sources = meaning.Labels.Select(label => (Label: label, reader.Registering(incident, label)?.Line, Refusals: Register(draft, incident, meaning.Party(label), label, now))).ToList();
            var incidents = new IncidentDraft(incident, state, lookups, draft, index.Opened);
            return (sources, incidents, entries.Select(entry => (Entry: entry, Drafted: incidents.Decide(entry.Command, now))).ToList());
        }, ct);

        // Whatever may fail comes before anything is counted, for then all of it is done again.
        var (found, noticed) = (new List<ImportNotice>(), 0);
        await foreach (var notice in new SheetDuplicates(incident, decided, incidents).AllAsync(state is null ? null : completion, ct))
            if (++noticed <= SheetImport.NoticeLimit) found.Add(notice);
        foreach (var (label, line, refusals) in sources)
            if (line is { } defined) errors.AddRange(refusals.Select(refusal => SheetError.OfUnnamed(defined, refusal)));
            else errors.Add(new(index.Uses[incident][label], null, SheetCodes.LabelUnknown, $"The label {label} is used here, and no line says what it stands for. Add an entry of kind unnamed with this label and the agreed description."));
        var undefined = sources.Where(source => source.Line is null).Select(source => meaning.Party(source.Label)).ToHashSet();
        foreach (var (entry, drafted) in decided) errors.AddRange(drafted.Refusals.Where(refusal => !IsOf(undefined, refusal)).Select(entry.Error));
        heard.UnionWith(meaning.Speaking);
        Entries += entries.Count;
        New += decided.Count(d => d.Drafted.Facts.Count > 0);
        Noticed += noticed;
        notices.AddRange(found.Take(SheetImport.NoticeLimit - notices.Count));
    }

    private async Task<bool> ApplyIncidentAsync(IncidentId incident, CancellationToken ct)
    {
        var (zone, meaning) = await patience.WithAsync(async () =>
        {
            await using var session = store.Reading();
            var state = await session.LoadAsync<Incident>(incident.Value, ct);
            return (state?.Zone ?? reader.ZoneOf(incident), await MeaningAsync(session, incident, state, ct));
        }, ct);
        foreach (var batch in reader.ReadIncident(incident, zone, meaning.Party, errors).Chunk(LedgerDesk.BatchLimit))
        {
            var unnamed = meaning.Labels.Where(label => batch.Any(entry => Meaning.Names(entry.Command, meaning.Party(label)))).SelectMany(label => (reader.Registering(incident, label)?.Commands ?? []).Select(command => new PartyEntry(meaning.Party(label), command))).ToList();
            var entering = new Entering(incident, [.. batch.Select(entry => entry.Command)], user) { Unnamed = unnamed, AlsoHolds = index.Opened };
            var outcomes = await patience.WithAsync(() => desk.EnterAsync([entering], ct), ct);
            if (Refused(batch, outcomes[0])) return false;
        }
        return true;
    }

    // That a label is not defined is said once, with the label; the id that stood in for it is nobody's.
    private static bool IsOf(HashSet<PartyId> undefined, Rejection refusal) =>
        refusal.Code == "party-unknown" && undefined.Any(party => refusal.Message.Contains(party.Value, StringComparison.Ordinal));

    private List<Rejection> Register(PartyDraft draft, IncidentId incident, PartyId party, Label label, DateTimeOffset now) =>
        [.. (reader.Registering(incident, label)?.Commands ?? []).SelectMany(command => draft.Decide(party, command, now).Rejections)];

    /// <summary>What the labels of an incident mean: who is on record for them, or an id that is minted for this run.</summary>
    private async Task<Meaning> MeaningAsync(IQuerySession session, IncidentId incident, Incident? state, CancellationToken ct)
    {
        if (index.Uses.GetValueOrDefault(incident) is not { Count: > 0 } used) return Meaning.None;
        var labelled = reader.Labelled(incident).ToList();
        var speaking = labelled.OfType<LogStatement>().SelectMany(Meaning.PartiesOf).Select(SheetReader.LabelIn).OfType<Label>().ToHashSet();
        var meaning = new Meaning(used.Keys, speaking, label => reader.Mint(incident, label));
        foreach (var batch in labelled.Chunk(LedgerDesk.BatchLimit))
        {
            var statements = batch.OfType<LogStatement>().Select(statement => EntryRow.IdOf(incident.Value, statement.Id.Value)).ToArray();
            var rows = (await session.LoadManyAsync<EntryRow>(ct, statements)).ToDictionary(row => row.Entry.Key, row => row.Entry);
            foreach (var command in batch)
                meaning.Learn(Meaning.PartiesOf(command), Meaning.OnRecord(command, state, command is LogStatement { Id: var id } ? rows.GetValueOrDefault(id.Value) : null));
        }
        return meaning;
    }

    private bool Refused<TEntry>(IReadOnlyList<TEntry> batch, IReadOnlyList<EntryOutcome> outcomes) where TEntry : SheetEntry
    {
        foreach (var (entry, outcome) in batch.Zip(outcomes)) errors.AddRange(outcome.Refusals.Select(entry.Error));
        New += outcomes.Count(outcome => outcome.IsNew);
        return outcomes.Any(outcome => outcome.IsRefused);
    }

    private IReadOnlyList<SheetError> InOrder() => [.. errors.OrderBy(error => error.Line).Take(SheetImport.ErrorLimit)];
}
