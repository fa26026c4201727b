using AttributionLedger.Attribution;
using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Wordings;
using static AttributionLedger.Incidents.IncidentEvent;

namespace AttributionLedger.Differences;

/// <summary>Each change in the words of an editor, with what caused it.</summary>
internal sealed class ChangeWords(Register register, DateWords dates, Claims claims, CauseWords causes)
{
    /// <summary>Causes that a phrase tells; the rest it counts.</summary>
    private const int CauseLimit = 3;

    /// <param name="because">What may be told of what caused it.</param>
    public string Of(Change change, ChangeSideShape? before, ChangeSideShape? after, IReadOnlyList<Happening> because)
    {
        var phrase = Spoke(change, because) is var (sentence, own)
            ? sentence + causes.Late(own) + Because(change, [.. because.Where(cause => cause != own)], ", also because ")
            : Sentence(change, before, after) + Because(change, because, ", because ");
        return char.ToUpperInvariant(phrase[0]) + phrase[1..];
    }

    /// <summary>"The army, which had declined to comment, denied the act on 24 April": where what somebody said is the change itself.</summary>
    private (string Sentence, Happening Own)? Spoke(Change change, IReadOnlyList<Happening> because)
    {
        if (Stance(change.After) is not { } stance) return null;
        if (because.OfType<Happening.Entered>().FirstOrDefault(cause => cause.Fact.Fact is StatementLogged or CommentSought && cause.Fact.Fact.EntryKey() == stance.Entry.Value) is not { Said: { } said } own) return null;
        var party = change.Of.Party ?? stance.Party;
        var through = register.Canonical(stance.Party) == register.Canonical(party) ? "" : $", through {Name(stance.Party)},";
        var on = change.Of is { Claim: { } claim, Kind: not PartKind.Comment } ? $" ({claim})" : "";
        return ($"{Name(party)}{Had(change.Before, party)}{through} {Verbs.Past(stance.Kind, stance.Scope, claims.Actor(stance.Claim))}{Verbs.Firmly(stance)} {dates.On(said)}{(change.Of.Kind == PartKind.Asked ? " and has not answered" : "")}{on}", own);
    }

    private string Had(Part? before, PartyId party)
    {
        var pronoun = register.Kind(register.Canonical(party)) == PartyKind.Person ? "who" : "which";
        if (before is Part.Answers { Answer.Kind: AnswerKind.AskedAndPending } or Part.AnsweredBy { Answered.Answer.Kind: AnswerKind.AskedAndPending }) return $", {pronoun} had been asked and had not answered,";
        return Stance(before) is { } stance ? $", {pronoun} {Verbs.Before(stance.Kind, stance.Scope, claims.Actor(stance.Claim))}{Verbs.Firmly(stance)}," : "";
    }

    private static Heard? Stance(Part? part) => part switch
    {
        Part.Answers e => e.Answer.Stance,
        Part.AnsweredBy e => e.Answered.Answer.Stance,
        Part.Position e => e.Stance,
        Part.Beside e => e.Stance,
        Part.Commented e => e.Stance,
        Part.Asked e => e.Request,
        _ => null
    };

    private string Sentence(Change change, ChangeSideShape? before, ChangeSideShape? after)
    {
        var act = change.Of.Act is { } other ? $" for {other}" : "";
        string Was(string otherwise) => before?.Phrase ?? otherwise;
        string Is(string otherwise) => after?.Phrase ?? otherwise;
        string Who() => Name(change.Of.Party!.Value);
        string Both(string subject, string otherwise) => $"{subject} is now {Is(otherwise)}, was {Was(otherwise)}";
        if ((change.Before, change.After) is (Part.Claimed was, Part.Claimed claim) && before!.Phrase == after!.Phrase) return $"Claim {change.Of.Claim} is now raised by {Raiser(claim)}, was raised by {Raiser(was)}";
        if (before is not null && before.Phrase == after?.Phrase && change.Of.Kind is not PartKind.Position and not PartKind.Beside) return $"{Subject(change, act)} {before.Phrase} as before, by other statements";
        return change.Of.Kind switch
        {
            PartKind.Opening => after is null ? "The incident is no longer on record" : "The incident is on record",
            PartKind.Status => before is null ? $"The status{act} is {Is("unattributed")}" : $"The status{act} is now {Is("unattributed")}; it was {Was("unattributed")}",
            PartKind.Named or PartKind.AccusedBy => $"{Who()}{act} is now {Is("not accused")}, was {Short(change.Before, before) ?? "not accused"}",
            PartKind.DisputedBy => $"That {Who()} did it{act} is now {Is("disputed by nobody")}, was {Short(change.Before, before) ?? "disputed by nobody"}",
            PartKind.StatedAsFactBy => Both($"That {Who()} did it{act}", "stated as fact by nobody"),
            PartKind.NotFlat => $"Said of {Who()}{act} without being flat, and not counted: {Is("nothing")}; it was {Was("nothing")}",
            PartKind.NotCounted => $"Said of {Who()}{act} by unnamed sources, and not counted: {Is("nothing")}; it was {Was("nothing")}",
            PartKind.Answer or PartKind.Answered => $"What {Who()} answers{act} is now: {Is("nothing")}; it was: {Was("nothing")}",
            PartKind.Asked => after is null ? $"The request for comment to {Who()} is no longer pending" : $"{Who()} was asked for comment, and has not answered",
            PartKind.Claim => after is null ? $"Claim {change.Of.Claim} is gone: {before!.Phrase}" : before is null ? $"Claim {change.Of.Claim} is new: {after.Phrase}" : $"Claim {change.Of.Claim} now reads “{after.Phrase}”, read “{before.Phrase}”",
            PartKind.Supports => $"Claim {change.Of.Claim} is now {Is("supported by nobody")}, was {Short(change.Before, before) ?? "supported by nobody"}",
            PartKind.Denies => $"Claim {change.Of.Claim} is now {Is("denied by nobody")}, was {Short(change.Before, before) ?? "denied by nobody"}",
            PartKind.DeniesInPart => $"Claim {change.Of.Claim} is now {Is("denied in part by nobody")}, was {Short(change.Before, before) ?? "denied in part by nobody"}",
            PartKind.ClaimStatedAsFactBy => Both($"Claim {change.Of.Claim}", "stated as fact by nobody"),
            PartKind.Position or PartKind.Beside => after is null ? $"{Who()} no longer stands on claim {change.Of.Claim} as: {before!.Phrase}" : $"{Who()} now stands on claim {change.Of.Claim} as: {after.Phrase}{(before is null ? "" : $", stood as: {before.Phrase}")}",
            PartKind.Figure => after is null ? $"{Who()} no longer gives {before!.Phrase} ({change.Of.Claim})" : $"{Who()} now gives {after.Phrase}{(before is null ? "" : $", gave {before.Phrase}")} ({change.Of.Claim})",
            PartKind.Independent => after is null ? $"Nobody is recorded as independent on claim {change.Of.Claim} by that note any longer" : $"{string.Join(" and ", after.Parties.Select(party => party.Name))} are recorded as independent on claim {change.Of.Claim}",
            PartKind.Comment => after is null ? $"The comment of {Who()} is gone" : $"{Who()} commented without taking a position",
            PartKind.Guard => after is null ? $"No longer a warning: {before!.Phrase}" : $"New warning: {after.Phrase}",
            PartKind.Closed => $"The incident is {Is("gone")}, was {Was("not there")}",
            PartKind.MergedInto => $"The incident is {Is("on its own again")}, was {Was("on its own")}",
            PartKind.Link => after is null ? $"No longer linked: {before!.Phrase}" : $"Linked: {after.Phrase}",
            var field => $"The {field.ToString().ToLowerInvariant()} is now “{Is("nothing")}”, was “{Was("nothing")}”"
        };
    }

    private string Raiser(Part.Claimed claim) => claim.Shown.RaisedByParty is { } party ? Name(party) : claim.Shown.Raised == RaisedBy.Desk ? "the desk" : Spelling.Read(claim.Shown.Raised);

    private string Subject(Change change, string act) => change.Of.Claim is { } claim ? $"Claim {claim} is" : change.Of.Party is { } party
        ? change.Of.Kind is PartKind.Named or PartKind.AccusedBy ? $"{Name(party)}{act} is" : $"{Name(party)}{act}:" : "It is";

    // Who was there before is told after the colon only where that is news.
    private static string? Short(Part? part, ChangeSideShape? side) => part is Part.AccusedBy or Part.DisputedBy or Part.Supports or Part.Denies or Part.DeniesInPart ? side?.Phrase.Split(':')[0] : side?.Phrase;

    private string Because(Change change, IReadOnlyList<Happening> because, string opening)
    {
        if (because.Count == 0) return "";
        var clauses = because.Take(CauseLimit).Select(cause => causes.Clause(cause, change.Of)).Distinct();
        return opening + string.Join(", and because ", clauses) + (because.Count > CauseLimit ? $", and for {because.Count - CauseLimit} more {(because.Count > CauseLimit + 1 ? "reasons" : "reason")}" : "");
    }

    private string Name(PartyId party) => register.Name(register.Canonical(party));
}
