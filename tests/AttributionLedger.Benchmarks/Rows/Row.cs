using AttributionLedger.Benchmarks.Loads;

namespace AttributionLedger.Benchmarks.Rows;

/// <summary>One kind of work, the arms that do it, and what is aimed at.</summary>
/// <param name="Number">By which it is asked for on the command line.</param>
/// <param name="Incidents">Incidents that the statements go to, or that are read.</param>
/// <param name="Arms">Makes the arms, the ledger's own first.</param>
/// <param name="P99AtMost">Milliseconds, for the ledger's own arms; null where nothing is aimed at.</param>
internal sealed record Row(int Number, string Work, int Writers, int Incidents, Func<IReadOnlyList<IArm>> Arms, IReadOnlyList<Goal> Goals, double? P99AtMost = null);

/// <summary>That an arm of the ledger's does at least so many times what a peer does; null where only the ratio is of interest.</summary>
internal sealed record Goal(string Ours, string Peer, double? AtLeast);
