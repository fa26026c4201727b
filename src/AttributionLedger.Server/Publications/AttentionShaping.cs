using AttributionLedger.Attribution;
using AttributionLedger.Parties;
using AttributionLedger.PartyRegister;
using AttributionLedger.Statements;
using AttributionLedger.Views;

namespace AttributionLedger.Publications;

/// <summary>Puts into words what calls for attention; parties go by their names of now.</summary>
internal static class AttentionShaping
{
    /// <summary>Reversals, and changes, that are listed: who has more to look at reads the incident anew.</summary>
    public const int ListedLimit = 50;

    private const string NothingKnown = "At this moment nothing of the incident was on record, so that all that came since counts as change.";

    public static AttentionShape Of(Attention attention, Register register) => new(
        attention.IsNeeded, attention.Since, new(attention.Basis.At, attention.Basis.Clock, attention.Basis.Settlement?.Value),
        [.. attention.Reversals.Take(ListedLimit).Select(Of)], [.. attention.Flips.Take(ListedLimit).Select(flip => Of(flip, register))],
        attention.Reversals.Count > ListedLimit || attention.Flips.Count > ListedLimit, attention.KnewNothing ? NothingKnown : null);

    public static PublicationShape Of(PublicationRow row, AttentionShape attention)
    {
        var publication = row.Publication;
        return new(
            publication.Id.Value, row.Incident, publication.Headline, publication.Url, StatementShaping.Of(publication.Published), publication.RestsOn?.Select(statement => statement.Value).ToList(), publication.Clock,
            publication.Known, publication.Noted, publication.Struck, attention, publication.Settlements.LastOrDefault(settlement => !settlement.Struck) is { } last ? Of(last) : null);
    }

    public static SettlementShape Of(Settlement settlement) => new(settlement.Id.Value, settlement.Note, settlement.Known, settlement.Noted, settlement.Struck);

    private static ReversedStatementShape Of(ReversedStatement reversed) =>
        new(reversed.Statement.Value, reversed.By.Value, reversed.How, reversed.Error, reversed.Reason, reversed.Known, $"{reversed.Statement} {Done(reversed)}{(reversed.Reason is { } reason ? $": {reason}" : "")}");

    private static string Done(ReversedStatement reversed) => reversed.How switch
    {
        Reversing.Retracted => "was withdrawn by the speaker",
        Reversing.Corrected => reversed.Error switch
        {
            InError.Speaker => "was corrected by the speaker",
            InError.Outlet => "was corrected by the outlet",
            _ => "was translated anew"
        },
        Reversing.Struck => "was logged in error by this desk, and struck",
        Reversing.ConsentWithdrawn => "has lost the source's consent",
        Reversing.TermsStricter => "is on other terms, which may not allow what ran",
        _ => "stands again, for what had been done to it was logged in error by this desk"
    };

    private static AttributionChangeShape Of(Flip flip, Register register)
    {
        var (actor, subject, before, after) = flip switch
        {
            Flip.OfStatus e => (null, "The status", e.Before is { } was ? Phrases.Of(was, register) : "unattributed", e.After is { } now ? Phrases.Of(now, register) : "unattributed"),
            Flip.OfStanding e => (register.Shape(e.Actor), register.Name(e.Actor), Stands(e.Before), Stands(e.After)),
            _ => throw new InvalidOperationException($"{flip.GetType().Name} has no words.")
        };
        return new(flip.Act?.Value, actor, before, after, $"{subject}{(flip.Act is { } act ? $" (for {act})" : "")} was “{before}”, and is “{after}”");
    }

    private static string Stands(Readings.Standing? standing) => standing is null ? "not named" : Phrases.Of(standing);
}
