namespace AttributionLedger.Desk;

/// <summary>
/// Tells, within this process and without asking PostgreSQL, that streams have grown: readers who wait need not poll. It is
/// a hint only: what other processes append is not told here.
/// </summary>
public sealed class Commits
{
    /// <summary>Raised after the commit with the keys of the streams; whoever listens must be quick.</summary>
    public event Action<IReadOnlyCollection<string>>? Committed;

    internal void Tell(IReadOnlyCollection<string> streams) => Committed?.Invoke(streams);
}
