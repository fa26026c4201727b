using AttributionLedger.Store;
using Marten;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace AttributionLedger.Views;

/// <summary>
/// The keys of statements, in a table of their own: a statement has several, and only rows that stand in the order of the
/// list can be read a page at a time.
/// </summary>
internal static class StatementKeyTable
{
    public const string Name = LedgerStore.Schema + ".statement_key";

    public static void Register(StoreOptions options)
    {
        var table = new Table(Name);
        table.AddColumn("incident", "text").NotNull().AsPrimaryKey();
        table.AddColumn("key", "text").NotNull().AsPrimaryKey();
        table.AddColumn("shelf", "smallint").NotNull().AsPrimaryKey();
        table.AddColumn("known", "timestamptz").NotNull().AsPrimaryKey();
        table.AddColumn("entry", "text").NotNull();
        table.AddColumn("open_from", "timestamptz").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(table);
    }

    /// <summary>Puts the keys of <paramref name="after"/> in the place of those of <paramref name="before"/>.</summary>
    public static void Replace(this IDocumentOperations operations, IEnumerable<StatementRow> before, IEnumerable<StatementRow> after)
    {
        var (old, now) = (before.SelectMany(StatementKey.Of).ToHashSet(), after.SelectMany(StatementKey.Of).ToHashSet());
        var (gone, added) = (old.Except(now).ToList(), now.Except(old).ToList());
        if (gone.Count > 0)
            operations.QueueSqlCommand($"delete from {Name} k using unnest(?, ?, ?, ?) as gone(incident, key, shelf, known) where (k.incident, k.key, k.shelf, k.known) = (gone.incident, gone.key, gone.shelf, gone.known)",
                Texts(gone, key => key.Incident), Texts(gone, key => key.Key), Shelves(gone), Times(gone, key => key.Known));
        if (added.Count > 0)
            operations.QueueSqlCommand($"insert into {Name} (incident, key, shelf, known, entry, open_from) select * from unnest(?, ?, ?, ?, ?, ?) on conflict do nothing",
                Texts(added, key => key.Incident), Texts(added, key => key.Key), Shelves(added), Times(added, key => key.Known), Texts(added, key => key.Entry.Value), Times(added, key => key.OpenFrom));
    }

    public static void Clear(this IDocumentOperations operations, string incident) => operations.QueueSqlCommand($"delete from {Name} where incident = ?", incident);

    private static string[] Texts(List<StatementKey> keys, Func<StatementKey, string> text) => [.. keys.Select(text)];
    private static DateTimeOffset[] Times(List<StatementKey> keys, Func<StatementKey, DateTimeOffset> time) => [.. keys.Select(time)];
    private static short[] Shelves(List<StatementKey> keys) => [.. keys.Select(key => (short)key.Shelf)];
}
