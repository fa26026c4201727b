using AttributionLedger.Scripts;
using AttributionLedger.Store;
using Marten;
using NpgsqlTypes;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace AttributionLedger.SearchIndex;

/// <summary>
/// The tables of the search, apart from all that an append writes: what there is to find, the names of parties from each of
/// their words on, and the words that occur with the stems that they share with others.
/// </summary>
internal static class SearchTables
{
    public const string Texts = LedgerStore.Schema + ".search_text", Names = LedgerStore.Schema + ".search_name", Words = LedgerStore.Schema + ".search_word", Stems = LedgerStore.Schema + ".search_stem";

    /// <summary>
    /// Kilobytes of rows that wait to be sorted into an index. Every search goes through them one by one; sorted in by some
    /// hundreds, a row costs the same as by thousands.
    /// </summary>
    private const int PendingLimit = 256;

    private const string Pending = "gin_pending_list_limit";

    public static void Register(StoreOptions options)
    {
        // Trigrams, by which a misspelt name finds the right one; whoever owns a database may add it.
        options.Storage.ExtendedSchemaObjects.Add(new Extension("pg_trgm"));

        var texts = new Table(Texts);
        texts.AddColumn("id", "text").AsPrimaryKey();
        texts.AddColumn("clock", "smallint").AsPrimaryKey();
        texts.AddColumn("reading", "smallint").AsPrimaryKey();
        texts.AddColumn("since", "timestamptz").AsPrimaryKey();
        texts.AddColumn("said_from", "timestamptz").AsPrimaryKey();
        foreach (var (name, type) in new[] { ("until", "timestamptz"), ("said_until", "timestamptz"), ("known", "timestamptz"), ("open_from", "timestamptz"), ("kind", "smallint"), ("status", "smallint"), ("incident", "text"), ("entry", "text"), ("vector", "tsvector") })
            texts.AddColumn(name, type).NotNull();
        texts.Indexes.Add(new IndexDefinition("search_text_vector") { Method = IndexMethod.gin, Columns = ["vector"], StorageParameters = { [Pending] = PendingLimit } });
        texts.Indexes.Add(new IndexDefinition("search_text_incident") { Columns = ["incident"] });
        options.Storage.ExtendedSchemaObjects.Add(texts);

        var names = new Table(Names);
        names.AddColumn("party", "text").AsPrimaryKey();
        names.AddColumn("place", "smallint").AsPrimaryKey();
        names.AddColumn("word", "smallint").AsPrimaryKey();
        names.AddColumn("tail", "text").NotNull();
        names.AddColumn("name", "text").NotNull();
        names.AddColumn("known", "timestamptz").NotNull();
        names.AddColumn("noted", "timestamptz").NotNull();
        names.Indexes.Add(new IndexDefinition("search_name_tail") { Columns = ["tail"], Mask = "? text_pattern_ops" });
        names.Indexes.Add(new IndexDefinition("search_name_like") { Method = IndexMethod.gin, Columns = ["tail"], Mask = "? gin_trgm_ops", Predicate = "word = 0" });
        options.Storage.ExtendedSchemaObjects.Add(names);

        var words = new Table(Words);
        words.AddColumn("word", "text").AsPrimaryKey();
        words.AddColumn("open", "boolean").NotNull();
        words.Indexes.Add(new IndexDefinition("search_word_like") { Method = IndexMethod.gin, Columns = ["word"], Mask = "? gin_trgm_ops", StorageParameters = { [Pending] = PendingLimit } });
        options.Storage.ExtendedSchemaObjects.Add(words);

        var stems = new Table(Stems);
        stems.AddColumn("stem", "text").AsPrimaryKey();
        stems.AddColumn("word", "text").AsPrimaryKey();
        options.Storage.ExtendedSchemaObjects.Add(stems);
    }

    public static void Put(this IDocumentOperations operations, IReadOnlyCollection<SearchRow> rows)
    {
        if (rows.Count == 0) return;
        operations.QueueSqlCommand($"""
            insert into {Texts} (id, clock, reading, since, said_from, until, said_until, known, open_from, kind, status, incident, entry, vector)
            select id, clock, reading, since, said_from, until, said_until, known, open_from, kind, status, incident, entry, vector::tsvector
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as r(id, clock, reading, since, said_from, until, said_until, known, open_from, kind, status, incident, entry, vector)
            on conflict do nothing
            """,
            All(rows, row => row.Id), All(rows, row => (short)row.Clock), All(rows, row => (short)row.Reading), All(rows, row => row.Since), All(rows, row => row.SaidFrom), All(rows, row => row.Until),
            All(rows, row => row.SaidUntil), All(rows, row => row.Known), All(rows, row => row.OpenFrom), All(rows, row => (short)row.Kind), All(rows, row => (short)row.Status), All(rows, row => row.Incident),
            All(rows, row => row.Entry), All(rows, row => row.Vector));
    }

    public static void Put(this IDocumentOperations operations, IReadOnlyCollection<NameRow> rows)
    {
        if (rows.Count > 0)
            operations.QueueSqlCommand($"insert into {Names} (party, place, word, tail, name, known, noted) select * from unnest(?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                All(rows, row => row.Party), All(rows, row => row.Place), All(rows, row => row.Word), All(rows, row => row.Tail), All(rows, row => row.Name),
                All(rows, row => row.Known), All(rows, row => row.Noted));
    }

    /// <summary>Adds the words that are not there yet, with their stems.</summary>
    public static void Put(this IDocumentOperations operations, SearchWords words)
    {
        if (words.All.Count == 0) return;
        var stems = words.All.Keys.SelectMany(word => HebrewStems.Of(word).Select(stem => (Stem: stem, Word: word))).ToList();
        // In one order, so that nobody who does the same at the same time waits for this in a circle.
        operations.QueueSqlCommand($"""
            with given as (select * from unnest(?, ?, ?) as g(word, open, script)),
            added as (insert into {Words} (word, open) select word, open from given g where not exists (select 1 from {Words} w where w.word = g.word and (w.open or not g.open)) order by word
                on conflict (word) do update set open = search_word.open or excluded.open returning word)
            insert into {Stems} (stem, word) select s.stem, g.word from added join given g using (word) cross join lateral ({Stemming.Of("g.word", "g.script")}) s(stem) order by 1, 2 on conflict do nothing
            """, words.All.Keys.ToArray(), words.All.Values.ToArray(), words.All.Keys.Select(Stemming.ScriptOf).ToArray());
        if (stems.Count > 0)
            operations.QueueSqlCommand($"insert into {Stems} (stem, word) select * from unnest(?, ?) on conflict do nothing", stems.Select(stem => stem.Stem).ToArray(), stems.Select(stem => stem.Word).ToArray());
    }

    /// <summary>Takes out all rows of the things that go by these ids.</summary>
    public static void Drop(this IDocumentOperations operations, IReadOnlyCollection<string> ids)
    {
        if (ids.Count > 0) operations.QueueSqlCommand($"delete from {Texts} where id = any(?)", (object)ids.ToArray());
    }

    public static void DropNames(this IDocumentOperations operations, IReadOnlyCollection<string> parties)
    {
        if (parties.Count > 0) operations.QueueSqlCommand($"delete from {Names} where party = any(?)", (object)parties.ToArray());
    }

    public static void DropIncident(this IDocumentOperations operations, string incident) => operations.QueueSqlCommand($"delete from {Texts} where incident = ?", incident);

    private static T[] All<TRow, T>(IReadOnlyCollection<TRow> rows, Func<TRow, T> value) => [.. rows.Select(value)];
}
