using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Store;

namespace AttributionLedger.Differences;

/// <summary>One side of a change as it may be shown; null where there is nothing to show.</summary>
/// <param name="reading">The reading that the parts are of.</param>
internal sealed class Sides(IncidentReading? reading, Register register, Audience audience)
{
    public ChangeSideShape? Of(Part? part) => part switch
    {
        Part.Opening => Text("on record"),
        Part.Headline e => Text(e.Text),
        Part.Occurred { Time: { } time } => Text(time.Edtf),
        Part.Place { Text: { } text } => Text(text),
        Part.Summary { Text: { } text } => Text(text),
        Part.Closed e => Text(e.Is ? "closed" : "open"),
        Part.MergedInto { Incident: { } into } => Text($"merged into {into}"),
        Part.Link e => Text($"{Spelling.Read(e.To.Link)} {e.To.Other}"),
        Part.StatusIs e => new(Phrases.Of(e.Status, register), Spelling.Spelt(e.Status.Kind), e.Status.Count, All(e.Status.Actors), Ids(e.Status.Reason.Statements)),
        Part.NamedAs e => new(Standing(e) is { } standing ? Phrases.Naming(standing) : Spelling.Read(e.How), Spelling.Spelt(e.How), Standing(e)?.AccusedBy.Count, All(Speakers(Standing(e)?.AccusedBy ?? [])), Ids(Standing(e)?.Reasons.SelectMany(reason => reason.Statements) ?? [])),
        Part.AccusedBy e => Sources("accused by", e.Sources),
        Part.DisputedBy e => Sources("disputed by", e.Sources),
        Part.Supports e => Sources("supported by", e.Sources),
        Part.Denies e => Sources("denied by", e.Sources),
        Part.DeniesInPart e => Sources("denied in part by", e.Sources),
        Part.StatedAsFactBy e => Outlets(e.Outlets),
        Part.ClaimStatedAsFactBy e => Outlets(e.Outlets),
        Part.NotFlat e => Stances(e.Stances),
        Part.NotCounted e => Stances(e.Stances),
        Part.Answers e => Answer(e.Answer),
        Part.AnsweredBy e => Answer(e.Answered.Answer),
        Part.Asked e => One(e.Request, "asked and pending"),
        Part.Claimed e => new(e.Shown.Text, Spelling.Spelt(e.Shown.Kind), null, All(new[] { e.Shown.Actor, e.Shown.RaisedByParty }.OfType<PartyId>()), []),
        Part.Position e => One(e.Stance, Phrases.Of(e.Stance)),
        Part.Beside e => One(e.Stance, Phrases.Of(e.Stance)),
        Part.Commented e => One(e.Stance, Phrases.Of(e.Stance)),
        Part.Figure e => new($"{e.Stated.Figure}{(e.Stated.Rival ? ", rival" : "")}", e.Stated.Figure.Category, null, [], Ids([e.Stated.Entry])),
        Part.Independent e => new("independent", null, null, All(e.Note.Parties), []),
        Part.Warned e => new(e.Guard.Message, e.Guard.Code, null, [], Ids(e.Guard.Entries)),
        // What an order or a rule alone makes different is told by the rest.
        _ => null
    };

    /// <summary>Whether the two show the same, whatever lies behind them.</summary>
    public static bool AreSame(ChangeSideShape? one, ChangeSideShape? other) => ReferenceEquals(one, other) || (one is not null && other is not null
        && (one.Phrase, one.Word, one.Count) == (other.Phrase, other.Word, other.Count) && one.Parties.SequenceEqual(other.Parties) && one.Statements.SequenceEqual(other.Statements));

    private Standing? Standing(Part.NamedAs named) => reading?.Standings.FirstOrDefault(standing => standing.Actor == named.Actor && standing.Act == named.Act);

    private ChangeSideShape? Sources(string how, Listing<Source> sources) => sources.Count == 0 ? null
        : new($"{how} {sources.Count}: {Names(Speakers(sources))}", null, sources.Count, All(Speakers(sources)), Ids(sources.SelectMany(Shown).Select(heard => heard.Entry)));

    private ChangeSideShape? Outlets(Listing<PartyId> outlets) => outlets.Count == 0 ? null : new($"stated as fact by {Names(outlets)}", null, outlets.Count, All(outlets), []);

    private ChangeSideShape? Stances(Listing<Heard> stances) => stances.Count == 0 ? null
        : new(string.Join(", ", stances.Select(heard => $"{Name(heard.Party)} {Phrases.Of(heard)}").Distinct()), null, null, All(stances.Select(heard => heard.Party)), Ids(stances.Select(heard => heard.Entry)));

    private ChangeSideShape Answer(Answer answer) => new(
        Phrases.Of(answer) + (answer.Pending is not null && answer.Kind != AnswerKind.AskedAndPending ? "; asked again, pending" : ""), Spelling.Spelt(answer.Kind), null,
        All(new[] { answer.Stance }.OfType<Heard>().Concat(answer.Opposed).Select(heard => heard.Party)), Ids(new[] { answer.Stance, answer.Pending }.OfType<Heard>().Concat(answer.Opposed).Concat(answer.Beside).Select(heard => heard.Entry)));

    private static ChangeSideShape One(Heard heard, string phrase) => new(phrase, heard.Kind is { } kind ? Spelling.Spelt(kind) : null, null, [], Ids([heard.Entry]));

    /// <summary>In public those who have no name are not shown beside one who has: it would say under whom they speak.</summary>
    private IEnumerable<Heard> Shown(Source source) => audience == Audience.Internal || source.Members.All(heard => register.IsUnnamed(heard.Party))
        ? source.Members : source.Members.Where(heard => !register.IsUnnamed(heard.Party));

    private IEnumerable<PartyId> Speakers(Listing<Source> sources) => sources.SelectMany(Shown).Select(heard => heard.Party).Distinct();

    private static ChangeSideShape Text(string text) => new(text, null, null, [], []);
    private IReadOnlyList<PartyShape> All(IEnumerable<PartyId> parties) => [.. parties.Select(register.Shape).Distinct()];
    private static IReadOnlyList<string> Ids(IEnumerable<EntryId> entries) => [.. entries.Select(entry => entry.Value).Distinct()];
    private string Name(PartyId party) => register.Name(register.Canonical(party));
    private string Names(IEnumerable<PartyId> parties) => string.Join(" and ", parties.Select(Name).Distinct());
}
