using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Readings;
using AttributionLedger.Views;

namespace AttributionLedger.Moments;

/// <summary>A statement as it was.</summary>
/// <param name="IsPublishable">Whether the publishable reading of that moment holds it.</param>
internal sealed record PastStatement(StatementRow Row, bool IsPublishable);

/// <summary>
/// Statements as they were at a moment, folded from what was on record then: words, stances, evidence and what had been done
/// to them. Whether one may be told of at all goes by all that is known, also later: who withdrew consent, or made the terms
/// stricter, did so for every moment.
/// </summary>
internal sealed class PastStatements
{
    private readonly string incident;
    private readonly AsOf asOf;
    private readonly Dictionary<string, StatementRow> now, then;

    /// <param name="facts">All that was ever logged about the statements, in the order of the stream, with every strike.</param>
    public PastStatements(string incident, IReadOnlyList<Recorded<IncidentEvent>> facts, AsOf asOf)
    {
        (this.incident, this.asOf) = (incident, asOf);
        now = StatementRow.Fold(incident, facts);
        then = StatementRow.Fold(incident, [.. facts.Where(asOf.Holds)]);
    }

    /// <summary>Those that the reading of the moment holds, in the order in which they were recorded.</summary>
    public IEnumerable<PastStatement> Held => now.Values.OrderBy(row => row.Known).Select(row => Find(row.Entry)).OfType<PastStatement>();

    /// <returns>Null where the reading of the moment does not hold it, for whatever reason.</returns>
    public PastStatement? Find(EntryId entry)
    {
        var id = StatementRow.IdOf(incident, entry);
        if (!then.TryGetValue(id, out var row) || row.IsOffTheRecord() || now[id].IsOffTheRecord()) return null;
        var isPublishable = IsPublishable(row, now[id]);
        if (asOf.Audience == Audience.Internal) return new(row, isPublishable);
        return isPublishable ? new(Published(row), true) : null;
    }

    /// <summary>Whether whoever reads may know that it is there: it is held, or would be but for the moment.</summary>
    public bool MayBeTold(EntryId entry) => Find(entry) is not null
        || (now.TryGetValue(StatementRow.IdOf(incident, entry), out var row) && (asOf.Audience == Audience.Internal ? !row.IsOffTheRecord() : row.MayBePublished()));

    /// <summary>The same, with an embargo left to who asks: what the desk has of it, and what anybody may have once it is over.</summary>
    /// <returns>Null where the desk's reading of the moment does not hold it.</returns>
    public (StatementRow Desk, StatementRow? Public)? Both(EntryId entry)
    {
        var id = StatementRow.IdOf(incident, entry);
        if (!then.TryGetValue(id, out var row) || row.IsOffTheRecord() || now[id].IsOffTheRecord()) return null;
        return (row, MayBePublished(row, now[id]) ? Published(row) : null);
    }

    // An embargo is over when the moment reaches it.
    private bool IsPublishable(StatementRow then, StatementRow now) => MayBePublished(then, now) && !(then.Statement.Setting.EmbargoUntil > asOf.KnownAt);

    // By the terms of then and by those of now, with the consent that is given now.
    private static bool MayBePublished(StatementRow then, StatementRow now) =>
        (then with { ConsentWithdrawn = now.ConsentWithdrawn }).MayBePublished() && (now with { Struck = false }).MayBePublished();

    // An older description could point to somebody whom the latest protects.
    private StatementRow Published(StatementRow then) => then with { Statement = then.Statement with { Terms = now[then.Id].Statement.Terms } };
}
