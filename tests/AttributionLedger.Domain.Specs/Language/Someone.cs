using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Statements;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>Who speaks: one party, or several jointly.</summary>
public abstract class Speaker
{
    internal abstract IReadOnlyList<Someone> Parties { get; }

    public Speech Says(StanceKind kind, Proposition? claim = null, Scope? scope = null) => new Speech(Parties).And(kind, claim, scope);

    public Speech Asserts(Proposition claim) => Says(StanceKind.Asserts, claim);
    public Speech Confirms(Proposition claim) => Says(StanceKind.Confirms, claim);
    public Speech Accuses(Proposition claim) => Says(StanceKind.Accuses, claim);
    public Speech ClaimsResponsibility(Proposition claim) => Says(StanceKind.ClaimsResponsibility, claim);
    public Speech Acknowledges(Proposition claim) => Says(StanceKind.Acknowledges, claim);
    public Speech Denies(Proposition claim, Scope? scope = Scope.AnyInvolvement) => Says(StanceKind.Denies, claim, scope);
    public Speech Dismisses(Proposition? claim = null) => Says(StanceKind.Dismisses, claim);
    public Speech NeitherConfirmsNorDenies(Proposition claim) => Says(StanceKind.NeitherConfirmsNorDenies, claim);
    public Speech DeclinesToComment(Proposition? claim = null) => Says(StanceKind.DeclinesToComment, claim);
    public Speech Comments() => Says(StanceKind.Comments);

    public Speech ClaimsIt() => ClaimsResponsibility(Parties[0]);
    public Speech AcknowledgesIt() => Acknowledges(Parties[0]);
    public Speech DeniesIt(Scope? scope = Scope.AnyInvolvement) => Denies(Parties[0], scope);
}

/// <summary>A party as a spec names it; the scene registers it before it is first used.</summary>
public sealed class Someone(string id, PartyKind kind = PartyKind.Organisation, bool plural = false, string? name = null, string? within = null) : Speaker
{
    public string Id { get; } = id;
    public PartyId Key => PartyId.Of(Id);
    internal override IReadOnlyList<Someone> Parties => [this];

    internal RegisterParty Registration => new(kind, name ?? Id, plural, [], within is null ? null : IncidentId.Of(within));

    public PartyStep SpeaksFor(Someone principal) => Affiliated(Link.SpeaksFor, principal);
    public PartyStep IsPartOf(Someone whole) => Affiliated(Link.PartOf, whole);

    private PartyStep Affiliated(Link link, Someone to) => new(this, (scene, step) =>
    {
        scene.Register(to);
        return new RecordAffiliation(AffiliationId.Of(step.Id ??= scene.NextId()), link, to.Key, step.Counts, scene.World(step.Since), scene.World(step.Till));
    });

    public PartyStep LeavesBy(string affiliation, string until) => new(this, (scene, step) =>
        new EndAffiliation(EntryId.Of(step.Id ??= scene.NextId()), AffiliationId.Of(affiliation), scene.World(until)!, null));

    public PartyStep HasStruck(string affiliation) => new(this, (scene, step) =>
        new StrikeAffiliation(EntryId.Of(step.Id ??= scene.NextId()), AffiliationId.Of(affiliation), "logged in error"));

    public PartyStep IsMergedInto(Someone other) => new(this, (scene, step) =>
    {
        scene.Register(other);
        return new MergeParty(EntryId.Of(step.Id ??= scene.NextId()), other.Key, "the same");
    });

    public PartyStep IsSplitFrom(Someone other) => new(this, (scene, step) =>
        new SplitParty(EntryId.Of(step.Id ??= scene.NextId()), other.Key, "not the same after all"));

    public PartyStep Does(PartyCommand command) => new(this, (_, _) => command);

    public override string ToString() => Id;
}

/// <summary>Several who speak jointly.</summary>
public sealed class Joint(params Someone[] parties) : Speaker
{
    internal override IReadOnlyList<Someone> Parties => parties;
}
