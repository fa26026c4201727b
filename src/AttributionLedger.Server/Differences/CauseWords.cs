using AttributionLedger.Basics;
using AttributionLedger.Incidents;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Wordings;
using static AttributionLedger.Incidents.IncidentEvent;
using static AttributionLedger.Parties.PartyEvent;

namespace AttributionLedger.Differences;

/// <summary>What caused a change, as a clause that can follow "because". The desk's reasons are never in it: they are notes to itself.</summary>
internal sealed class CauseWords(Register register, DateWords dates, Claims claims, AsOf asOf, bool tellsLate)
{
    public CauseShape Shape(Happening cause, PartKey of) => cause switch
    {
        Happening.Entered e => new(
            EventNames.Of(e.Fact.Fact), Entry(e.Fact.Fact), e.About is null ? null : EntryKeys.IdIn(e.About.EntryKey()), Parties(e), WhoseError(e.Fact.Fact),
            e.Said?.Edtf, e.Fact.Known(asOf.Clock), Clause(cause, of)),
        Happening.OfParty e => new(EventNames.Of(e.Fact.Fact), asOf.Audience == Audience.Internal ? EntryKeys.IdIn(e.Fact.Fact.EntryKey()) : null, null, [register.Shape(e.Party)], null, null, e.Fact.Known(asOf.Clock), Clause(cause, of)),
        Happening.EmbargoEnded e => new("embargo_ended", null, e.Statement.Id.Value, [.. e.Statement.Statement.Speaking().Select(register.Shape)], null, null, null, Clause(cause, of)),
        _ => throw new InvalidOperationException($"{cause.GetType().Name} has no shape.")
    };

    /// <summary>By whose error the entry takes back or puts right; null where it is no reversal, or nobody erred.</summary>
    public static Whose? WhoseError(IncidentEvent fact) => fact switch
    {
        StatementRetracted or StatementCorrected { Whose: Corrector.Speaker } => Whose.Speaker,
        StatementCorrected { Whose: Corrector.Outlet } => Whose.Outlet,
        StatementCorrected => Whose.Translation,
        EntryStruck or ReversalStruck => Whose.ThisDesk,
        _ => null
    };

    /// <summary>"which we learned only on 3 May", where what was known moved and not what was said.</summary>
    public string Late(Happening cause) => tellsLate && cause is Happening.Entered { Along: Along.Known } e && e.Said is not null ? $", which we learned only on {Recorded(e.Fact)}" : "";

    public string Clause(Happening cause, PartKey of) => cause switch
    {
        Happening.EmbargoEnded e => $"the embargo on {What(e.Statement, of)} ended on {dates.Day(e.At)}",
        Happening.OfParty e => Clause(e),
        Happening.Entered e => Clause(e, of) + Late(e),
        _ => ""
    };

    private string Clause(Happening.Entered e, PartKey of) => e.Fact.Fact switch
    {
        StatementLogged logged => $"{Names(logged.Statement.Speaking())} {Did(claims.StancesOf(logged.Id, e.Stances), of)} {dates.On(logged.Statement.Said)}",
        CommentSought asked => $"{Name(asked.Of)} was asked for comment {dates.On(asked.Asked)}",
        StatementRetracted retracted => $"{What(e.About, of)} was withdrawn by the speaker {dates.On(retracted.Said)}",
        StatementCorrected { Whose: Corrector.Speaker, Said: { } said } => $"{What(e.About, of)} was corrected by the speaker {dates.On(said)}",
        StatementCorrected { Whose: Corrector.Outlet } => $"{What(e.About, of)} was corrected by the outlet, as recorded on {Recorded(e.Fact)}",
        StatementCorrected => $"the translation of {What(e.About, of)} was corrected on {Recorded(e.Fact)}",
        EntryStruck => $"{What(e.About, of)} had been logged in error by this desk and was struck on {Recorded(e.Fact)}",
        ReversalStruck => $"{Undone(e.Undone)} {What(e.About, of)} had been logged in error by this desk and was struck on {Recorded(e.Fact)}",
        TermsRenegotiated terms => $"the terms of {What(e.About, of)} were renegotiated to {Spelling.Read(terms.Terms.Rule)} on {Recorded(e.Fact)}",
        ConsentWithdrawn => $"consent to {What(e.About, of)} was withdrawn on {Recorded(e.Fact)}",
        VoiceSettled => $"the desk recorded on {Recorded(e.Fact)} that {What(e.About, of)} settles the voice",
        StatementLinked { Link: StatementLink.RelayOf } => $"the desk recorded on {Recorded(e.Fact)} that {What(e.About, of)} repeats another",
        StatementLinked { Link: StatementLink.SameAs } => $"the desk recorded on {Recorded(e.Fact)} that {What(e.About, of)} is one that was logged before or since",
        StatementLinked => $"the desk recorded on {Recorded(e.Fact)} that {What(e.About, of)} is not the same as another",
        ClaimFramed => $"the desk framed the claim on {Recorded(e.Fact)}",
        ClaimReworded => $"the desk reworded the claim on {Recorded(e.Fact)}",
        IndependenceRecorded note => $"the desk recorded on {Recorded(e.Fact)} that {Names(note.Parties)} know of it independently",
        IncidentOpened => $"the desk opened the incident on {Recorded(e.Fact)}",
        IncidentRevised => $"the desk revised the incident on {Recorded(e.Fact)}",
        _ => $"the desk recorded it on {Recorded(e.Fact)}"
    };

    private string Clause(Happening.OfParty e) => $"the ledger recorded on {dates.Day(e.Fact.Known(asOf.Clock))} " + e.Fact.Fact switch
    {
        AffiliationRecorded a => $"that {Name(e.Party)} {(a.Link == Link.SpeaksFor ? "speaks for" : "is part of")} {Name(a.To)}",
        AffiliationEnded a => $"that an affiliation of {Name(e.Party)} ended {dates.On(a.Until)}",
        AffiliationStruck => $"that an affiliation of {Name(e.Party)} was an error of this desk",
        PartyMerged m => $"that {Own(e.Party)} and {Name(m.Into)} are one",
        PartySplit s => $"that {Own(e.Party)} and {Name(s.From)} are two",
        PartyRenamed r => $"that {Own(e.Party)} is called {r.Name}",
        _ => $"something of {Name(e.Party)}"
    };

    private static string Undone(IncidentEvent? undone) => undone switch
    {
        StatementRetracted => "the withdrawal of",
        StatementCorrected => "the correction of",
        EntryStruck => "the striking of",
        ConsentWithdrawn => "that consent was withdrawn for",
        TermsRenegotiated => "the new terms of",
        StatementLinked => "the link of",
        _ => "what was done to"
    };

    /// <summary>"its statement of 22 April", or whose it is where it is another's.</summary>
    private string What(IncidentEvent? entry, PartKey of) => entry switch
    {
        StatementLogged e when e.Statement.Speaking() is [var alone] && register.Canonical(alone) == of.Party => $"{(register.Kind(alone) == PartyKind.Person ? "that one's" : "its")} statement of {dates.Of(e.Statement.Said)}",
        StatementLogged e => $"the statement of {Names(e.Statement.Speaking())} of {dates.Of(e.Statement.Said)}",
        CommentSought e => $"the request to {Name(e.Of)} of {dates.Of(e.Asked)}",
        IndependenceRecorded e => $"the note that {Names(e.Parties)} are independent",
        _ => "an entry"
    };

    // A statement says many things; told is what it says of what changed, and else what it says first.
    private string Did(IReadOnlyList<Stance> stances, PartKey of)
    {
        var about = claims.Of(of).ToHashSet();
        var told = stances.Where(stance => stance.Claim is { } claim && about.Contains(claim)).ToList();
        if (told.Count > 0) return string.Join(" and ", told.Select(stance => Verbs.Past(stance.Kind, stance.Scope, claims.Actor(stance.Claim))).Distinct());
        return stances.FirstOrDefault() is not { } first ? "spoke" : Verbs.Past(first.Kind, first.Scope, claims.Actor(first.Claim)) + (first.Claim is { } other && about.Count > 0 ? $", on claim {other}," : "");
    }

    private IReadOnlyList<PartyShape> Parties(Happening.Entered e) => [.. (e.Fact.Fact switch
    {
        StatementLogged logged => logged.Statement.Speaking(),
        CommentSought asked => [asked.Of],
        IndependenceRecorded note => note.Parties,
        _ when e.About is StatementLogged about => about.Statement.Speaking(),
        _ => (IEnumerable<PartyId>)[]
    }).Select(register.Shape).Distinct()];

    // The ids of what the desk did to an entry are its own; in public they lead nowhere.
    private string? Entry(IncidentEvent fact) => asOf.Audience == Audience.Internal || fact is StatementLogged or CommentSought or ClaimFramed ? EntryKeys.IdIn(fact.EntryKey()) : null;

    private string Recorded(Recorded<IncidentEvent> fact) => dates.Day(fact.Known(asOf.Clock));
    private string Name(PartyId party) => register.Name(register.Canonical(party));
    private string Own(PartyId party) => register.Name(party);
    private string Names(IEnumerable<PartyId> parties) => string.Join(" and ", parties.Select(Name).Distinct());
}
