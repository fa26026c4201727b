using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Parties;
using AttributionLedger.Statements;
using AttributionLedger.Times;
using FsCheck;
using FsCheck.Fluent;

namespace AttributionLedger.Domain.Specs.Properties;

/// <summary>What a desk did, from the first entry to the last.</summary>
public sealed record AnyHistory(Listing<Move> Moves)
{
    public override string ToString() => string.Join("\n", Moves);
}

/// <summary>A denial, a refusal, a comment or silence.</summary>
public sealed record AnyQuietWord(Says Move);

/// <summary>Two statements of different parties on different claims, said at different times before the record begins.</summary>
public sealed record AnyTwoApart(Says One, Says Other);

/// <summary>A small world in which much can happen to few, so that histories meet themselves.</summary>
public static class World
{
    public const string Zone = "Etc/UTC";

    public static readonly Someone[] Everyone =
        [Cast.Northland, Cast.Ministry, Cast.Army, Cast.Red, Cast.Blue, Cast.Watchdog, Cast.Director, Cast.Gazette, Cast.Channel, Cast.Official, Cast.Outlaws];

    private static readonly Proposition RedOrdered = new("red-ordered-it", ClaimKind.Responsibility, Cast.Red, Broader: Cast.Red);

    public static readonly Proposition[] Claims =
    [
        Cast.Blast, Cast.SecondBlast, Cast.FromTheNorth, Cast.FromTheHills, Cast.Dead, Cast.Northland, Cast.Red, Cast.Blue, Cast.Outlaws, RedOrdered,
        Cast.SecondBlastBy(Cast.Red), Cast.SecondBlastBy(Cast.Army)
    ];

    // A few are met again and again: rules bite where the same party speaks twice of the same thing.
    private static Gen<PartyId> Party { get; } = Gen.Frequency((5, Gen.Elements(Cast.Red, Cast.Watchdog, Cast.Director, Cast.Official)), (2, Gen.Elements(Everyone))).Select(someone => someone.Key);
    private static Gen<Proposition> AnyClaim { get; } = Gen.Frequency((5, Gen.Constant((Proposition)Cast.Red)), (2, Gen.Elements(RedOrdered, Cast.Blue)), (2, Gen.Elements(Claims)));
    private static Gen<StanceKind> Kind { get; } = Gen.Frequency((3, Gen.Elements(StanceKind.Accuses, StanceKind.Accuses, StanceKind.Denies, StanceKind.DeclinesToComment)), (1, Gen.Elements(Enum.GetValues<StanceKind>())));
    private static Gen<int> Number { get; } = Gen.Choose(0, 1_000_000);

    private static Gen<T> Mostly<T>(int times, T usual, Gen<T> otherwise) => Gen.Frequency((times, Gen.Constant(usual)), (1, otherwise));

    /// <summary>An instant, an interval or an open end, from three hours before the record begins to where it may be.</summary>
    private static Gen<WorldTime> Time { get; } =
        from first in Gen.Choose(-180, 30)
        from length in Gen.Choose(0, 60)
        from form in Gen.Choose(0, 9)
        select At(form switch { < 6 => Minute(first), < 9 => $"{Minute(first)}/{Minute(first + length)}", _ => $"{Minute(first)}/.." });

    private static WorldTime At(string edtf) => When.World(edtf, Zone);
    private static string Minute(int afterNoon) => When.Edtf(When.Noon.AddMinutes(afterNoon));

    private static Gen<WorldTime?> MaybeTime { get; } = Mostly(2, (WorldTime?)null, Time.Select(time => (WorldTime?)time));

    private static Gen<Terms> Terms { get; } = Mostly(1, GroundRule.OnTheRecord, Gen.Elements(Enum.GetValues<GroundRule>())).Select(rule => new Terms(rule));

    private static Gen<Stance> Stance { get; } =
        from kind in Kind
        from claim in AnyClaim
        from onIncident in Gen.Choose(0, 2)
        from strength in Mostly(5, Strength.Flat, Gen.Elements(Enum.GetValues<Strength>()))
        from scope in Mostly(1, (Scope?)Scope.AnyInvolvement, Gen.Elements(Enum.GetValues<Scope>()).Select(s => (Scope?)s))
        from killed in Gen.Choose(1, 3)
        select new Stance(Fitting(kind, claim), kind == StanceKind.Comments || (kind.MayBeOnIncident() && onIncident == 0) ? null : claim.Key, null, strength,
            Scope: kind == StanceKind.Denies ? scope : null,
            Figures: claim.Kind == ClaimKind.Casualties && kind.IsSubstantive() ? [new Figure("killed", killed, killed)] : null);

    // What does not fit would only be refused; the decisions have specs of their own.
    private static StanceKind Fitting(StanceKind kind, Proposition claim) =>
        kind.NeedsResponsibility() && claim.Kind != ClaimKind.Responsibility ? StanceKind.Asserts : kind;

    private static Gen<Listing<Stance>> Stances { get; } =
        from first in Stance
        from second in Mostly(3, (Stance?)null, Stance.Select(s => (Stance?)s))
        select second is null || second.Claim == first.Claim ? Listing.Of([first]) : Listing.Of([first, second]);

    private static Gen<Statement> Statement { get; } =
        from speaker in Party
        from jointly in Mostly(4, (PartyId?)null, Party.Select(p => (PartyId?)p))
        from said in Time
        from terms in Terms
        from embargo in Mostly(8, (int?)null, Gen.Choose(1, 40).Select(m => (int?)m))
        from issuance in Mostly(7, Issuance.Verified, Gen.Elements(Enum.GetValues<Issuance>()))
        from channel in Gen.Elements(Cast.Channel, Cast.Gazette, Cast.Red)
        from via in Mostly(5, (PartyId?)null, Party.Select(p => (PartyId?)p))
        from words in Gen.Elements(null, null, "Yes.", "No.")
        select new Statement(
            jointly is { } other && other != speaker ? [speaker, other] : [speaker], said, terms,
            new Setting(null, [Cast.Gazette.Key], via is { } first ? [first] : [], embargo is { } minutes ? When.Noon.AddMinutes(minutes) : null),
            words is null ? null : new Words(WordsForm.Verbatim, words), issuance, issuance == Issuance.Verified ? null : channel.Key);

    private static Gen<int?> Maybe(int times) => Mostly(times, (int?)null, Number.Select(n => (int?)n));

    private static Gen<Says> Saying(Gen<Listing<Stance>> stances) =>
        from id in Number
        from statement in Statement
        from taken in stances
        from relays in Maybe(12)
        from answers in Maybe(10)
        select new Says(id, statement, taken, relays, answers);

    private static Gen<Move> Asking { get; } =
        from id in Number
        from of in Party
        from claim in Mostly(1, (ClaimId?)null, AnyClaim.Select(c => (ClaimId?)c.Key))
        from asked in Time
        select (Move)new Asks(id, of, claim, asked);

    private static Gen<Move> Changing { get; } =
        from id in Number
        from change in Gen.Elements(Enum.GetValues<Change>()).Or(Gen.Elements(Change.Strike, Change.Retract, Change.RelayOf, Change.SameAs))
        from target in Number
        from other in Number
        from said in Time
        from terms in Terms
        from stances in Stances
        select (Move)new Changes(id, change, target, other, said, terms, stances);

    private static Gen<Move> Affiliating { get; } =
        from id in Number
        from who in Party
        from link in Gen.Elements(Link.SpeaksFor, Link.PartOf)
        from to in Party
        from counts in Gen.Choose(0, 2)
        from start in MaybeTime
        from end in MaybeTime
        select (Move)new Affiliates(id, who, link, to, counts > 0, start, end);

    private static Gen<Move> Disaffiliating { get; } =
        from id in Number
        from who in Party
        from target in Number
        from end in MaybeTime
        select (Move)new Disaffiliates(id, who, target, end);

    private static Gen<Move> Merging { get; } =
        from id in Number
        from who in Party
        from other in Party
        from split in Gen.Choose(0, 1)
        select (Move)new Merges(id, who, other, split == 1);

    private static Gen<Move> Move { get; } =
        from move in Gen.Frequency((12, Saying(Stances).Select(m => (Move)m)), (1, Asking), (9, Changing), (3, Affiliating), (2, Disaffiliating), (1, Merging))
        from noted in Mostly(5, (int?)null, Gen.Choose(0, 90).Select(n => (int?)n))
        select move with { NotedMinutesBefore = noted };

    public static Arbitrary<AnyHistory> History() => Arb.From(
        from size in Gen.Choose(1, 35) from moves in Gen.ListOf(Move, size) select new AnyHistory(moves.ToListing()),
        history => Fewer(history.Moves).Select(moves => new AnyHistory(moves)));

    // Halves first, then one left out: a counterexample of thirty moves comes down to the few that matter.
    private static IEnumerable<Listing<Move>> Fewer(Listing<Move> moves)
    {
        for (var length = moves.Count / 2; length > 0; length /= 2)
            for (var from = 0; from + length <= moves.Count; from += length)
                yield return moves.Take(from).Concat(moves.Skip(from + length)).ToListing();
    }

    public static Arbitrary<AnyQuietWord> QuietWord() =>
        Saying(Stance.Where(s => !s.Kind.IsAffirmative()).Select(s => Listing.Of([s]))).Select(move => new AnyQuietWord(move)).ToArbitrary();

    public static Arbitrary<AnyTwoApart> TwoApart() =>
        (from one in Saying(Stances) from other in Saying(Stances)
         from early in Gen.Choose(-300, -240) from later in Gen.Choose(1, 60) from swapped in Gen.Choose(0, 1)
         let first = one with { Relays = null, Answers = null, Statement = one.Statement with { Said = At(Minute(early)) } }
         let second = other with { Id = one.Id + 1, Relays = null, Answers = null, Statement = other.Statement with { Said = At(Minute(early + later)) } }
         where !Speakers(first).Intersect(Speakers(second)).Any() && !first.Stances.Select(s => s.Claim).Intersect(second.Stances.Select(s => s.Claim)).Any()
         select swapped == 1 ? new AnyTwoApart(second, first) : new AnyTwoApart(first, second)).ToArbitrary();

    private static IEnumerable<PartyId> Speakers(Says says) => says.Statement.By.Concat(says.Statement.Channel is { } channel ? [channel] : []);
}
