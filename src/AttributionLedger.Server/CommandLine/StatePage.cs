using AttributionLedger.Attribution;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

/// <summary>A reading as a page of a hundred columns, that reads without colour.</summary>
internal static class StatePage
{
    public static void Print(ReadingShape reading)
    {
        Terminal.Line($"{reading.Incident.Id}  {(reading.Incident.Invented ? "[invented] " : "")}{reading.Incident.Headline}", strong: true);
        Terminal.Line($"In this record, said by {Terminal.Time(reading.AsOf.SaidBy, reading.Incident.Zone)}, known by {Terminal.Time(reading.AsOf.KnownAt, reading.Incident.Zone)}");
        Terminal.Line($"({Spelling.Read(reading.AsOf.Clock)} clock, {Spelling.Read(reading.AsOf.Reading)} reading, rules {reading.Rules}{(reading.Incident.Closed ? ", closed" : "")}{(reading.Incident.MergedInto is { } into ? $", merged into {into}" : "")})");
        if (reading.Note is { } note) Terminal.Line(note);
        if (reading.Status is { } status) Terminal.Line($"\nStatus: {status.Phrase}", strong: true);
        foreach (var act in reading.Acts) Terminal.Line($"For the act {act.Act}: {act.Phrase}");
        PrintStandings(reading);
        PrintAnswered(reading);
        PrintAsked(reading);
        PrintClaims(reading);
        PrintComments(reading);
        if (reading.Guards.Count > 0) Terminal.Line();
        foreach (var guard in reading.Guards) Terminal.Line($"! {guard.Message} ({string.Join(", ", guard.Entries)}) [{guard.Code}]");
        Terminal.Line();
    }

    private static void PrintStandings(ReadingShape reading)
    {
        if (reading.Standings.Count == 0) return;
        Terminal.Table(["Actor", "Named", "Answers", "By"], reading.Standings.Select(standing => (IReadOnlyList<string>)
        [
            standing.Actor.Name + (standing.Act is { } act ? $" (for {act})" : "") + (standing.Actor.Kind == Parties.PartyKind.Described ? " (described only)" : ""),
            Naming(standing), Answering(standing.Answer), string.Join("; ", By(standing))
        ]));
    }

    private static string Naming(StandingShape standing) =>
        standing.Phrase[..^(standing.Answer.Phrase.Length + 2)]
        + string.Concat(standing.AlsoNamed.Where(also => also is Named.ClaimPurported or Named.Withdrawn).Select(also => also == Named.ClaimPurported ? "; claim purported" : $"; {string.Join(" and ", standing.Withdrawn)} withdrawn"))
        + (standing.DisputedBy.Count > 0 ? $"; disputed by {standing.DisputedBy.Count}" : "")
        + (standing.StatedAsFactBy.Count > 0 ? "; stated as fact" : "");

    private static string Answering(AnswerShape answer) =>
        answer.Phrase + (answer.Stance is { Party.Name: var name } ? $" ({name}{Asked(answer.Stance)})" : "")
        + (answer.Stance is { Ground: { } ground } ? $": {ground}" : "")
        + (answer.Pending is not null && answer.Answer != AnswerKind.AskedAndPending ? "; asked again, pending" : "")
        + string.Concat(answer.Beside.Where(beside => beside.Stance != StanceKind.Comments).TakeLast(1).Select(beside => $"; beside it: {Spelling.Read(beside.Stance!.Value)}"));

    private static string Asked(SaidShape said) => said.AskedBy is { Count: > 0 } asked ? $", asked by {string.Join(", ", asked.Select(party => party.Name))}" : "";

    private static IEnumerable<string> By(StandingShape standing) =>
        standing.Sources.Select(Source)
            .Concat(standing.AlsoSaidBy.Select(source => $"also {Speakers(source)}"))
            .Concat(standing.StatedAsFactBy.Select(outlet => $"stated as fact by {outlet.Name}"))
            .Concat(standing.DisputedBy.Select(source => $"disputed by {Source(source)}"))
            .Concat(standing.NotFlat.Concat(standing.NotCounted).Select(said => $"not counted: {said.Party.Name} {Spelling.Read(said.Stance!.Value)} ({Spelling.Read(said.Strength!.Value)})"));

    private static string Source(SourceShape source) =>
        source.Root is { } root && source.Speakers.All(speaker => speaker.Id != root.Id) ? $"{root.Name} ({Speakers(source)})" : Speakers(source);

    private static string Speakers(SourceShape source) => string.Join(" and ", source.Speakers.Select(speaker => speaker.Name));

    private static void PrintAnswered(ReadingShape reading)
    {
        if (reading.Answered.Count > 0) Terminal.Line();
        foreach (var answered in reading.Answered)
            Terminal.Line($"Answered, and no claim names it: {answered.Party.Name}: {Answering(answered.Answer)}");
    }

    private static void PrintAsked(ReadingShape reading)
    {
        foreach (var asked in reading.Asked)
            Terminal.Line($"Asked, and no answer yet: {asked.Party.Name} ({asked.Statement})");
    }

    private static void PrintClaims(ReadingShape reading)
    {
        if (reading.Claims.Count == 0) return;
        Terminal.Table(["Claim", "Kind", "What is claimed", "Who stands where"], reading.Claims.Select(claim => (IReadOnlyList<string>)
            [claim.Id + (claim.Refines is { } broader ? $" < {broader}" : ""), Spelling.Read(claim.Kind), claim.Text, string.Join("; ", Stands(claim))]));
    }

    private static IEnumerable<string> Stands(ClaimShape claim)
    {
        if (claim.SupportedBy > 0) yield return $"{Phrases.Sources(claim.SupportedBy)}: {string.Join(", ", claim.Sources.Select(Source))}{(claim is { SupportedBy: > 1, Independence.Count: 0 } ? " (independence not recorded)" : "")}";
        foreach (var also in claim.AlsoSaidBy) yield return $"also {Speakers(also)}";
        if (claim.DeniedBy > 0) yield return $"denied by {string.Join(", ", claim.Deniers.Select(Source))}";
        if (claim.DeniedInPartBy > 0) yield return $"denied in part by {claim.DeniedInPartBy}";
        if (claim.StatedAsFactBy.Count > 0) yield return $"stated as fact by {string.Join(", ", claim.StatedAsFactBy.Select(outlet => outlet.Name))}";
        foreach (var said in claim.Positions.Where(said => said.Strength != Strength.Flat)) yield return $"{said.Party.Name} {Spelling.Read(said.Stance!.Value)} ({Spelling.Read(said.Strength!.Value)}, not counted)";
        foreach (var said in claim.Beside.Where(said => said.Stance is not null)) yield return $"{said.Party.Name} {Spelling.Read(said.Stance!.Value)}";
        foreach (var figure in claim.Figures.GroupBy(f => (f.Category, f.Least, f.Most, f.Rival)))
            yield return $"{new Figure(figure.Key.Category, figure.Key.Least, figure.Key.Most)}{(figure.Key.Rival ? ", rival" : "")} ({string.Join(", ", figure.Select(f => f.Party.Name))})";
        foreach (var note in claim.Independence) yield return $"independent, as the desk recorded: {note.Reason}";
        if (claim is { SupportedBy: 0, DeniedBy: 0, DeniedInPartBy: 0, StatedAsFactBy.Count: 0, Positions.Count: 0, Beside.Count: 0 }) yield return "nobody, in this record";
    }

    private static void PrintComments(ReadingShape reading)
    {
        if (reading.Comments.Count > 0) Terminal.Line();
        foreach (var comment in reading.Comments.DistinctBy(comment => (comment.Party.Id, comment.Statement)).Take(10))
            Terminal.Line($"Commented, taking no position: {comment.Party.Name}{Asked(comment)} ({comment.Statement})");
    }
}
