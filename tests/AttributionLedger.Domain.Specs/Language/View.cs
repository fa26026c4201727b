using AttributionLedger.Drifts;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using Shouldly;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>What a scene reads as of two clocks, for one audience.</summary>
public abstract class View
{
    public abstract AsOf AsOf { get; }
    protected abstract Scene Stage { get; }

    /// <summary>What happens next; the reading is then of the new present again.</summary>
    public Scene When(params Step[] steps)
    {
        foreach (var step in steps) Stage.Take(step);
        return Stage;
    }

    public View KnownAt(string time) => new Elsewhere(Stage, AsOf with { KnownAt = Language.When.Instant(time) });
    public View SaidBy(string time) => new Elsewhere(Stage, AsOf with { SaidBy = Language.When.Instant(time) });
    public View NotedClock() => new Elsewhere(Stage, AsOf with { Clock = Basics.Clock.Noted });
    public View ForPublication() => new Elsewhere(Stage, AsOf with { Audience = Audience.Publishable });
    public View By(Rules rules) => new Elsewhere(Stage, AsOf with { Rules = rules });
    public View ForTheDesk() => new Elsewhere(Stage, AsOf with { Audience = Audience.Internal });

    public IncidentReading Reading
    {
        get
        {
            Stage.Agree();
            return Stage.Ledger.Folded(AsOf).ShouldNotBeNull("nothing of the incident was known then");
        }
    }

    /// <summary>How a party is named and what it answers, for the main act or another.</summary>
    public View ThenReads(Someone party, string phrase, Proposition? act = null)
    {
        Phrases.Of(Reading, party.Key, act?.Key).ShouldBe(phrase);
        return this;
    }

    public View ThenStatus(string phrase, Proposition? act = null)
    {
        var reading = Reading;
        Phrases.Of(act is null ? reading.Status : reading.Acts.Single(status => status.Act == act.Key)).ShouldBe(phrase);
        return this;
    }

    public View ThenClaim(Proposition claim, string phrase)
    {
        Phrases.Of(Claim(claim)).ShouldBe(phrase);
        return this;
    }

    /// <summary>The warnings to the desk, all of them.</summary>
    public View ThenWarns(params string[] codes)
    {
        Reading.Guards.Select(guard => guard.Code).Distinct().Order().ShouldBe(codes.Order());
        return this;
    }

    public View ThenIsUnknown()
    {
        Stage.Ledger.Folded(AsOf).ShouldBeNull();
        return this;
    }

    /// <summary>What a party did with its position on a claim, step by step; without a claim, beside it.</summary>
    public View ThenDrifts(Someone party, Proposition? claim, params string[] steps)
    {
        Phrases.Of(Drift(party).Tracks.SingleOrDefault(track => track.Claim?.Id == claim?.Key)).ShouldBe(steps);
        return this;
    }

    public Drift Drift(Someone party)
    {
        var register = new Register(Stage.Ledger.Parties, AsOf.KnownAt, AsOf.Clock);
        return AttributionLedger.Drifts.Drift.Of(register.Canonical(party.Key), InMemoryLedger.Id, Stage.Ledger.Facts, register, AsOf);
    }

    public View Then(Action<IncidentReading> check)
    {
        check(Reading);
        return this;
    }

    public ClaimReading Claim(Proposition claim) => Reading.Claims.Single(read => read.Claim.Id == claim.Key);

    public Standing Standing(Someone actor, Proposition? act = null) => Reading.Standings.Single(s => s.Actor == actor.Key && s.Act == act?.Key);

    private sealed class Elsewhere(Scene stage, AsOf asOf) : View
    {
        public override AsOf AsOf => asOf;
        protected override Scene Stage => stage;
    }
}
