using System.Globalization;
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
        var (zone, attention) = (publication.Published.Zone, publication.Attention);
        Terminal.Line($"{publication.Incident}/{publication.Id}  {publication.Headline ?? publication.Url}", strong: true);
        if (publication.Headline is not null) Terminal.Line(publication.Url);
        Terminal.Line($"Ran {Terminal.Time(publication.Published.Latest!.Value, zone)}, resting on {RestsOn(publication)} ({Spelling.Read(publication.Clock)} clock).");
        if (publication.LastSettlement is { } settled) Terminal.Line($"Settled {Terminal.Time(settled.Known, zone)}: {settled.Note} [{settled.Id}]");
        Terminal.Line($"Needs attention since {Terminal.Time(attention.Since!.Value, zone)}: {Why(attention)}.");
        if (attention.Note is { } note) Terminal.Line(note);

        Terminal.Line($"\nWhat changed since {(attention.Basis.Settlement is null ? "it ran" : $"{Terminal.Time(attention.Basis.At, zone)}, up to when an editor had looked")}:");
        foreach (var reversed in attention.Reversals) Terminal.Line($"- {reversed.Phrase.TrimEnd('.')}. [{reversed.By}, recorded {Terminal.Time(reversed.Known, zone)}]");
        foreach (var change in attention.Changes) Terminal.Line($"* {change.Phrase}.");
        if (attention.MoreThanListed) Terminal.Line($"and more: ledger diff {publication.Incident} --from {Moment(attention.Basis.At)} tells all of it.");

        Terminal.Line($"\nThis is as of {Terminal.Time(attention.LookedAt, zone)}. To settle that, and nothing that comes later:");
        Terminal.Line($"  ledger publication settle {publication.Incident} {publication.Id} \\");
        Terminal.Line($"    --seen {Moment(attention.LookedAt)} --note \"what came of it\"\n");
    }

    private static string Why(AttentionShape attention) => string.Join(", and ", new[]
    {
        attention.Reversals.Count > 0 ? $"{Counted(attention.Reversals.Count, "statement that it rests on was", "reversals of statements that it rests on were")} {(attention.Reversals.Count == 1 ? "reversed" : "recorded")}" : null,
        attention.Changes.Count > 0 ? "the attribution is another one" : null
    }.OfType<string>());

    /// <summary>To the microsecond, for what is given back is compared with when things were recorded.</summary>
    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Story(PublicationShape publication) => publication.Headline is { } headline ? $"{headline}, {publication.Url}" : publication.Url;

    private static string RestsOn(PublicationShape publication) => publication.RestsOn is { } statements ? string.Join(", ", statements) : "the reading of its time";

    // What exactly, the list of what needs attention says.
    private static string Needs(PublicationShape publication) => !publication.Attention.Needed ? "no"
        : $"yes: {Counted(publication.Attention.Reversals.Count, "statement reversed", "statements reversed")}, {Counted(publication.Attention.Changes.Count, "change", "changes")} of the attribution";

    private static string Counted(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
