using AttributionLedger.Basics;
using AttributionLedger.Readings;
using AttributionLedger.Statements;

namespace AttributionLedger.Api.Reading;

/// <summary>The parameters that several reads share, so that they mean the same everywhere.</summary>
internal static class Parameters
{
    public static readonly QueryParameter SaidBy = new QueryParameter.Text("saidBy", "Only what had been said by then: EDTF; a day, month or year means its end in the incident's zone. Left out, all that was known at knownAt.", "2024-04-22");
    public static readonly QueryParameter KnownAt = new QueryParameter.Text("knownAt", "As it was on record then: EDTF, likewise. Left out, it is now.");
    public static readonly QueryParameter Clock = QueryParameter.Word.Of("clock", "By which clock knownAt is read: when the ledger recorded an entry, or when the desk noted it.", (Clock?)Basics.Clock.Recorded);
    public static readonly QueryParameter Rules = new QueryParameter.Number("rules", "By which version of the rules it is read.", Readings.Rules.Current.Version, Readings.Rules.All[^1].Version);
    public static readonly QueryParameter Reading = QueryParameter.Word.Of("reading", "For whom it is read: what anybody may read, or what the desk may.", (Audience?)Audience.Publishable);
    public static readonly QueryParameter Cursor = new QueryParameter.Text("cursor", "What an earlier page gave as its next. It means nothing else and is not to be taken apart.");
    public static readonly QueryParameter Order = QueryParameter.Word.Of("order", "As it was recorded, or the last first.", (ListOrder?)ListOrder.Recorded);
    public static readonly QueryParameter From = new QueryParameter.Number("from", "The number of the first event that is wanted.", 1);

    public static QueryParameter Limit(int usual, int most) => new QueryParameter.Number("limit", "How many a page has at most.", usual, most);
}
