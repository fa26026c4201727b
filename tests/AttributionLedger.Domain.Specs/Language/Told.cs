using System.Text.Json;
using AttributionLedger.Readings;
using Shouldly;
using Xunit;

namespace AttributionLedger.Domain.Specs.Language;

/// <summary>Readings compared: by value, and where they differ as text, so that a failing spec shows where.</summary>
public static class Told
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void ShouldBeSame(IncidentReading? one, IncidentReading? other)
    {
        if (Equals(one, other)) return;
        var (ours, theirs) = (Lines(one), Lines(other));
        var at = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        Summary(one).ShouldBe(Summary(other));
        Assert.Fail($"The readings differ at line {at}:\n{Around(ours, at)}\n--- and ---\n{Around(theirs, at)}");
    }

    public static string Text(IncidentReading? reading) => JsonSerializer.Serialize(reading, Indented);

    private static string[] Lines(IncidentReading? reading) => Text(reading).Split('\n');

    private static string Around(string[] lines, int at) => string.Join('\n', lines.Skip(at - 12).Take(16));

    /// <summary>What a reading tells, without when the ledger knew it.</summary>
    public static string Summary(IncidentReading? reading) => reading is null ? "nothing known" : string.Join('\n', (string[])
    [
        Phrases.Of(reading.Status), .. reading.Acts.Select(Phrases.Of),
        .. reading.Standings.Select(s => $"{s.Actor} {s.Act}: {Phrases.Of(s)} [{string.Join(' ', s.Reasons.SelectMany(r => r.Statements).Order())}]"),
        .. reading.Answered.Select(a => $"{a.Party}: {Phrases.Of(a.Answer)}"),
        .. reading.Claims.Select(c => $"{c.Claim.Id}: {Phrases.Of(c)} [{string.Join(' ', c.Positions.Concat(c.Beside).Select(h => h.Entry).Order())}]"),
        .. reading.Comments.Select(c => c.Entry.Value).Order()
    ]);
}
