using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using static AttributionLedger.Incidents.IncidentEvent;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Differences;

/// <summary>
/// Which causes may be told in public. What neither of the two readings shows is no cause there, and neither is what was agreed
/// with a source, what of it stood under embargo, nor under whom one counts that has no name: the change then stands alone.
/// </summary>
public sealed class PublishedCauses
{
    private readonly HashSet<EntryId> entries;
    private readonly HashSet<PartyId> parties;
    private readonly Register register;

    /// <param name="before">A publishable reading, or null.</param>
    /// <param name="after">Likewise.</param>
    public PublishedCauses(IncidentReading? before, IncidentReading? after, Register register)
    {
        this.register = register;
        var heard = new[] { before, after }.SelectMany(Parts.Of).SelectMany(part => part.Heard).Distinct().ToList();
        entries = [.. heard.Select(h => h.Entry)];
        parties = [.. heard.SelectMany(h => h.Jointly.Concat(h.InTheNameOf).Append(h.Party)), .. new[] { before, after }.SelectMany(reading => reading?.Standings ?? []).Select(standing => standing.Actor)];
    }

    public bool Allow(Happening happening) => happening switch
    {
        Happening.Entered { Undone: { } undone, About: { } about } => undone is StatementRetracted or StatementCorrected { Whose: Corrector.Speaker } or EntryStruck && IsShown(about),
        Happening.Entered { Fact.Fact: StatementLogged logged } => IsShown(logged) && logged.Statement.Setting.EmbargoUntil is null,
        Happening.Entered { Fact.Fact: CommentSought asked } => IsShown(asked),
        Happening.Entered { Fact.Fact: StatementRetracted or StatementCorrected { Whose: Corrector.Speaker } or EntryStruck or VoiceSettled, About: { } about } => IsShown(about),
        // That the words of one without a name were carried or translated would say how they came.
        Happening.Entered { Fact.Fact: StatementCorrected, About: StatementLogged about } => IsShown(about) && !about.Statement.By.Concat(about.Statement.Speaking()).Any(register.IsUnnamed),
        // Of two that are one, or of which one repeats the other, both must be to be seen.
        Happening.Entered { Fact.Fact: StatementLinked linked, About: { } about } => IsShown(about) && entries.Contains(linked.Other),
        Happening.Entered { Fact.Fact: IndependenceRecorded note } => note.Parties.All(IsShown),
        Happening.Entered { Fact.Fact: IncidentOpened or IncidentRevised or ClaimFramed or ClaimReworded or IncidentLinked or IncidentMerged or IncidentSplit or IncidentClosed or IncidentReopened } => true,
        Happening.OfParty { Fact.Fact: AffiliationRecorded recorded } of => IsShown(of.Party) && IsShown(recorded.To),
        // Who was merged goes by another name now, and that it was there may be what is not shown.
        Happening.OfParty { Fact.Fact: PartyMerged or PartySplit or PartyRenamed or AffiliationEnded or AffiliationStruck } of => IsShown(of.Party) && parties.Contains(of.Party),
        _ => false
    };

    private bool IsShown(IncidentEvent entry) => entry is StatementLogged or CommentSought && entries.Contains(EntryId.Of(entry.EntryKey()));

    private bool IsShown(PartyId party) => parties.Contains(register.Canonical(party)) && !register.IsUnnamed(party);
}
