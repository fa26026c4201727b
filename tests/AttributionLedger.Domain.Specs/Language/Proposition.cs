using AttributionLedger.Basics;
using AttributionLedger.Statements;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>A claim as a spec names it; the scene frames it before it is first used.</summary>
public sealed record Proposition(string Id, ClaimKind Kind, Someone? Actor = null, Proposition? Act = null, Proposition? Broader = null, Listing<Figure>? Figures = null)
{
    public ClaimId Key => ClaimId.Of(Id);

    /// <summary>To name somebody where a claim is wanted is to name it as responsible for the incident.</summary>
    public static implicit operator Proposition(Someone actor) => new($"{actor.Id}-did-it", ClaimKind.Responsibility, actor);

    public Proposition Refining(Proposition broader) => this with { Broader = broader };

    public Claim Claim(RaisedBy raised = RaisedBy.Desk) =>
        new(Key, Kind, $"({Id})", Actor?.Key, Act?.Key, Broader?.Key, raised, null, Figures);
}
