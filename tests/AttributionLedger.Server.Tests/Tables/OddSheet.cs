using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Tables;

/// <summary>
/// Statements with every field that a table has a column for, in texts that spreadsheets, separators and scripts make
/// something of. The same seed makes up the same sheet.
/// </summary>
internal sealed class OddSheet(int seed)
{
    private static readonly string[] Odd =
    [
        "=1+1", "+49 30", "-5", "@ministry", "＝SUM(A1)", "＋1", "－1", "＠x", "'", "''=", "\"", "\"quoted\"", ";", "; ", "\\", "\\;", ",", "|", "؛", "；", "نفى المتحدث", "تکذیب کرد", "дементи", "😀", "👩‍👩‍👧",
        "e\u0301", "\u00a0", " ", "[x]", "[x, outlet]", "(as of 2023)", "key=value", "note=x ", " url=y", "plain words", "2024-04-22", "%", "#REF!"
    ];

    private readonly Random random = new(seed);

    public IEnumerable<string> Lines() =>
    [
        .. new[] { "brigade", "harbour", "korvad", "post", "agency", "channel" }.Select(id => Line.Party(id, id is "post" or "agency" ? "outlet" : "organisation", $"{id} {Text()}".Trim())),
        Line.Unnamed("?1", $"a clerk {Text()}".Trim()), Line.Unnamed("?2", $"a guard {Text()}".Trim()), Line.Unnamed("?3", $"the keeper of a channel {Text()}".Trim()),
        Line.Of(new { entry = "incident", id = "quay", headline = Text(), zone = "Europe/Berlin", occurred = new { edtf = "2023-03-04~", zone = "Etc/UTC", wording = Text() }, place = Text(), invented = true }),
        Line.Of(new { entry = "claim", id = "k1", incident = "quay", kind = "casualties", text = Text(), raisedBy = "brigade" }),
        Line.Of(new { entry = "claim", id = "k2", incident = "quay", kind = "occurrence", text = Text(), refines = "k1", raisedBy = "?1" }),
        Line.Of(new { entry = "claim", id = "k3", incident = "quay", kind = "responsibility", text = Text(), actor = "korvad", act = "k2", raisedBy = "question" }),
        .. Enumerable.Range(1, 6).Select(Statement),
        Line.Of(new { entry = "retraction", incident = "quay", statement = "s2", said = new { edtf = "2023-03-09", zone = "Asia/Tokyo", wording = Text() }, reason = Text() })
    ];

    private string Statement(int number) => Line.Of(new
    {
        entry = "statement", id = $"s{number}", incident = "quay", by = By(number), said = new { edtf = "2023-03-05/2023-03-06", zone = number % 2 == 0 ? "Asia/Tokyo" : null, wording = Text() },
        published = "2023-03-07T10:00+01:00", stances = Stances(number), words = Words(),
        setting = new { medium = Text(), askedBy = "post", via = new[] { "agency", "post" }, embargo = "2023-03-06T10:00:00.5+01:00", pool = number % 2 == 0 ? true : (bool?)null },
        issuance = number == 4 ? new { state = "purported", channel = "channel" } : number == 5 ? new { state = "disowned", channel = "?3" } : null,
        basis = "witnessed", terms = new { rule = number is 3 or 5 or 6 ? "background" : "on-the-record", agreed = Text(), description = number == 6 ? Text() : null, reason = Text() }, grade = "B2",
        evidence = new object[] { new { url = $"https://example.org/a;b?c=d&note={number}", archive = "https://archive.example/x", at = Text(), note = Text() }, new { file = Text(), sha256 = new string('a', 64) } },
        noted = "2023-03-06T08:09:10.123456Z", relayOf = number == 4 ? "s1" : null
    });

    private static object By(int number) => number switch { 1 => new[] { "brigade", "harbour" }, 3 => new[] { "?1", "?2" }, 6 => "?1", _ => "brigade" };

    private object[] Stances(int number) => number == 2 ? [new { stance = "declines-to-comment", ground = Text() }] :
    [
        new { stance = "asserts", claim = "k1", strength = "hedged", qualifier = Text(), verb = Text(), figures = new object[] { new { category = "killed; at sea", value = 3 }, new { category = "injured", least = 10, most = 15, asOf = "2023-03-06" }, new { category = "missing", least = 5 } } },
        new { stance = "confirms", claim = "k2" }, new { stance = "denies", claim = "k3", scope = "order" }
    ];

    private object Words() => new { form = "translation", text = Prose(), language = "en", translatedBy = "us", original = Prose(), originalLanguage = "fa-AF" };

    private string Prose() => $"{(random.Next(2) == 0 ? "\n" : "")}{Text()}\r\n{Text()}\t{Text()}\n- {Text()}{(random.Next(2) == 0 ? "\n" : " ")}";

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Odd[random.Next(Odd.Length)])) is var text && text.Any(char.IsLetterOrDigit) ? text : $"{text}x";
}
