using AttributionLedger.Basics;
using AttributionLedger.Domain.Specs.Language;
using AttributionLedger.Incidents;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Parties.Commands;
using AttributionLedger.Statements;

namespace AttributionLedger.Domain.Specs.Properties;

/// <summary>A history played into a ledger, a minute for each move.</summary>
public sealed class Play
{
    private readonly List<EntryId> entries = [];
    private readonly Dictionary<PartyId, List<AffiliationId>> affiliations = [];

    private Play() { }

    public InMemoryLedger Ledger { get; } = new();
    public DateTimeOffset Now { get; private set; } = When.Noon;
    public List<(IncidentCommand Command, DateTimeOffset Known)> Accepted { get; } = [];
    public List<(PartyId Party, PartyCommand Command, DateTimeOffset Known)> AcceptedOfParties { get; } = [];

    public static Play Of(IEnumerable<Move> moves)
    {
        var play = new Play();
        foreach (var someone in World.Everyone) play.Take(someone.Key, someone.Registration);
        play.Take(new OpenIncident("An incident", World.Zone, null, null, null, Invented: true));
        foreach (var claim in World.Claims) play.Take(new FrameClaim(claim.Claim()));
        return play.With(moves.ToArray());
    }

    public Play With(params Move[] moves)
    {
        foreach (var move in moves)
        {
            Now = Now.AddMinutes(1);
            Carry(move);
        }
        return this;
    }

    private void Carry(Move move)
    {
        var id = EntryId.Of($"s{move.Id}");
        switch (move)
        {
            case Says m: Take(m.Command(Entry(m.Relays), Entry(m.Answers)), m); break;
            case Asks m: Take(new SeekComment(id, m.Of, [], m.Claim, m.Asked, null, null), m); break;
            case Changes m when Entry(m.Target) is { } target: Take(Changing(m, id, target, Entry(m.Other)!.Value), m); break;
            case Affiliates m: Take(m.Who, new RecordAffiliation(AffiliationId.Of($"a{m.Id}"), m.Link, m.To, m.Counts, m.From, m.Until), m); break;
            case Disaffiliates m when affiliations.GetValueOrDefault(m.Who) is { } own:
                var affiliation = own[m.Target % own.Count];
                Take(m.Who, m.Until is { } until ? new EndAffiliation(id, affiliation, until, null) : new StrikeAffiliation(id, affiliation, "in error"), m);
                break;
            case Merges { Split: false } m: Take(m.Who, new MergeParty(id, m.Into, "the same"), m); break;
            case Merges m: Take(m.Who, new SplitParty(id, Ledger.Party(m.Who)?.MergedInto ?? m.Into, "not the same"), m); break;
        }
    }

    private static IncidentCommand Changing(Changes m, EntryId id, EntryId target, EntryId other) => m.Change switch
    {
        Change.Retract => new RetractStatement(id, target, m.Said, "taken back", null),
        Change.CorrectBySpeaker => new CorrectStatement(id, target, Corrector.Speaker, m.Said, "put right", null, m.Stances),
        Change.CorrectByOutlet => new CorrectStatement(id, target, Corrector.Outlet, null, "put right", null, m.Stances),
        Change.CorrectTranslation => new CorrectStatement(id, target, Corrector.Translation, null, "put right", null, m.Stances),
        Change.Strike => new StrikeEntry(id, target, "in error"),
        Change.Renegotiate => new RenegotiateTerms(id, target, m.Terms, "agreed anew"),
        Change.WithdrawConsent => new WithdrawConsent(id, target, "asked to"),
        Change.Settle => new SettleVoice(id, target, "settled"),
        Change.RelayOf => new LinkStatement(id, target, other, StatementLink.RelayOf, "linked"),
        Change.SameAs => new LinkStatement(id, target, other, StatementLink.SameAs, "linked"),
        Change.NotSame => new LinkStatement(id, target, other, StatementLink.NotSame, "looked at"),
        Change.AttachEvidence => new AttachEvidence(id, target, new Evidence("https://example.org/a")),
        _ => new NoteEvidenceGone(id, target, "gone")
    };

    private EntryId? Entry(int? number) => number is { } n && entries.Count > 0 ? entries[n % entries.Count] : null;

    private DateTimeOffset? Noted(Move? move) => move?.NotedMinutesBefore is { } before ? Now.AddMinutes(-before) : null;

    private void Take(IncidentCommand command, Move? move = null)
    {
        command = command with { Noted = Noted(move) };
        if (Ledger.Carry(command, Now) is not { IsRefused: false, Facts: [var first, ..] }) return;
        Accepted.Add((command, Now));
        if (move is not null) entries.Add(EntryId.Of(first.EntryKey()));
    }

    private void Take(PartyId party, PartyCommand command, Move? move = null)
    {
        command = command with { Noted = Noted(move) };
        if (Ledger.Carry(party, command, Now).Facts.Count == 0) return;
        AcceptedOfParties.Add((party, command, Now));
        if (command is not RecordAffiliation recorded) return;
        if (!affiliations.TryGetValue(party, out var own)) affiliations[party] = own = [];
        own.Add(recorded.Id);
    }
}
