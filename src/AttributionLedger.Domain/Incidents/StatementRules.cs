using System.Text.RegularExpressions;
using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Statements;

namespace AttributionLedger.Incidents;

/// <summary>What a statement must look like, apart from its stances.</summary>
internal static partial class StatementRules
{
    private const int SpeakerLimit = 20, ChainLimit = 20, EvidenceLimit = 50;

    public static IEnumerable<Rejection> Refusals(Statement statement, IRecord record) =>
    [
        .. Speakers(statement, record), .. Chain(statement, record), .. Issued(statement, record), .. OfWords(statement.Words, "words"),
        .. OfTerms(statement.Terms), .. statement.Evidence is { } evidence ? OfEvidence(evidence) : [],
        .. Texts.Name(statement.Setting.Medium, "setting.medium")
    ];

    private static IEnumerable<Rejection> Speakers(Statement statement, IRecord record)
    {
        if (statement.By.Count == 0) yield return new("speaker-missing", "by", "Say who spoke.");
        if (statement.By.Count > SpeakerLimit) yield return new("too-many", "by", $"At most {SpeakerLimit} parties speak jointly.");
        if (statement.By.Distinct().Count() < statement.By.Count) yield return new("speaker-repeated", "by", "The same party is named twice.");
        foreach (var rejection in Registered(statement.By, record, "by")) yield return rejection;
    }

    private static IEnumerable<Rejection> Chain(Statement statement, IRecord record) =>
    [
        .. Registered(statement.Setting.AskedBy, record, "setting.askedBy"), .. Registered(statement.Setting.Via, record, "setting.via"),
        .. statement.Setting.Via.Count + statement.Setting.AskedBy.Count > ChainLimit ? [new Rejection("too-many", "setting", $"At most {ChainLimit} parties are taken here.")] : Array.Empty<Rejection>()
    ];

    private static IEnumerable<Rejection> Registered(Listing<PartyId> parties, IRecord record, string field) =>
        parties.Select((id, i) => (id, i)).Where(p => record.Party(p.id) is null).Select(p => new Rejection("party-unknown", parties.Count > 1 ? $"{field}[{p.i}]" : field,
            $"No party {p.id} is registered. Register it with an entry of its own, before this one."));

    private static IEnumerable<Rejection> Issued(Statement statement, IRecord record)
    {
        if (statement.Issuance == Issuance.Verified && statement.Channel is not null)
            yield return new("channel-not-wanted", "issuance.channel", "A verified statement is the party's own and has no channel; say through whom it came in setting.via.");
        if (statement.Issuance != Issuance.Verified && statement.Channel is null)
            yield return new("channel-missing", "issuance.channel", "Unless it is verified, the channel speaks and not the party in whose name it was issued: say which channel, as a party.");
        if (statement.Channel is { } channel && record.Party(channel) is null)
            yield return new("party-unknown", "issuance.channel", $"No party {channel} is registered. Register the channel with an entry of its own, before this one.");
    }

    public static IEnumerable<Rejection> OfWords(Words? words, string field)
    {
        if (words is null) yield break;
        foreach (var rejection in Texts.Prose(words.Text, $"{field}.text").Concat(Texts.Prose(words.Original, $"{field}.original"))) yield return rejection;
        foreach (var (tag, name) in new[] { (words.Language, "language"), (words.OriginalLanguage, "originalLanguage") })
            if (tag is not null && !LanguageTag().IsMatch(tag))
                yield return new("language-malformed", $"{field}.{name}", "Give a language tag such as en, ar or fa-AF (BCP 47).");
        if (words.Form == WordsForm.Translation && words.TranslatedBy is null)
            yield return new("translator-missing", $"{field}.translatedBy", "Say who translated: speaker, outlet, us or machine.");
        if (words.Form != WordsForm.Translation && (words.TranslatedBy is not null || words.Original is not null || words.OriginalLanguage is not null))
            yield return new("translation-fields-misplaced", field, "Only a translation has a translator and an original; set form to translation, or leave them out.");
    }

    public static IEnumerable<Rejection> OfTerms(Terms terms) =>
        [.. Texts.Line(terms.Agreed, "terms.agreed"), .. Texts.Name(terms.Description, "terms.description"), .. Texts.Line(terms.Reason, "terms.reason")];

    public static IEnumerable<Rejection> OfEvidence(Listing<Evidence> evidence) =>
        (evidence.Count > EvidenceLimit ? [new Rejection("too-many", "evidence", $"At most {EvidenceLimit} pieces of evidence are taken.")] : Array.Empty<Rejection>())
        .Concat(evidence.SelectMany((piece, i) => OfEvidence(piece, $"evidence[{i}]")));

    public static IEnumerable<Rejection> OfEvidence(Evidence piece, string field)
    {
        if ((piece.Url ?? piece.Archive ?? piece.File) is null)
            yield return new("evidence-nowhere", field, "Say where it can be checked: url, archive or file.");
        foreach (var rejection in Texts.Address(piece.Url, $"{field}.url").Concat(Texts.Address(piece.Archive, $"{field}.archive"))) yield return rejection;
        if (piece.Sha256 is not null && !Sha256().IsMatch(piece.Sha256))
            yield return new("sha256-malformed", $"{field}.sha256", "A SHA-256 is written as 64 hexadecimal digits in lower case.");
        foreach (var rejection in Texts.Name(piece.File, $"{field}.file").Concat(Texts.Name(piece.At, $"{field}.at")).Concat(Texts.Line(piece.Note, $"{field}.note"))) yield return rejection;
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256();
}
