using AttributionLedger.Basics;
using AttributionLedger.Publications;
using AttributionLedger.Store;

namespace AttributionLedger.CommandLine;

/// <summary>Stories that ran, for people.</summary>
internal static class PublicationPage
{
    public static void Print(PublicationsShape publications)
    {
        if (publications.Publications.Count == 0) Terminal.Line("No story about this incident is registered. Register one: ledger publication register INCIDENT --url … --published …");
        else Terminal.Table(["Publication", "Published", "Story", "Rests on", "Needs attention"], publications.Publications.Select(publication => (IReadOnlyList<string>)
            [publication.Id + (publication.Struck ? " (struck)" : ""), Terminal.Time(publication.Published.Latest!.Value, publication.Published.Zone), Story(publication), RestsOn(publication), Needs(publication)]));
        if (publications.Publications.Any(publication => publication.Attention.Needed)) Terminal.Line($"\nWhat changed: ledger attention --incident {publications.Incident}");
        if (publications.Next is { } next) Terminal.Line($"\nMore: ledger publication list {publications.Incident} --after {next}");
    }

    public static void Print(AttentionListShape attention)
    {
        if (attention.Publications.Count == 0) Terminal.Line("No story needs attention.");
        foreach (var publication in attention.Publications) Print(publication);
        if (attention.MoreWaiting) Terminal.Line("More stories wait to be looked at anew; repeat the command.");
        if (attention.Next is { } next) Terminal.Line($"More: ledger attention --after {next}");
    }

    public static int Refuse(Rejection rejection)
    {
        Terminal.Error($"{rejection.Field switch { "limit" => "--limit: ", "after" => "--after: ", _ => "" }}{rejection.Message} [{rejection.Code}]");
        return rejection.Code == "incident-unknown" ? ExitCodes.NotFound : ExitCodes.Usage;
    }

    private static void Print(PublicationShape publication)
    {
        var zone = publication.Published.Zone;
        Terminal.Line($"{publication.Incident}/{publication.Id}  {Story(publication)}", strong: true);
        Terminal.Line($"Published {Terminal.Time(publication.Published.Latest!.Value, zone)}, resting on {RestsOn(publication)}");
        if (publication.LastSettlement is { } settled) Terminal.Line($"Settled {Terminal.Time(settled.Known, zone)}: {settled.Note} [{settled.Id}]");
        Terminal.Line($"Since then ({Spelling.Read(publication.Clock)} clock):");
        if (publication.Attention.Note is { } note) Terminal.Line($"  {note}");
        foreach (var reversed in publication.Attention.Reversals) Terminal.Line($"  - {reversed.Phrase} [{reversed.By}, {Terminal.Time(reversed.Known, zone)}]");
        foreach (var change in publication.Attention.Changes) Terminal.Line($"  - {change.Phrase}");
        if (publication.Attention.MoreThanListed) Terminal.Line("  and more");
        Terminal.Line();
    }

    private static string Story(PublicationShape publication) => publication.Headline is { } headline ? $"{headline}, {publication.Url}" : publication.Url;

    private static string RestsOn(PublicationShape publication) => publication.RestsOn is { } statements ? string.Join(", ", statements) : "the reading of its time";

    // What exactly, the list of what needs attention says.
    private static string Needs(PublicationShape publication) => !publication.Attention.Needed ? "no"
        : $"yes: {Counted(publication.Attention.Reversals.Count, "statement reversed", "statements reversed")}, {Counted(publication.Attention.Changes.Count, "change", "changes")} of the attribution";

    private static string Counted(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
