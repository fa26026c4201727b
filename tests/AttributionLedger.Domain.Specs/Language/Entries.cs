using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Statements;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>The entries of a spec that are no statements: requests, reversals, and what the desk adds.</summary>
public static class Entries
{
    public static IncidentStep Framed(Proposition claim) => new((scene, _) =>
    {
        scene.Prepare(claim);
        return new FrameClaim(claim.Claim());
    });

    public static IncidentStep Asked(Someone party, Proposition? about = null, Someone? by = null) => new((scene, step) =>
    {
        scene.Register(party);
        if (by is not null) scene.Register(by);
        scene.Frame(about);
        return new SeekComment(step.EntryId(scene), party.Key, by is null ? [] : [by.Key], about?.Key, scene.World(step.SaidAt) ?? scene.World(When.Edtf(scene.Now))!, null, null);
    });

    /// <summary>The speaker takes the statement back.</summary>
    public static IncidentStep Retracted(string statement) => new((scene, step) =>
        new RetractStatement(step.EntryId(scene), EntryId.Of(statement), scene.World(step.SaidAt) ?? scene.World(When.Edtf(scene.Now))!, "said by the speaker", null));

    public static IncidentStep Struck(string entry) => new((scene, step) => new StrikeEntry(step.EntryId(scene), EntryId.Of(entry), "logged in error"));

    public static IncidentStep CorrectedBy(Corrector whose, string statement, Speech instead) => new((scene, step) =>
    {
        foreach (var claim in instead.Propositions) scene.Frame(claim);
        var said = whose == Corrector.Speaker ? scene.World(step.SaidAt) ?? scene.World(When.Edtf(scene.Now)) : null;
        return new CorrectStatement(step.EntryId(scene), EntryId.Of(statement), whose, said, "it was wrong", null, instead.Stances());
    });

    public static IncidentStep Renegotiated(string statement, GroundRule rule) => new((scene, step) =>
        new RenegotiateTerms(step.EntryId(scene), EntryId.Of(statement), new Terms(rule), "agreed anew"));

    public static IncidentStep ConsentWithdrawn(string statement) => new((scene, step) =>
        new WithdrawConsent(step.EntryId(scene), EntryId.Of(statement), "the source asked"));

    public static IncidentStep Settled(string statement) => new((scene, step) => new SettleVoice(step.EntryId(scene), EntryId.Of(statement), "the leadership spoke"));

    /// <summary>The first is linked, to the other.</summary>
    public static IncidentStep Linked(string statement, StatementLink how, string other) => new((scene, step) => new LinkStatement(step.EntryId(scene), EntryId.Of(statement), EntryId.Of(other), how, "looked at"));

    public static IncidentStep Independent(Proposition claim, params Someone[] parties) => new((scene, step) =>
    {
        foreach (var party in parties) scene.Register(party);
        scene.Frame(claim);
        return new RecordIndependence(step.EntryId(scene), claim.Key, parties.Select(p => p.Key).ToListing(), "each was there");
    });

    /// <summary>A story that runs when it is registered, at an address made from its id, and rests on the reading, unless the spec says otherwise.</summary>
    public static Story Published(string id) => new(id);

    /// <summary>An editor settles what a story needs.</summary>
    public static IncidentStep LookedAt(string publication) => new((scene, step) => new SettleAttention(step.EntryId(scene), EntryId.Of(publication), "the story says so now"));

    /// <summary>An editor settles what was on record when somebody looked, and no more.</summary>
    public static IncidentStep LookedAt(string publication, string seen) => new((scene, step) => new SettleAttention(step.EntryId(scene), EntryId.Of(publication), "the story says so now", When.Instant(seen)));

    public static IncidentStep Doing(IncidentCommand command) => new((_, _) => command);

    /// <summary>Puts a party on record that has said nothing yet.</summary>
    public static PartyStep Registered(Someone party) => party.Does(party.Registration);

    public static Joint Jointly(params Someone[] parties) => new(parties);
}
