using AttributionLedger.Basics;
using AttributionLedger.Differences;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using Shouldly;

namespace AttributionLedger.Domain.Specs.Differences;

/// <summary>Two moments of a scene, what changed between them, and why.</summary>
public sealed class Compared
{
    private readonly Way way;
    private readonly Causes causes;
    private readonly PublishedCauses published;

    private Compared(Scene scene, AsOf from, AsOf to)
    {
        way = Way.Over(InMemoryLedger.Id, scene.Ledger.Facts, [.. scene.Ledger.Parties], from, to);
        causes = new(way);
        var register = new Register(scene.Ledger.Parties, to.KnownAt, to.Clock);
        Difference = Difference.Of(way.At(0), way.At(way.Steps), register);
        Told.ShouldBeSame(Difference.ApplyTo(way.At(0)), way.At(way.Steps));
        published = new(way.At(0), way.At(way.Steps), register);
    }

    public Difference Difference { get; }

    public static Compared Between(Scene scene, Func<Scene, View> from, Func<Scene, View>? to = null) => new(scene, from(scene).AsOf, (to?.Invoke(scene) ?? scene).AsOf);

    public Change Change(PartKind kind, Func<Change, bool>? which = null) => Difference.Changes.Where(change => change.Of.Kind == kind && (which?.Invoke(change) ?? true)).ShouldHaveSingleItem();

    /// <summary>The change of that kind, and the entries that caused it, none more and none less.</summary>
    public Compared ThenCaused(PartKind kind, params string[] entries)
    {
        causes.Of(Change(kind)).Select(Name).Order().ShouldBe(entries.Order(), kind.ToString());
        return this;
    }

    public Compared ThenCaused(PartKind kind, Someone party, params string[] entries)
    {
        causes.Of(Change(kind, change => change.Of.Party == party.Key)).Select(Name).Order().ShouldBe(entries.Order(), kind.ToString());
        return this;
    }

    public Compared ThenAlong(PartKind kind, Along along)
    {
        causes.Of(Change(kind)).ShouldAllBe(cause => ((Happening.Entered)cause).Along == along);
        return this;
    }

    /// <summary>What of the causes may be told in public.</summary>
    public IEnumerable<string> Published(PartKind kind) => causes.Of(Change(kind)).Where(published.Allow).Select(Name);

    public Compared ThenNothing()
    {
        Difference.Changes.ShouldBeEmpty();
        return this;
    }

    private static string Name(Happening cause) => cause switch
    {
        Happening.Entered e => e.Fact.Fact.EntryKey(),
        Happening.OfParty e => $"{e.Party}: {e.Fact.Fact.EntryKey()}",
        Happening.EmbargoEnded e => $"embargo of {e.Statement.Id}",
        _ => throw new InvalidOperationException(cause.ToString())
    };
}
