using AttributionLedger.Differences;
using AttributionLedger.PartyRegister;

namespace AttributionLedger.RuleComparisons;

/// <summary>The versions of the rules.</summary>
/// <param name="Current">The one that is read by where none is asked for.</param>
public sealed record RulesListShape(int Current, IReadOnlyList<RulesShape> Rules);

/// <param name="Summary">What tells it from the others.</param>
public sealed record RulesShape(int Version, string Summary);

/// <summary>Where an incident reads otherwise under one version of the rules than under another.</summary>
/// <param name="Moments">At how many moments it was read under both: now, or after everything that may change a reading.</param>
/// <param name="Flips">Empty where both say the same of every attribution.</param>
/// <param name="LeftOut">How many more flips there are than are listed.</param>
public sealed record RuleComparisonShape(string Incident, string Headline, string Zone, int One, int Other, int Moments, IReadOnlyList<RuleFlipShape> Flips, int LeftOut);

/// <summary>An attribution that the two versions tell differently, and for how long.</summary>
/// <param name="Kind">What it is of: a status, how an actor is named, what it answers, or how many sources say so.</param>
/// <param name="Flip">The attribution itself comes out otherwise, and not only a count.</param>
/// <param name="Actor">Null for a status.</param>
/// <param name="Act">Null for the main act, and for a claim.</param>
/// <param name="Claim">Null for a status or an actor.</param>
/// <param name="One">Under the first; null where it says nothing.</param>
/// <param name="Other">Under the second.</param>
/// <param name="Since">UTC, when the record first read so under both.</param>
/// <param name="Until">UTC, when it did so no longer; null where it still does.</param>
public sealed record RuleFlipShape(PartKind Kind, bool Flip, PartyShape? Actor, string? Act, string? Claim, ChangeSideShape? One, ChangeSideShape? Other, DateTimeOffset Since, DateTimeOffset? Until);
