using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Differences;

/// <summary>
/// One thing that a reading says. All parts of a reading, in their order, are the reading: <see cref="Parts"/> takes it apart
/// and puts it together again.
/// </summary>
public abstract record Part
{
    private Part() { }

    /// <summary>From 0, among those that nothing else tells apart.</summary>
    public int Nth { get; init; }

    public PartKey Key => Named() with { Nth = Nth };

    /// <summary>The stances and requests that it shows.</summary>
    public virtual IEnumerable<Heard> Heard => [];

    /// <summary>The entries that it shows or rests on.</summary>
    public virtual IEnumerable<EntryId> Entries => Heard.Select(heard => heard.Entry);

    /// <summary>What of it an editor would call the same, where that is less than all of it.</summary>
    public virtual object Gist() => this;

    private protected abstract PartKey Named();

    public sealed record Opening(string Id, string Zone, bool Invented) : Part { private protected override PartKey Named() => new(PartKind.Opening); }
    public sealed record Headline(string Text) : Part { private protected override PartKey Named() => new(PartKind.Headline); }
    public sealed record Occurred(WorldTime? Time) : Part { private protected override PartKey Named() => new(PartKind.Occurred); }
    public sealed record Place(string? Text) : Part { private protected override PartKey Named() => new(PartKind.Place); }
    public sealed record Summary(string? Text) : Part { private protected override PartKey Named() => new(PartKind.Summary); }
    public sealed record Closed(bool Is) : Part { private protected override PartKey Named() => new(PartKind.Closed); }
    public sealed record MergedInto(IncidentId? Incident) : Part { private protected override PartKey Named() => new(PartKind.MergedInto); }
    public sealed record Link(IncidentEvent.IncidentLinked To) : Part { private protected override PartKey Named() => new(PartKind.Link, Entry: To.Id); }

    /// <summary>A note as the desk recorded it; what a reading shows of it is <see cref="Independent"/>.</summary>
    public sealed record Independence(IncidentEvent.IndependenceRecorded Note) : Part { private protected override PartKey Named() => new(PartKind.Independence, Claim: Note.Claim, Entry: Note.Id); }

    public sealed record StatusIs(Status Status) : Part
    {
        public override IEnumerable<EntryId> Entries => Status.Reason.Statements;
        public override object Gist() => (Status.Kind, Status.Actors, Status.Count, Status.Described, Status.StatedAsFactBy);
        private protected override PartKey Named() => new(PartKind.Status, Act: Status.Act);
    }

    public sealed record NamedAs(PartyId Actor, ClaimId? Act, Named How, Listing<Named> Also, Listing<string> Withdrawn) : Part { private protected override PartKey Named() => new(PartKind.Named, Actor, Act); }
    public sealed record AccusedBy(PartyId Actor, ClaimId? Act, Listing<Source> Sources) : Part { private protected override PartKey Named() => new(PartKind.AccusedBy, Actor, Act); public override IEnumerable<Heard> Heard => Sources.SelectMany(source => source.Members); }
    public sealed record DisputedBy(PartyId Actor, ClaimId? Act, Listing<Source> Sources) : Part { private protected override PartKey Named() => new(PartKind.DisputedBy, Actor, Act); public override IEnumerable<Heard> Heard => Sources.SelectMany(source => source.Members); }
    public sealed record StatedAsFactBy(PartyId Actor, ClaimId? Act, Listing<PartyId> Outlets) : Part { private protected override PartKey Named() => new(PartKind.StatedAsFactBy, Actor, Act); }
    public sealed record NotFlat(PartyId Actor, ClaimId? Act, Listing<Heard> Stances) : Part { private protected override PartKey Named() => new(PartKind.NotFlat, Actor, Act); public override IEnumerable<Heard> Heard => Stances; }
    public sealed record NotCounted(PartyId Actor, ClaimId? Act, Listing<Heard> Stances) : Part { private protected override PartKey Named() => new(PartKind.NotCounted, Actor, Act); public override IEnumerable<Heard> Heard => Stances; }

    public sealed record Answers(PartyId Actor, ClaimId? Act, Answer Answer) : Part
    {
        public override IEnumerable<Heard> Heard => Of(Answer);
        public override object Gist() => GistOf(Answer);
        private protected override PartKey Named() => new(PartKind.Answer, Actor, Act);
    }

    /// <summary>On which claims a standing rests, and by which rules.</summary>
    public sealed record Grounds(PartyId Actor, ClaimId? Act, Listing<ClaimId> Claims, Listing<Reason> Reasons) : Part
    {
        public override IEnumerable<EntryId> Entries => Reasons.SelectMany(reason => reason.Statements);
        private protected override PartKey Named() => new(PartKind.Grounds, Actor, Act);
    }

    public sealed record AnsweredBy(Answered Answered) : Part
    {
        public override IEnumerable<Heard> Heard => Of(Answered.Answer);
        public override object Gist() => GistOf(Answered.Answer);
        private protected override PartKey Named() => new(PartKind.Answered, Answered.Party);
    }

    public sealed record Asked(Heard Request) : Part { private protected override PartKey Named() => new(PartKind.Asked, Request.Party, Claim: Request.Claim, Entry: Request.Entry); public override IEnumerable<Heard> Heard => [Request]; }

    /// <param name="Framed">As the desk framed it.</param>
    /// <param name="Shown">As this reading shows it, which may leave out who raised it.</param>
    public sealed record Claimed(Claim Framed, Claim Shown) : Part { private protected override PartKey Named() => new(PartKind.Claim, Claim: Framed.Id); public override object Gist() => Shown; }
    public sealed record Supports(ClaimId Claim, Listing<Source> Sources) : Part { private protected override PartKey Named() => new(PartKind.Supports, Claim: Claim); public override IEnumerable<Heard> Heard => Sources.SelectMany(source => source.Members); }
    public sealed record Denies(ClaimId Claim, Listing<Source> Sources) : Part { private protected override PartKey Named() => new(PartKind.Denies, Claim: Claim); public override IEnumerable<Heard> Heard => Sources.SelectMany(source => source.Members); }
    public sealed record DeniesInPart(ClaimId Claim, Listing<Source> Sources) : Part { private protected override PartKey Named() => new(PartKind.DeniesInPart, Claim: Claim); public override IEnumerable<Heard> Heard => Sources.SelectMany(source => source.Members); }
    public sealed record ClaimStatedAsFactBy(ClaimId Claim, Listing<PartyId> Outlets) : Part { private protected override PartKey Named() => new(PartKind.ClaimStatedAsFactBy, Claim: Claim); }

    /// <summary>Where one voice stands on a claim: what a party says itself and what it repeats of another are two.</summary>
    public sealed record Position(ClaimId Claim, Heard Stance) : Part
    {
        public override IEnumerable<Heard> Heard => [Stance];
        private protected override PartKey Named() => new(PartKind.Position, Stance.Party, Claim: Claim, Further: $"{(Stance.IsVerified ? "" : "issued ")}{string.Join('|', Stance.CountsUnder)}");
    }

    public sealed record Beside(ClaimId Claim, Heard Stance) : Part { private protected override PartKey Named() => new(PartKind.Beside, Stance.Party, Claim: Claim, Entry: Stance.Entry); public override IEnumerable<Heard> Heard => [Stance]; }
    public sealed record Figure(ClaimId Claim, StatedFigure Stated) : Part { private protected override PartKey Named() => new(PartKind.Figure, Stated.Party, Claim: Claim, Further: Stated.Figure.Category); public override IEnumerable<EntryId> Entries => [Stated.Entry]; }
    public sealed record Independent(ClaimId Claim, IncidentEvent.IndependenceRecorded Note) : Part { private protected override PartKey Named() => new(PartKind.Independent, Claim: Claim, Entry: Note.Id); }
    public sealed record Commented(Heard Stance) : Part { private protected override PartKey Named() => new(PartKind.Comment, Stance.Party, Claim: Stance.Claim, Entry: Stance.Entry); public override IEnumerable<Heard> Heard => [Stance]; }
    public sealed record Warned(Guard Guard) : Part { private protected override PartKey Named() => new(PartKind.Guard, Further: $"{Guard.Code} {Guard.Message}"); public override IEnumerable<EntryId> Entries => Guard.Entries; }

    private static IEnumerable<Heard> Of(Answer answer) => new[] { answer.Stance, answer.Pending }.OfType<Heard>().Concat(answer.Opposed).Concat(answer.Beside);

    // Of requests and of silence beside a position an answer stays the same.
    private static object GistOf(Answer answer) => (answer.Kind, answer.Stance?.Entry, answer.Stance?.Scope, answer.DividedVoice);
}
