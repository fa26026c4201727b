using AttributionLedger.Basics;
using AttributionLedger.Incidents.Commands;
using AttributionLedger.Parties;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Domain.Specs.Properties;

/// <summary>
/// One thing that a desk may do, whatever was done before: it points at earlier entries by number, so that a history stays
/// one when others are left out of it, and what cannot be carried out is refused and skipped.
/// </summary>
public abstract record Move(int Id)
{
    public int? NotedMinutesBefore { get; init; }

    /// <summary>One line of a counterexample.</summary>
    public sealed override string ToString() => $"{Id}: {this switch
    {
        Says m => $"{m.Statement.By} {Told(m.Stances)} said {m.Statement.Said.Edtf}, {m.Statement.Terms.Rule}, {m.Statement.Issuance} {m.Statement.Channel}"
            + $" via {m.Statement.Setting.Via} embargo {m.Statement.Setting.EmbargoUntil:HH:mm} relays {m.Relays} answers {m.Answers} \"{m.Statement.Words?.Text}\"",
        Asks m => $"{m.Of} asked about {m.Claim} {m.Asked.Edtf}",
        Changes m => $"{m.Change} {m.Target} {m.Other} said {m.Said.Edtf}, {m.Terms.Rule}, {Told(m.Stances)}",
        Affiliates m => $"{m.Who} {m.Link} {m.To} counts {m.Counts} {m.From?.Edtf} to {m.Until?.Edtf}",
        Disaffiliates m => $"{m.Who} leaves {m.Target} {m.Until?.Edtf}",
        Merges m => $"{m.Who} {(m.Split ? "split from" : "merged into")} {m.Into}",
        _ => ""
    }} noted {NotedMinutesBefore}";

    private static string Told(Listing<Stance> stances) => string.Join(" and ", stances.Select(s => $"{s.Strength} {s.Kind} {s.Scope} {s.Claim} {s.Figures}"));
}

public sealed record Says(int Id, Statement Statement, Listing<Stance> Stances, int? Relays = null, int? Answers = null) : Move(Id)
{
    public LogStatement Command(EntryId? relayOf = null, EntryId? request = null) =>
        new(EntryId.Of($"s{Id}"), Statement with { RelayOf = relayOf }, Stances.Select(stance => stance with { Request = request }).ToListing());
}

public sealed record Asks(int Id, PartyId Of, ClaimId? Claim, WorldTime Asked) : Move(Id);

public enum Change { Retract, CorrectBySpeaker, CorrectByOutlet, CorrectTranslation, Strike, Renegotiate, WithdrawConsent, Settle, AttachEvidence, LoseEvidence, RelayOf, SameAs, NotSame }

/// <param name="Other">For a link, what it is linked to.</param>
public sealed record Changes(int Id, Change Change, int Target, int Other, WorldTime Said, Terms Terms, Listing<Stance> Stances) : Move(Id);

public sealed record Affiliates(int Id, PartyId Who, Link Link, PartyId To, bool Counts, WorldTime? From, WorldTime? Until) : Move(Id);

public sealed record Disaffiliates(int Id, PartyId Who, int Target, WorldTime? Until) : Move(Id);

public sealed record Merges(int Id, PartyId Who, PartyId Into, bool Split) : Move(Id);
