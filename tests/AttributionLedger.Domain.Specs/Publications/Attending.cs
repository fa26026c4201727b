using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Publications;
using AttributionLedger.Readings.Timelines;
using Shouldly;

namespace AttributionLedger.Domain.Specs.Publications;

/// <summary>What a story needs, in the words of a spec.</summary>
internal static class Attending
{
    public static Attention AttentionTo(this Scene scene, string id) =>
        Attention.Of(Publication.All(scene.Ledger.Facts)[EntryId.Of(id)], Timeline.Of(InMemoryLedger.Id, scene.Ledger.Facts), scene.Ledger.Facts, [.. scene.Ledger.Parties], scene.Now);

    public static Scene ThenIsQuiet(this Scene scene, string id)
    {
        var attention = scene.AttentionTo(id);
        attention.IsNeeded.ShouldBeFalse(Told(attention));
        attention.Since.ShouldBeNull();
        return scene;
    }

    /// <param name="what">All of it: <c>s1 retracted by speaker</c>, <c>status</c>, <c>red</c>, <c>answer of red</c>.</param>
    public static Scene ThenNeeds(this Scene scene, string id, params string[] what)
    {
        var attention = scene.AttentionTo(id);
        Told(attention).ShouldBe(string.Join(", ", what));
        attention.IsNeeded.ShouldBeTrue();
        attention.Since.ShouldNotBeNull();
        return scene;
    }

    private static string Told(Attention attention) => string.Join(", ",
        attention.Reversals.Select(reversed => $"{reversed.Statement} {Words(reversed.How)} by {Words(reversed.Error)}").Concat(attention.Flips.Select(flip => (flip.Of.Kind switch
        {
            PartKind.Status => "status",
            PartKind.Answer => $"answer of {flip.Of.Party}",
            _ => flip.Of.Party!.Value.Value
        }) + (flip.Of.Act is { } act ? $" for {act}" : ""))));

    private static string Words<T>(T word) where T : struct, Enum => string.Concat(word.ToString().Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")).Trim();
}
