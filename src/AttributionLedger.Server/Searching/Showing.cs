using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Moments;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.SearchIndex;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Times;
using AttributionLedger.Views;
using Marten;

namespace AttributionLedger.Searching;

/// <summary>
/// Shows what was found, from the same rows and by the same shaping as the lists: the index says where to look, and nothing of
/// what is shown comes out of it.
/// </summary>
internal sealed class Showing(IDocumentSession session, Views.Standing standing, KeptParties parties, Marks marks, AsOf asOf, bool isOfNow, TimeProvider clock)
{
    private readonly HashSet<string> meant = [];

    public IReadOnlyList<string> Meant => [.. meant.Order(StringComparer.Ordinal)];

    /// <summary>What of the places the reading holds, in their order.</summary>
    public async Task<IReadOnlyList<(Place Place, FoundShape Shape)>> OfAsync(FoundPlaces found, CancellationToken ct)
    {
        var places = found.Places;
        if (places.Count == 0) return [];
        var frames = await FramesAsync(found.Incidents.Values, ct);
        var statements = await StatementsAsync(found, frames, ct);
        var claims = places.Where(place => place.Kind == SearchKind.Claim).Select(place => (Place: place, Claim: frames.GetValueOrDefault(place.Incident)?.Claims.GetValueOrDefault(place.Entry))).Where(pair => pair.Claim is not null).ToDictionary(pair => pair.Place, pair => pair.Claim!);
        var register = await RegisterAsync(claims.Values.Select(claim => claim.Actor).OfType<PartyId>().Concat(places.Where(place => place.Kind == SearchKind.Party).Select(place => PartyId.Of(place.Entry))), ct);
        var named = await PartiesAsync([.. places.Where(place => place.Kind == SearchKind.Party).Select(place => place.Entry)], register, ct);
        return [.. places.Select(place => (place, Of(place))).Where(pair => pair.Item2 is not null).Select(pair => (pair.place, pair.Item2!))];

        FoundShape? Of(Place place) => place.Kind switch
        {
            SearchKind.Statement when statements.GetValueOrDefault(place) is { } shape => new(place.Kind, Passages(shape), frames[place.Incident].Shape, shape, null, null),
            SearchKind.Claim when claims.GetValueOrDefault(place) is { } claim => new(place.Kind, [.. Passages([(PassageField.Claim, claim.Text, null)])], frames[place.Incident].Shape, null,
                new(claim.Id.Value, claim.Kind, claim.Text, claim.Actor is { } actor ? register.Shape(actor) : null), null),
            SearchKind.Incident when frames.GetValueOrDefault(place.Incident) is { } frame => new(place.Kind, [.. FramePassages(frame)], frame.Shape, null, null, null),
            SearchKind.Party when named.GetValueOrDefault(place.Entry) is { } party => new(place.Kind, [.. NamePassages(party.Names)], null, null, null, party.Shape),
            _ => null
        };
    }

    /// <summary>An incident as it was framed at the moment.</summary>
    private sealed record Frame(FoundIncidentShape Shape, string? Place, string? Summary, IReadOnlyDictionary<string, Claim> Claims);

    private async Task<Dictionary<string, Frame>> FramesAsync(IEnumerable<Incident> incidents, CancellationToken ct)
    {
        var frames = new Dictionary<string, Frame>();
        foreach (var incident in incidents)
        {
            var then = isOfNow ? incident : await ThenAsync(incident, ct);
            frames[incident.Id] = new(new(then.Id, then.Headline, then.Zone, then.Invented), then.Place, then.Summary, then.Claims.ToDictionary(claim => claim.Id.Value));
        }
        return frames;
    }

    private async Task<Register> RegisterAsync(IEnumerable<PartyId> ids, CancellationToken ct) =>
        new(await parties.LoadWithAncestorsAsync(session, ids, standing.IsComplete ? standing.Logged : null, ct), isOfNow ? DateTimeOffset.MaxValue : asOf.KnownAt, asOf.Clock);

    private async Task<Incident> ThenAsync(Incident now, CancellationToken ct)
    {
        var facts = await session.FramesAsync(StreamKeys.Of(IncidentId.Of(now.Id)), ct);
        return facts.Where(fact => fact.Fact is IncidentEvent.IncidentOpened || fact.Known(asOf.Clock) <= asOf.KnownAt).Aggregate((Incident?)null, (incident, fact) => Incident.Evolve(incident, now.Id, fact.Fact)) ?? now;
    }

    private async Task<Dictionary<Place, StatementShape>> StatementsAsync(FoundPlaces found, Dictionary<string, Frame> frames, CancellationToken ct)
    {
        var wanted = found.Places.Where(place => place.Kind == SearchKind.Statement && frames.ContainsKey(place.Incident)).ToList();
        if (wanted.Count == 0) return [];
        var past = isOfNow ? null : await PastAsync(wanted, ct);
        var rows = past is null ? Now(wanted, found.Statements) : wanted.Select(place => (place, past[place.Incident].Find(EntryId.Of(place.Entry)))).Where(pair => pair.Item2 is not null).ToDictionary(pair => pair.place, pair => pair.Item2!.Row);
        var others = past is null ? await OthersAsync(rows.Values, ct) : rows.Values
            .SelectMany(row => row.Others().Select(other => past[row.Incident].Find(other)?.Row)).OfType<StatementRow>().DistinctBy(row => row.Id).ToDictionary(row => row.Id);
        var register = await RegisterAsync(rows.Values.SelectMany(Holding.PartiesOf), ct);
        var shapings = rows.Values.Select(row => row.Incident).Distinct().ToDictionary(incident => incident, incident => new StatementShaping(register, asOf.Audience,
            row => past is null ? row.IsIn(Audience.Publishable, asOf.KnownAt) : past[row.Incident].Find(row.Entry)?.IsPublishable == true, frames[incident].Shape.Zone, others));
        return rows.ToDictionary(pair => pair.Key, pair => shapings[pair.Value.Incident].Of(pair.Value));
    }

    // What the row says counts, whatever the index says.
    private Dictionary<Place, StatementRow> Now(IEnumerable<Place> places, IReadOnlyDictionary<string, StatementRow> rows) => places
        .Select(place => (place, Row: rows.GetValueOrDefault(StatementRow.IdOf(place.Incident, EntryId.Of(place.Entry)))))
        .Where(pair => pair.Row?.IsIn(asOf.Audience, asOf.KnownAt) == true).ToDictionary(pair => pair.place, pair => pair.Row!);

    private async Task<Dictionary<string, StatementRow>> OthersAsync(IEnumerable<StatementRow> rows, CancellationToken ct)
    {
        var ids = rows.SelectMany(row => row.Others().Select(other => StatementRow.IdOf(row.Incident, other))).Distinct().ToArray();
        return ids.Length == 0 ? [] : (await session.LoadManyAsync<StatementRow>(ct, ids)).Where(row => row.IsIn(asOf.Audience, asOf.KnownAt)).ToDictionary(row => row.Id);
    }

    private async Task<Dictionary<string, PastStatements>> PastAsync(IReadOnlyList<Place> places, CancellationToken ct)
    {
        var past = new Dictionary<string, PastStatements>();
        foreach (var own in places.GroupBy(place => place.Incident))
        {
            var incident = (await session.LoadAsync<Incident>(own.Key, ct))!;
            var entries = own.Select(place => EntryId.Of(place.Entry)).ToList();
            var rows = await session.LoadManyAsync<StatementRow>(ct, [.. entries.Select(entry => StatementRow.IdOf(own.Key, entry))]);
            past[own.Key] = await session.PastAsync(new(incident, asOf), entries.Concat(rows.SelectMany(row => row.Others())).Distinct(), ct);
        }
        return past;
    }

    private async Task<Dictionary<string, (FoundPartyShape Shape, IReadOnlyList<string> Names)>> PartiesAsync(string[] ids, Register register, CancellationToken ct)
    {
        if (ids.Length == 0) return [];
        var then = (await session.LoadManyAsync<Party>(ct, ids)).Select(party => isOfNow ? party : party.At(asOf.KnownAt, asOf.Clock)).OfType<Party>().Where(party => party.Kind != PartyKind.Unnamed).ToList();
        var shown = await session.ShownAsync(then.SelectMany(party => party.Affiliations().Select(affiliation => affiliation.To.Value).Concat([party.Id, party.MergedInto?.Value ?? party.Id])), asOf.Audience, Microseconds.Of(clock.GetUtcNow()), ct);
        return then.Where(party => shown.Contains(party.Id)).ToDictionary(party => party.Id, party => (
            new FoundPartyShape(party.Id, ListedParty.Names(party).Last(), party.Kind, [.. party.SpeaksFor(asOf.KnownAt).Where(to => shown.Contains(to.Value)).Select(register.Shape).Distinct()],
                party.MergedInto is { } into && shown.Contains(into.Value) ? register.Shape(into) : null),
            (IReadOnlyList<string>)[.. ListedParty.Called(party)]));
    }

    private IReadOnlyList<PassageShape> Passages(StatementShape statement)
    {
        var texts = new List<(PassageField Field, string? Text, string? Language)> { (PassageField.Words, statement.Words?.Text, statement.Words?.Language), (PassageField.Original, statement.Words?.Original, statement.Words?.OriginalLanguage) };
        texts.AddRange(statement.By.Select(party => (PassageField.Speaker, (string?)party.Name, (string?)null)));
        texts.Add((PassageField.Description, statement.Terms.Description, null));
        foreach (var stance in statement.Stances) texts.AddRange([(PassageField.Qualifier, stance.Qualifier, null), (PassageField.Verb, stance.Verb, null), (PassageField.Ground, stance.Ground, null)]);
        foreach (var evidence in statement.Evidence) texts.AddRange([(PassageField.Evidence, evidence.Url, null), (PassageField.Evidence, evidence.Archive, null), (PassageField.Evidence, evidence.File, null), (PassageField.Evidence, evidence.At, null), (PassageField.Note, evidence.Note, null)]);
        texts.AddRange(statement.Reversals.Select(reversal => (PassageField.TakingBack, reversal.Words?.Text, reversal.Words?.Language)));
        return Passages(texts);
    }

    private IReadOnlyList<PassageShape> FramePassages(Frame frame) => Passages([(PassageField.Headline, frame.Shape.Headline, null), (PassageField.Place, frame.Place, null), (PassageField.Summary, frame.Summary, null)]);

    private IReadOnlyList<PassageShape> NamePassages(IEnumerable<string> names) => Passages([.. names.Select(name => (PassageField.Name, (string?)name, (string?)null))]);

    /// <summary>The first text in any case, and every other in which something was found.</summary>
    private List<PassageShape> Passages(IEnumerable<(PassageField Field, string? Text, string? Language)> texts)
    {
        var passages = new List<PassageShape>();
        foreach (var (field, text, language) in texts.Where(one => one.Text is not null).DistinctBy(one => (one.Field, one.Text)))
            if (passages.Count < PassageLimit && marks.In(text!) is var marked && (passages.Count == 0 || marked.IsFound))
            {
                passages.Add(marked.Passage(field, language));
                meant.UnionWith(marked.Meant);
            }
        return passages;
    }

    /// <summary>Passages of one thing; more are no help in choosing.</summary>
    private const int PassageLimit = 6;
}
