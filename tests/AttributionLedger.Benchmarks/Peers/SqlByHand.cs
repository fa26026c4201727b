using AttributionLedger.Benchmarks.Loads;
using Npgsql;

namespace AttributionLedger.Benchmarks.Peers;

/// <summary>
/// The same command by hand, as short as it can be and still safe: lock the stream and read what the decision needs in one
/// trip, decide, write events, entry and position in a second, commit. Its rows have just the columns that an answer to
/// "who stands where" cannot do without.
/// </summary>
internal sealed class SqlByHand : IArm
{
    private const char Letter = 'h';
    private const string Schema = "by_hand";

    private NpgsqlDataSource source = null!;
    private MartenTables tables = null!;
    private EventInsert insert = null!;
    private Sayings sayings = null!;

    public string Name => "SQL by hand";

    public async Task<string?> PrepareAsync(Arena arena)
    {
        source = arena.OpenPrepared();
        tables = await MartenTables.CloneAsync(source, Schema);
        insert = new(Schema, arena.Bodies);
        sayings = arena.Sayings(Letter);
        await source.RunAsync($"""
            create table {Schema}.incidents (id text primary key, closed boolean not null);
            create table {Schema}.claims (incident text not null, id text not null, primary key (incident, id));
            create table {Schema}.parties (id text primary key);
            create table {Schema}.entries (incident text not null, id text not null, fingerprint text not null, primary key (incident, id));
            create table {Schema}.positions (
                incident text not null, party text not null, claim text not null, stance text not null, strength text not null, terms text not null,
                statement text not null, said_latest timestamptz not null, known timestamptz not null, primary key (incident, party, claim));
            insert into {Schema}.incidents select 'incident-' || n, false from generate_series(0, {arena.Incidents - 1}) n;
            insert into {Schema}.claims select 'incident-' || n, 'c' || c from generate_series(0, {arena.Incidents - 1}) n, generate_series(0, {MadeUp.Claims - 1}) c;
            insert into {Schema}.parties select 'p' || n from generate_series(0, {MadeUp.Parties - 1}) n;
            """);
        return null;
    }

    public Task<Turn> TurnAsync(Load load) => Crowd.WorkAsync(load, async writer =>
    {
        var saying = sayings.Next(writer);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var state = await ReadAsync(connection, saying);
        if (state is not { IsClosed: false, HasClaim: true, HasParty: true, Logged: null }) throw new InvalidOperationException("The statement was refused.");
        await WriteAsync(connection, saying, state.Version);
        await transaction.CommitAsync();
        return true;
    });

    private static async Task<State> ReadAsync(NpgsqlConnection connection, Saying saying)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands =
        {
            new NpgsqlBatchCommand($"select version from {Schema}.mt_streams where id = $1 for update").With(EventInsert.StreamOf(saying)),
            new NpgsqlBatchCommand($"""
                select closed, exists (select from {Schema}.claims where incident = $1 and id = $2), exists (select from {Schema}.parties where id = $3),
                    (select fingerprint from {Schema}.entries where incident = $1 and id = $4) from {Schema}.incidents where id = $1
                """).With(saying.Incident, saying.Claim, saying.Party, saying.Id)
        } };
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var version = reader.GetInt64(0);
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return new(version, reader.GetBoolean(0), reader.GetBoolean(1), reader.GetBoolean(2), reader.IsDBNull(3) ? null : reader.GetString(3));
    }

    private async Task WriteAsync(NpgsqlConnection connection, Saying saying, long version)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands =
        {
            insert.For(saying, version),
            insert.Advance(saying, version),
            new NpgsqlBatchCommand($"insert into {Schema}.entries values ($1, $2, $3)").With(saying.Incident, saying.Id, new string('0', 64)),
            new NpgsqlBatchCommand($"""
                insert into {Schema}.positions as p values ($1, $2, $3, 'asserts', 'flat', 'on-the-record', $4, $5, now()) on conflict (incident, party, claim) do update
                set stance = excluded.stance, strength = excluded.strength, terms = excluded.terms, statement = excluded.statement, said_latest = excluded.said_latest, known = excluded.known
                where p.said_latest <= excluded.said_latest
                """).With(saying.Incident, saying.Party, saying.Claim, saying.Id, new DateTime(2024, 4, 22, 20, 59, 59, DateTimeKind.Utc))
        } };
        await batch.ExecuteNonQueryAsync();
    }

    public Task<long?> CountAsync() => tables.CountAsync(Letter);
    public Task<IReadOnlyList<string>> FaultsAsync() => tables.FaultsAsync();
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private sealed record State(long Version, bool IsClosed, bool HasClaim, bool HasParty, string? Logged);
}
