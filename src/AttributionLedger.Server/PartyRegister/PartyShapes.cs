using AttributionLedger.Parties;
using AttributionLedger.Readings;

namespace AttributionLedger.PartyRegister;

/// <param name="Next">What to ask with for the parties after these; null when there are none.</param>
public sealed record PartiesShape(Audience Reading, IReadOnlyList<ListedPartyShape> Parties, string? Next);

/// <param name="MergedInto">The id of the party that it is by now.</param>
public sealed record ListedPartyShape(string Id, string Name, PartyKind Kind, string? MergedInto);

/// <summary>
/// One party. Of an unnamed source there is the description and whether it is several, for the desk only:
/// nothing that would lead from one incident to another. In public there are no grades, no reasons and no times of the desk.
/// </summary>
/// <param name="Names">In the order in which it had them; the last is the present one.</param>
/// <param name="Grade">The latest; null where it has none, and in the publishable reading.</param>
/// <param name="BelongsTo">Not those that were struck; in public those to whom something published points.</param>
/// <param name="MergedFrom">At most <see cref="Merging.Limit"/>.</param>
public sealed record PartyCardShape(
    string Id, string Name, PartyKind Kind, bool Plural, Audience Reading, IReadOnlyList<PartyNameShape> Names, IReadOnlyList<string> Aliases, PartyGradeShape? Grade,
    IReadOnlyList<AffiliationShape> BelongsTo, PartyShape? MergedInto, IReadOnlyList<PartyShape> MergedFrom);

/// <param name="Known">UTC, when it was recorded; null in the publishable reading, like the reason.</param>
public sealed record PartyNameShape(string Name, DateTimeOffset? Known, string? Reason);

/// <param name="Reliability">Admiralty, A to F.</param>
public sealed record PartyGradeShape(char Reliability, string Reason, DateTimeOffset Known);

/// <summary>One end of an affiliation.</summary>
/// <param name="Party">The other end.</param>
/// <param name="Counts">Whether it counts towards the root; null in the publishable reading.</param>
/// <param name="From">UTC, inclusive; null when it has always been so.</param>
/// <param name="Until">UTC, inclusive; null when it has no known end.</param>
public sealed record AffiliationShape(string Id, Link Link, PartyShape Party, bool? Counts, DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>Who speaks for a party or is part of it. Unnamed sources are never among them.</summary>
public sealed record AffiliatesShape(string Party, Audience Reading, IReadOnlyList<AffiliationShape> Affiliates, string? Next);

/// <summary>The incidents on which a party comes up, by their ids.</summary>
public sealed record AppearancesShape(string Party, Audience Reading, IReadOnlyList<AppearanceShape> Appearances, string? Next);

/// <param name="Spoke">The reading holds a statement of it.</param>
/// <param name="Asked">It was asked for comment.</param>
/// <param name="Named">A claim names it as who did it, or, as far as the reading says so, as who raised it.</param>
/// <param name="LastSpoke">UTC, when the last of its statements that the reading holds was recorded.</param>
public sealed record AppearanceShape(string Incident, string Headline, bool Invented, bool Closed, bool Spoke, bool Asked, bool Named, DateTimeOffset? LastSpoke);
