using AttributionLedger.Server.Tests.CommandLine;
using AttributionLedger.Server.Tests.Support;
using Npgsql;

namespace AttributionLedger.Server.Tests.Store;

/// <summary>PostgreSQL itself refuses the application's role whatever would change an event.</summary>
public class RewritingTheRecord(SampleLedger samples) : IClassFixture<SampleLedger>
{
    private readonly Database maintenance = samples.Ledger.Database, application = new(samples.Ledger.Access.Application);

    public static TheoryData<string> Statements => [.. ForbiddenStatements.All];

    public static TheoryData<string> OnRecords => [.. ForbiddenStatements.OnRecords];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task is_refused(string statement)
    {
        var before = await RecordAsync();
        (await Should.ThrowAsync<PostgresException>(() => application.TellAsync(statement))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await RecordAsync()).ShouldBe(before);
    }

    /// <summary>What the application is refused is not refused because it was misspelt.</summary>
    [Theory]
    [MemberData(nameof(OnRecords))]
    public async Task is_possible_for_the_owner(string statement)
    {
        var before = await RecordAsync();
        await Should.NotThrowAsync(() => maintenance.TellAsync($"begin; {statement.Replace("begin; ", "")}; rollback"));
        (await RecordAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task is_offered_by_no_function_of_the_schema() =>
        (await maintenance.ListAsync("select proname::text from pg_proc where pronamespace = 'ledger'::regnamespace and prosecdef")).ShouldBeEmpty();

    [Fact]
    public async Task is_open_to_nobody_by_way_of_the_public() =>
        (await maintenance.ListAsync("""
            select 'table ' || relname from pg_class, aclexplode(relacl) where relnamespace = 'ledger'::regnamespace and grantee = 0
            union all select 'function ' || proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) where pronamespace = 'ledger'::regnamespace and grantee = 0
            union all select 'schema ' || nspname from pg_namespace, aclexplode(nspacl) where nspname = 'ledger' and grantee = 0
            """)).ShouldBeEmpty();

    [Fact]
    public async Task is_not_among_the_rights_that_the_application_has() =>
        (await maintenance.ListAsync("""
            select distinct privilege_type::text from pg_class, aclexplode(relacl) where oid = 'ledger.mt_events'::regclass and grantee = 'ledger_app'::regrole order by 1
            """)).ShouldBe(["INSERT", "SELECT"]);

    /// <summary>Every event and every stream as it is stored, in one short text.</summary>
    private Task<string> RecordAsync() => maintenance.AskAsync<string>("""
        select (select md5(string_agg(e::text, ' ' order by seq_id)) from ledger.mt_events e) || (select md5(string_agg(s::text, ' ' order by id)) from ledger.mt_streams s)
            || (select md5(string_agg(pg_get_functiondef(oid) || coalesce(proacl::text, ''), ' ' order by oid)) from pg_proc where pronamespace = 'ledger'::regnamespace)
            || (select md5(string_agg(c::text, ' ' order by oid)) from (select oid, relname, relowner, relacl, relhastriggers, relhasrules, relrowsecurity from pg_class where relnamespace = 'ledger'::regnamespace) c)
            || (select last_value::text from ledger.mt_events_sequence)
        """);
}
