using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Times;
using Shouldly;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>
/// A desk at work on one incident. It has its own clock, frames and registers what a step names for the first time, and
/// fails the spec when a decision refuses what the spec did not expect to be refused.
/// </summary>
public sealed class Scene : View
{
    private readonly string zone;
    private int ids, agreedOn = -1;
    private DateTimeOffset last;

    private Scene(string zone)
    {
        this.zone = zone;
        Carry(new OpenIncident("An incident", zone, null, null, null, Invented: true), null);
    }

    /// <summary>An open incident, and what is on record of it.</summary>
    public static Scene Given(params Step[] steps) => In("Etc/UTC", steps);

    public static Scene In(string zone, params Step[] steps) => new Scene(zone).When(steps);

    public InMemoryLedger Ledger { get; } = new();

    /// <summary>When the last entry was recorded.</summary>
    public DateTimeOffset Now { get; private set; } = Language.When.Noon;

    public override AsOf AsOf => new(Now, Now);
    protected override Scene Stage => this;

    internal void Take(Step step) => step.In(this);

    internal void Advance(string? known)
    {
        var next = known is null ? Now.AddMinutes(1) : Language.When.Instant(known);
        next.ShouldBeGreaterThan(Now, "known times increase strictly");
        Now = next;
    }

    internal string NextId() => $"e{++ids}";

    internal WorldTime? World(string? time) => time is null ? null : Language.When.World(time, zone);

    internal void Register(Someone party)
    {
        if (Ledger.Party(party.Key) is null) Ledger.Carry(party.Key, party.Registration, Language.When.Noon).Rejections.ShouldBeEmpty();
    }

    /// <summary>Frames a claim right after the last entry, before the one that needs it, unless it is framed.</summary>
    internal void Frame(Proposition? claim)
    {
        if (claim is null || Ledger.Incident!.Find(claim.Key) is not null) return;
        Prepare(claim);
        last = last.AddTicks(10);
        Ledger.Carry(new FrameClaim(claim.Claim()), last).Rejections.ShouldBeEmpty();
    }

    internal void Prepare(Proposition claim)
    {
        if (claim.Actor is not null) Register(claim.Actor);
        Frame(claim.Act);
        Frame(claim.Broader);
    }

    internal void Carry(IncidentCommand command, string? refusal)
    {
        var before = Ledger.Facts.Count;
        last = Now;
        Check(Ledger.Carry(command, Now).Rejections, refusal, command);
        if (refusal is not null) Ledger.Facts.Count.ShouldBe(before);
    }

    internal void Carry(Someone party, PartyCommand command, string? refusal) =>
        Check(Ledger.Carry(party.Key, command, Now).Rejections, refusal, command);

    private static void Check(Listing<Rejection> rejections, string? refusal, object command)
    {
        if (refusal is null) rejections.ShouldBeEmpty(command.ToString());
        else rejections.Select(rejection => rejection.Code).ShouldContain(refusal, command.ToString());
    }

    /// <summary>That the rows which are kept up and the fold of all events read the same is part of every spec.</summary>
    internal void Agree()
    {
        if (agreedOn == Ledger.Facts.Count) return;
        foreach (var audience in Enum.GetValues<Audience>())
            Told.ShouldBeSame(Ledger.Kept(AsOf with { Audience = audience }), Ledger.Folded(AsOf with { Audience = audience }));
        agreedOn = Ledger.Facts.Count;
    }
}
