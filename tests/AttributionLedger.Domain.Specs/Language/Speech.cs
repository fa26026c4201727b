using AttributionLedger.Basics;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Statements;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>A statement as a spec words it: who, what, and then how, when and on what terms.</summary>
public sealed class Speech(IReadOnlyList<Someone> by) : IncidentStep((scene, step) => ((Speech)step).Command(scene))
{
    private readonly List<(StanceKind Kind, Proposition? Claim, Scope? Scope)> taken = [];
    private readonly List<Someone> askedBy = [], via = [];
    private Someone? channel;
    private Issuance issuance;
    private Terms terms = new(GroundRule.OnTheRecord);
    private Strength strength;
    private string? relayOf, request, embargo, words;
    private Listing<Figure>? figures;

    public Speech And(StanceKind kind, Proposition? claim = null, Scope? scope = null) { taken.Add((kind, claim, scope)); return this; }
    public Speech AndAccuses(Proposition claim) => And(StanceKind.Accuses, claim);
    public Speech AndDenies(Proposition claim, Scope? scope = Scope.AnyInvolvement) => And(StanceKind.Denies, claim, scope);
    public Speech AndAsserts(Proposition claim) => And(StanceKind.Asserts, claim);

    public Speech Hedged() { strength = Strength.Hedged; return this; }
    public Speech With(Strength how) { strength = how; return this; }
    public Speech Under(GroundRule rule) { terms = new(rule); return this; }
    public Speech OnBackground() => Under(GroundRule.Background);
    public Speech OffTheRecord() => Under(GroundRule.OffTheRecord);
    public Speech EmbargoedUntil(string time) { embargo = time; return this; }
    public Speech AskedBy(Someone outlet) { askedBy.Add(outlet); return this; }
    public Speech Via(params Someone[] chain) { via.AddRange(chain); return this; }
    public Speech Relaying(string statement) { relayOf = statement; return this; }
    public Speech Answering(string request) { this.request = request; return this; }
    public Speech Wording(string text) { words = text; return this; }
    public Speech Giving(params Figure[] counted) { figures = [.. counted]; return this; }

    /// <summary>A channel says that the words are theirs.</summary>
    public Speech Purportedly(Someone through) => Issued(Issuance.Purported, through);
    public Speech Issued(Issuance how, Someone through) { (issuance, channel) = (how, through); return this; }

    private LogStatement Command(Scene scene)
    {
        foreach (var party in by.Concat(askedBy).Concat(via).Concat(channel is null ? [] : [channel])) scene.Register(party);
        foreach (var (_, claim, _) in taken) scene.Frame(claim);
        return new(EntryId(scene), Statement(scene), Stances());
    }

    internal Statement Statement(Scene scene) => new(
        by.Select(party => party.Key).ToListing(), scene.World(SaidAt ?? Noted) ?? scene.World(When.Edtf(scene.Now))!, terms,
        new Setting(null, askedBy.Select(party => party.Key).ToListing(), via.Select(party => party.Key).ToListing(), embargo is { } until ? When.Instant(until) : null),
        words is null ? null : new Words(WordsForm.Verbatim, words), issuance, channel?.Key, relayOf is { } original ? Basics.EntryId.Of(original) : null);

    internal IEnumerable<Proposition?> Propositions => taken.Select(t => t.Claim);

    internal Listing<Stance> Stances() => taken.Select(t => new Stance(
        t.Kind, t.Claim?.Key, request is { } answered ? Basics.EntryId.Of(answered) : null, strength, Scope: t.Scope, Figures: figures)).ToListing();
}
