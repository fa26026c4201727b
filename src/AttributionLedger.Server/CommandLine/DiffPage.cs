using AttributionLedger.Differences;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

/// <summary>What changed between two moments, a line each, that reads without colour.</summary>
internal static class DiffPage
{
    public static void Print(DifferenceShape diff)
    {
        Terminal.Line($"{diff.Incident}, what changed in this record", strong: true);
        Print("From", diff.From, diff);
        Print("To", diff.To, diff);
        Terminal.Line($"({Spelling.Read(diff.Clock)} clock, {Spelling.Read(diff.Reading)} reading, rules {diff.Rules})");
        if (diff.Note is { } note) Terminal.Line($"\n{note}");
        var heading = "";
        foreach (var change in diff.Changes)
        {
            if (Heading(change.Kind) is var next && next != heading) Terminal.Line($"\n{heading = next}", strong: true);
            Terminal.Line($"{(change.Flip ? "* " : "- ")}{change.Phrase}.");
        }
        if (diff.Changes.Any(change => change.Flip)) Terminal.Line("\n* An attribution flipped.");
        if (diff.LeftOut > 0) Terminal.Line($"\n{diff.LeftOut} more changes; --limit lists more.");
        Terminal.Line();
    }

    private static void Print(string end, MomentShape moment, DifferenceShape diff) =>
        Terminal.Line($"{end,-4} said by {Terminal.Time(moment.SaidBy, diff.Zone)}, known by {Terminal.Time(moment.KnownAt, diff.Zone)}");

    private static string Heading(PartKind kind) => kind switch
    {
        < PartKind.Status => "The incident",
        PartKind.Status => "Status",
        < PartKind.Answered => "Who did it",
        < PartKind.Claim => "Who answered",
        < PartKind.Comment => "Who stands where on the claims",
        PartKind.Comment => "Who commented",
        _ => "Warnings"
    };
}
