using AttributionLedger.Benchmarks.Loads;
using Npgsql;

namespace AttributionLedger.Benchmarks.Peers;

/// <summary>What a newsroom's developer would write: a table of statements, and a trigger that keeps what every row was.</summary>
internal sealed class AuditedTable : IArm
{
    private const string Insert = """
        insert into crud.statements (incident, id, party, claim, stance, words, language, said, terms, logged_by)
        values ($1, $2, $3, $4, 'asserts', $5, 'en', $6, 'on-the-record', 'bench')
        """;

    private NpgsqlDataSource source = null!;
    private Sayings sayings = null!;

    public string Name => "CRUD table with audit trigger";

    public async Task<string?> PrepareAsync(Arena arena)
    {
        source = arena.OpenPrepared();
        sayings = arena.Sayings('s');
        await source.RunAsync("""
            create schema crud;
            create table crud.statements (
                incident text not null, id text not null, party text not null, claim text not null, stance text not null, words text not null, language text not null,
                said text not null, terms text not null, logged_by text not null, logged_at timestamptz not null default now(), primary key (incident, id));
            create index on crud.statements (party);
            create table crud.statements_audit (
                id bigint generated always as identity primary key, at timestamptz not null default now(), by_user text not null, operation text not null,
                incident text not null, statement text not null, before jsonb, after jsonb);
            create index on crud.statements_audit (incident, statement);
            create function crud.audit() returns trigger language plpgsql as $$
            begin
                insert into crud.statements_audit (by_user, operation, incident, statement, before, after)
                values (coalesce(new.logged_by, old.logged_by), tg_op, coalesce(new.incident, old.incident), coalesce(new.id, old.id), to_jsonb(old), to_jsonb(new));
                return null;
            end $$;
            create trigger audit after insert or update or delete on crud.statements for each row execute function crud.audit();
            """);
        return null;
    }

    public Task<Turn> TurnAsync(Load load) => Crowd.WorkAsync(load, async writer =>
    {
        var saying = sayings.Next(writer);
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Insert, connection);
        foreach (var value in new[] { saying.Incident, saying.Id, saying.Party, saying.Claim, Saying.Words, Saying.Said }) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync() == 1;
    });

    public async Task<long?> CountAsync() => await source.AskAsync<long>("select count(*) from crud.statements");

    public async Task<IReadOnlyList<string>> FaultsAsync() =>
        await source.AskAsync<bool>("select (select count(*) from crud.statements) = (select count(*) from crud.statements_audit)") ? [] : ["the audit does not hold every statement"];

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
