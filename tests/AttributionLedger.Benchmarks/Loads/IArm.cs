namespace AttributionLedger.Benchmarks.Loads;

/// <summary>One way of doing what a row measures.</summary>
internal interface IArm : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Makes everything ready. Returns null, or why the arm cannot run here: it is then left out and said to be.</summary>
    Task<string?> PrepareAsync(Arena arena);

    Task<Turn> TurnAsync(Load load);

    /// <summary>Waits until nothing that the turn set off still runs beside the next arm.</summary>
    Task SettleAsync() => Task.CompletedTask;

    /// <summary>Statements that the arm's tables hold; null for an arm that stores nothing.</summary>
    Task<long?> CountAsync() => Task.FromResult<long?>(null);

    /// <summary>What is wrong with what the arm stored, after the last turn: gaps, duplicates.</summary>
    Task<IReadOnlyList<string>> FaultsAsync() => Task.FromResult<IReadOnlyList<string>>([]);
}
