using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Spreadsheets.Writing;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Spreadsheets.Specs.Writing;

/// <summary>Statements that fill every column, with whatever is hard to keep in a cell. The same seed makes up the same.</summary>
internal sealed class MadeUp(int seed)
{
    /// <summary>Bits of text that formulas, separators, quotation marks, scripts and programs make something of.</summary>
    public static readonly string[] Odd =
    [
        "=1+1", "+49 30", "-5", "@ministry", "＝SUM(A1)", "＋1", "－1", "＠x", "'", "''", "\"", "\"\"", "\"quoted\"", ";", "; ", "\\", "\\;", ",", "|", "؛", "；", "نفى المتحدث", "تکذیب کرد",
        "дементи", "😀", "👩‍👩‍👧", "e\u0301", "\u00a0", " ", "  ", "[x]", "[x, outlet]", "(as of 2023)", "key=value", "note=x", "url=y", "a", "plain words", "2024-04-22", "?1", "%", "#REF!"
    ];

    private static readonly string[] OfLines = [.. Odd, "\n", "\r\n", "\r", "\t", "\n=cmd()", "\n- first"];

    private readonly Random random = new(seed);

    public TableIncident Incident { get; } = new("quay", Text(new(seed)), "Asia/Baghdad", Time("2023-03-05~", "Etc/UTC", "around \"noon\" [or so]"), Text(new(seed + 1)), Invented: true);

    public TableStatement Statement(int number)
    {
        TableParty? channel = number % 2 == 0 ? Party("channel") : null;
        return new(
            $"s{number}", [Party("one"), new TableParty("unnamed-0123456789ab", Text(), PartyKind.Unnamed), Party("two")], Time("2023-03-05/2023-03-06", "Europe/Paris", Text()),
            [.. Enumerable.Range(1, random.Next(1, 4)).Select(i => new TableStance(Stance(i), Claim(i)))], new Terms(Pick<GroundRule>(), Text(), random.Next(2) == 0 ? Text() : null, Text()),
            Instant, Time("2023-03-07", "Asia/Baghdad", null),
            new Words(WordsForm.Translation, Prose(), "en", Translator.Us, Prose(), "ar"), Text(), [Party("asker")], [Party("agency"), Party("paper")], Instant, Pool: true, "s0",
            channel is null ? Issuance.Verified : Issuance.Purported, channel, Pick<Basis>(), "B2",
            [new($"https://example.org/?q={random.Next()};x", "https://archive.example/a b", Text(), new string('a', 64), Text(), Text()), new(File: Text())], Instant,
            TableStatus.Retracted, new(Time("2023-03-09", "Asia/Baghdad", null), Text()));
    }

    private Stance Stance(int i) => new(
        StanceKind.Denies, ClaimId.Of($"k{i}"), EntryId.Of("r1"), Pick<Strength>(), Text(), Text(), Pick<Scope>(), Text(), new[] { new Figure("killed", 3, 3), new Figure("at sea; in boats", 10, 15, "2023-03-06"), new Figure("missing", 5, null) }.ToListing());

    private TableClaim Claim(int i) => new($"k{i}", ClaimKind.Responsibility, Text(), Party("actor"), "k8", "k9", RaisedBy.Party, Party("raiser"));

    private TableParty Party(string id) => new(id, Text(), Pick<PartyKind>() is var kind && kind == PartyKind.Unnamed ? PartyKind.Other : kind);

    private string Text() => Text(random);
    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Odd[random.Next(Odd.Length)])) is var text && string.IsNullOrWhiteSpace(text) ? $"{text}x" : text;
    private string Prose() => $"{OfLines[random.Next(OfLines.Length)]}{Text()}{OfLines[random.Next(OfLines.Length)]}";
    private DateTimeOffset Instant => new DateTimeOffset(2023, 3, 5, 0, 0, 0, TimeSpan.Zero).AddTicks(random.NextInt64(1_000_000_000_000) / 10 * 10);
    private T Pick<T>() where T : struct, Enum => Enum.GetValues<T>() is var all ? all[random.Next(all.Length)] : default;

    public static WorldTime Time(string edtf, string zone, string? wording) => ((WorldTimeReading.Read)WorldTime.Read(edtf, zone, wording)).Time;
}
