using AttributionLedger.Readings;
using AttributionLedger.Statements;
using AttributionLedger.Store;
using AttributionLedger.Views;
using Npgsql;

namespace AttributionLedger.PartyRegister;

/// <summary>
/// What a reading shows of a party, in SQL: its statements, requests made to it, claims that name it. In public a party is
/// there only where one of these is; that the desk has a name in its register can be all that there is to hide.
/// </summary>
internal static class PartyTraces
{
    /// <summary>When the last statement of party <c>a.party</c> on incident <c>a.incident</c> that the reading holds was recorded.</summary>
    public const string LastSpoke = $"""
        (select max(l.known) from unnest(@shelves) as allowed(shelf) cross join lateral (
            select k.known from {StatementKeyTable.Name} k
            where k.incident = a.incident and k.key = a.party || '{StatementKey.OfParty}' and k.shelf = allowed.shelf and k.open_from <= @openBy
            order by k.known desc limit 1) l)
        """;

    public const string Asked = $"exists (select 1 from {LedgerStore.Schema}.mt_doc_requestrow r where r.incident = a.incident and r.of = a.party and not (r.data->>'struck')::boolean)";

    /// <summary>A claim names it as who did it: the desk's own framing, which every reading holds.</summary>
    public const string Named = "coalesce((a.data->>'named')::boolean, false)";

    /// <summary>A claim names it as who raised it: to be told in public only of who is heard on the incident, for it says that it spoke.</summary>
    public const string Raised = $"(coalesce((a.data->>'raised')::boolean, false) and (@all or {LastSpoke} is not null))";

    /// <summary>Whether the reading shows party <c>p.id</c>, or one that was merged into it, on any incident.</summary>
    public const string IsShown = $"""
        (@all or exists (
            select 1 from (select p.id union all select m.id from {LedgerStore.Schema}.mt_doc_listedparty m where m.merged_into = p.id) as own(id)
            join {LedgerStore.Schema}.mt_doc_appearancerow a on a.party = own.id
            where {Named} or {Asked} or {LastSpoke} is not null))
        """;

    /// <summary>A command over these, for a reading of now.</summary>
    public static NpgsqlCommand Command(string sql, Audience audience, DateTimeOffset now) => new(sql)
    {
        Parameters =
        {
            new("all", audience == Audience.Internal), new("openBy", Holding.OpenBy(audience, now) ?? DateTimeOffset.MaxValue),
            new("shelves", Holding.Shelves(audience, null).Where(shelf => shelf != StatementShelf.Struck).Select(shelf => (short)shelf).ToArray())
        }
    };
}
