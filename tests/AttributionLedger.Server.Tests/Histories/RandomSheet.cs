using AttributionLedger.Server.Tests.Support;

namespace AttributionLedger.Server.Tests.Histories;

/// <summary>
/// Makes up a sheet of which every line is sound: what can be reversed is kept account of, so that reversals of every kind,
/// and reversals of reversals, come up often. The same seed makes up the same sheet.
/// </summary>
internal sealed class RandomSheet(int seed)
{
    private static readonly string[] Kinds = ["person", "office", "organisation", "armed-group", "state", "outlet", "described", "other"];
    private static readonly string[] Rules = ["on-the-record", "on-the-record", "background", "deep-background", "off-the-record", "as-published", "not-stated"];
    private static readonly string[] Strengths = ["flat", "flat", "flat", "hedged", "conditional", "implied"];
    private static readonly string[] Scopes = ["act", "authorship", "order", "knowledge", "number", "characterisation", "any-involvement"];
    private static readonly string[] OnClaim = ["asserts", "confirms", "acknowledges", "denies", "denies", "neither-confirms-nor-denies", "dismisses", "declines-to-comment"];
    private static readonly string[] OnIncident = ["comments", "dismisses", "declines-to-comment"];
    private static readonly string[] Silences = ["did-not-respond", "did-not-respond-by-deadline", "could-not-be-reached", "made-no-one-available"];

    private const string Echo = "echo";

    private readonly Random random = new(seed);
    private readonly List<string> lines = [];
    private readonly string[] parties = [.. Enumerable.Range(0, 8).Select(i => $"p{i}")];
    private int ids;

    public string[] Lines()
    {
        foreach (var party in parties) lines.Add(Line.Party(party, Pick(Kinds)));
        lines.Add(Line.Party(Echo, "outlet"));
        // Only upwards, so that no circle closes, and at most one that counts each.
        for (var i = 0; i < parties.Length - 1; i++)
            if (Chance(2))
            {
                var above = parties[random.Next(i + 1, parties.Length)];
                var speaks = Chance(2);
                lines.Add(Line.Of(new { entry = "affiliation", id = "a", party = parties[i], speaksFor = speaks ? above : null, partOf = speaks ? null : above, counts = Chance(3) ? (bool?)false : null, from = Chance(3) ? "2023-03-03" : null }));
                if (Chance(3)) lines.Add(Line.Of(new { entry = "affiliation-ended", party = parties[i], affiliation = "a", until = "2023-03-07", reason = "It ended." }));
                else if (Chance(4)) lines.Add(Line.Of(new { entry = "strike-affiliation", party = parties[i], affiliation = "a", reason = "It never was." }));
            }
        var unnamed = new[] { ("?1", Line: Line.Unnamed("?1")), ("?2", Line: Line.Unnamed("?2", "a diplomat", under: Pick(parties))) };
        lines.AddRange(unnamed.Select(source => source.Line));
        foreach (var incident in new[] { "one", "two" }) MakeUp(incident);
        // Who says nothing is not registered.
        foreach (var (label, line) in unnamed)
            if (!lines.Exists(other => other != line && other.Contains($"\"{label}\"", StringComparison.Ordinal))) lines.Remove(line);
        return [.. lines];
    }

    private void MakeUp(string incident)
    {
        lines.Add(Line.Opening(incident));
        foreach (var (id, kind, actor) in new[] { ("k1", "occurrence", null), ("k2", "responsibility", Pick(parties)), ("k3", "responsibility", Pick(parties)), ("k4", "other", (string?)null) })
            lines.Add(Line.Of(new { entry = "claim", id, incident, kind, text = $"Claim {id}.", actor, act = id == "k3" ? "k1" : null, raisedBy = Chance(3) ? Pick(parties) : null }));
        var requests = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            requests.Add(Id("r"));
            lines.Add(Line.Of(new { entry = "request", id = requests[^1], incident, of = Pick(parties), by = Pick(parties), asked = Day(), claim = Chance(2) ? "k2" : null }));
        }

        // What the desk may still do: a statement is there, was retracted, or lost its consent; a reversal can be struck once.
        var (statements, publications) = (new List<string>(), new List<string>());
        var (retracted, withdrawn) = (new HashSet<string>(), new HashSet<string>());
        var reversals = new List<(string Id, Action Undo)>();
        for (var step = 0; step < 40; step++)
            switch (statements.Count < 3 ? 0 : random.Next(19))
            {
                case <= 5:
                    statements.Add(Id("s"));
                    lines.Add(Statement(statements[^1], incident, requests));
                    break;
                case 6 when Free(statements, retracted) is { } statement:
                    retracted.Add(statement);
                    Reverse(reversals, () => retracted.Remove(statement), id => new { entry = "retraction", id, incident, statement, said = "2023-03-09", reason = "Too soon." });
                    break;
                case 7 when Free(statements, withdrawn) is { } statement:
                    withdrawn.Add(statement);
                    Reverse(reversals, () => withdrawn.Remove(statement), id => new { entry = "consent-withdrawn", id, incident, statement, reason = "For fear." });
                    break;
                case 8:
                    Reverse(reversals, () => { }, id => new { entry = "renegotiation", id, incident, statement = Pick(statements), terms = Pick(Rules), reason = "By telephone." });
                    break;
                case 9:
                    var whose = Pick(["speaker", "outlet", "translation"]);
                    Reverse(reversals, () => { }, id => new
                    {
                        entry = "correction", id, incident, statement = Pick(statements), whose, said = whose == "speaker" ? "2023-03-09" : null, reason = "It was wrong.",
                        stances = Chance(2) ? new[] { Stance("asserts", "k1") } : null, words = new { form = "paraphrase", text = $"Mended {id}." }
                    });
                    break;
                case 10:
                    Reverse(reversals, () => { }, id => new { entry = "voice-settled", id, incident, statement = Pick(statements), reason = "It settles it." });
                    break;
                case 11:
                    var struck = Pick(statements);
                    statements.Remove(struck);
                    Reverse(reversals, () => statements.Add(struck), id => new { entry = "strike", id, incident, target = struck, reason = "Ours." });
                    break;
                case 12 when reversals.Count > 0:
                    var (target, undo) = reversals[random.Next(reversals.Count)];
                    reversals.RemoveAll(reversal => reversal.Id == target);
                    undo();
                    lines.Add(Line.Of(new { entry = "strike", id = Id("x"), incident, target, reason = "It was right." }));
                    break;
                case 13:
                    lines.Add(Line.Of(new { entry = "independence", id = Id("i"), incident, claim = "k1", parties = new[] { parties[0], parties[1] }, reason = "Apart." }));
                    break;
                case 14:
                    publications.Add(Id("p"));
                    lines.Add(Publication(publications[^1], incident, statements));
                    break;
                case 15 when publications.Count > 0:
                    Reverse(reversals, () => { }, id => new { entry = "attention-settled", id, incident, publication = Pick(publications), note = "It says so now." });
                    break;
                case 17:
                    // Both have said nothing else: what becomes of a relay whose original is not published is told from what its speakers say besides.
                    var (witness, wire, original) = (Id("w"), Id("w"), Id("s"));
                    lines.Add(Line.Party(witness));
                    lines.Add(Line.Party(wire, "outlet"));
                    lines.Add(Line.Says(original, witness, Pick(OnClaim), "k4", Pick(Rules), incident, Day()));
                    var relay = Echoing(incident, wire);
                    Reverse(reversals, () => { }, id => new { entry = "link-statement", id, incident, statement = relay, other = original, link = Pick(["relay-of", "not-same"]), reason = "Looked at." });
                    break;
                case 18:
                    var (first, copy) = (Echoing(incident), Echoing(incident));
                    Reverse(reversals, () => { }, id => new { entry = "link-statement", id, incident, statement = copy, other = first, link = Pick(["same-as", "not-same"]), reason = "Looked at." });
                    break;
                case 16 when publications.Count > 0:
                    var story = Pick(publications);
                    publications.Remove(story);
                    Reverse(reversals, () => publications.Add(story), id => new { entry = "strike", id, incident, target = story, reason = "Another story." });
                    break;
            }
    }

    private void Reverse(List<(string, Action)> reversals, Action undo, Func<string, object> entry)
    {
        var id = Id("x");
        lines.Add(Line.Of(entry(id)));
        reversals.Add((id, undo));
    }

    /// <summary>A statement of an outlet that nothing else is done to, so that nothing stands in the way of linking it.</summary>
    private string Echoing(string incident, string by = Echo)
    {
        var id = Id("s");
        lines.Add(Line.Says(id, by, Pick(OnClaim), "k4", Pick(Rules), incident, Day(), $"Words {random.Next(12)}."));
        return id;
    }

    private string Statement(string id, string incident, List<string> requests)
    {
        var silent = Chance(6);
        var stances = silent ? [new { stance = Pick(Silences), request = Pick(requests) }]
            : Chance(5) ? [new { stance = Pick(OnIncident) }]
            : new[] { "k1", "k2", "k3", "k4" }.Where(_ => Chance(2)).DefaultIfEmpty("k4").Select(claim => Stance(Pick(OnClaim), claim)).ToArray();
        var purported = !silent && Chance(8);
        return Line.Of(new
        {
            entry = "statement", id, incident, by = silent || purported ? [Pick(parties)] : Chance(4) ? ["?1"] : Chance(6) ? ["?2"] : Chance(8) ? [parties[0], parties[5]] : new[] { Pick(parties) },
            said = Chance(4) ? "2023-03-01/2023-03-08" : Day(), stances, terms = Pick(Rules), words = new { form = "verbatim", text = $"Words {random.Next(12)}." },
            issuance = purported ? new { state = Pick(["purported", "disowned", "fabricated"]), channel = Pick(parties) } : null,
            setting = new { askedBy = Chance(3) ? Pick(parties) : null, via = Chance(4) ? Pick(parties) : null, embargo = Chance(8) ? "2089-01-01T00:00Z" : null },
            noted = Chance(3) ? "2023-03-10T12:00Z" : null
        });
    }

    private string Publication(string id, string incident, List<string> statements) => Line.Of(new
    {
        entry = "publication", id, incident, headline = Chance(2) ? $"Story {id}" : null, url = $"https://example.org/{id}", published = $"{Day()}T12:00Z",
        restsOn = Chance(2) ? statements.Take(3).ToArray() : null, clock = Chance(2) ? "noted" : null
    });

    private object Stance(string stance, string claim) => new { stance, claim, strength = Pick(Strengths), scope = stance == "denies" && Chance(2) ? Pick(Scopes) : null };

    private string? Free(List<string> statements, HashSet<string> taken) => statements.Where(statement => !taken.Contains(statement)).ToArray() is { Length: > 0 } free ? Pick(free) : null;
    private string Day() => $"2023-03-0{random.Next(1, 9)}";
    private string Id(string kind) => $"{kind}{++ids}";
    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
