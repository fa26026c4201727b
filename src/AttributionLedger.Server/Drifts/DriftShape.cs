using AttributionLedger.Attribution;
using AttributionLedger.Drifts;
using AttributionLedger.Incidents;
using AttributionLedger.PartyRegister;
using AttributionLedger.Statements;
using AttributionLedger.Wordings;

namespace AttributionLedger.Drifts;

/// <summary>What one named party said over time, claim by claim. It lists and compares; there is no score and no sum.</summary>
/// <param name="Party">Under the id and the name that it goes by, as known then.</param>
/// <param name="Incidents">Those on which it is heard, the one on which it spoke last first.</param>
/// <param name="Next">What to ask with for the incidents after these; null when there are none.</param>
public sealed record DriftShape(PartyShape Party, AsOfShape AsOf, IReadOnlyList<IncidentDriftShape> Incidents, string? Next);

/// <param name="Beside">Its silence and its comments on the incident as a whole.</param>
public sealed record IncidentDriftShape(string Incident, string Headline, string Zone, bool Invented, IReadOnlyList<ClaimDriftShape> Claims, IReadOnlyList<DriftStepShape> Beside);

/// <param name="Actor">For responsibility: who is said to have done it.</param>
/// <param name="Steps">In the order in which they were said, silence among them.</param>
/// <param name="More">There are earlier steps, which are left out.</param>
public sealed record ClaimDriftShape(string Claim, ClaimKind Kind, string Text, PartyShape? Actor, IReadOnlyList<DriftStepShape> Steps, bool More);

/// <param name="Entry">What was logged of it: a statement, a correction by the speaker, a retraction.</param>
/// <param name="Statement">The statement that it is, corrects or takes back.</param>
/// <param name="Step">Against the position before it.</param>
/// <param name="Beside">It is no step of the position and is shown beside: silence, a comment, what was done to what is no position any longer.</param>
/// <param name="Correction">The speaker said it in correcting itself.</param>
/// <param name="Phrase">The step in words that may be published.</param>
/// <param name="Stance">Null where it is taken back.</param>
/// <param name="Jointly">Who else spoke.</param>
/// <param name="SaidEarliest">UTC; null when its start is open.</param>
/// <param name="SaidLatest">UTC, its latest possible time, which orders the steps.</param>
/// <param name="Known">UTC, when the desk knew it, by the clock that was asked for.</param>
/// <param name="OrderUncertain">It may have been said before a step above it that differs from it.</param>
/// <param name="Words">As they are recorded by now.</param>
/// <param name="Wording">Against the words of the position before; null for the first and for what is beside.</param>
/// <param name="Reworded">What the outlet or the translator had got wrong of it: the record changed, and the party did not.</param>
public sealed record DriftStepShape(
    string Entry, string Statement, StepKind Step, bool Beside, bool Correction, string Phrase, StanceShape? Stance, IReadOnlyList<PartyShape> Jointly,
    DateTimeOffset? SaidEarliest, DateTimeOffset SaidLatest, DateTimeOffset Known, bool OrderUncertain, WordsShape? Words, WordingShape? Wording, IReadOnlyList<RewordingShape> Reworded);

/// <summary>Two wordings compared word by word.</summary>
/// <param name="Difference">In logical order; those that are not added give back the earlier wording, those that are not removed the later. Null where the two cannot be compared.</param>
/// <param name="Note">Why they cannot be; null where they can.</param>
public sealed record WordingShape(IReadOnlyList<Segment>? Difference, string? Note);

/// <param name="Phrase">By whose error, and since when that is known.</param>
/// <param name="Wording">Against the words as they had been recorded, for the desk; null in public, where what was never said is not repeated.</param>
public sealed record RewordingShape(string Entry, Corrector Whose, DateTimeOffset Known, string Phrase, WordingShape? Wording);
