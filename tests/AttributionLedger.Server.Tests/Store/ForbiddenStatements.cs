namespace AttributionLedger.Server.Tests.Store;

/// <summary>Every way that we know of to change, remove or hide an event, or to get at the right to, by a connection of the application's role.</summary>
internal static class ForbiddenStatements
{
    private const string Event = "stream_id = 'incident/jordan-drone' and version = 2";

    /// <summary>Those that their owner could carry out, and take back with the transaction.</summary>
    public static IEnumerable<string> OnRecords => [.. Events, .. Streams];

    public static IEnumerable<string> All => [.. Events, .. Streams, .. OtherTables, .. Sequence, .. Structure, .. Code, .. Roles, .. Server];

    private static readonly string[] Events =
    [
        $"update ledger.mt_events set data = '{{}}' where {Event}",
        "update only ledger.mt_events set timestamp = now()",
        "update ledger.mt_events set seq_id = seq_id",
        "update ledger.mt_events set is_archived = true",
        $"delete from ledger.mt_events where {Event}",
        "delete from ledger.mt_events",
        "truncate ledger.mt_events",
        "truncate ledger.mt_streams cascade",
        $"with gone as (delete from ledger.mt_events where {Event} returning data) select * from gone",
        $"explain analyze delete from ledger.mt_events where {Event}",
        $"do $$ begin delete from ledger.mt_events where {Event}; end $$",
        $"prepare quietly as delete from ledger.mt_events where {Event}; execute quietly",
        "insert into ledger.mt_events select * from ledger.mt_events limit 1 on conflict (seq_id) do update set data = '{}'",
        "merge into ledger.mt_events e using (values (1::bigint)) v(n) on e.seq_id = v.n when matched then update set data = '{}'",
        "merge into ledger.mt_events e using (values (1::bigint)) v(n) on e.seq_id = v.n when matched then delete",
        "select * from ledger.mt_events for update",
        "select * from ledger.mt_events for no key update",
        "select * from ledger.mt_events for share",
        "select * from ledger.mt_events for key share",
        "begin; lock table ledger.mt_events in access exclusive mode",
        "begin; lock table ledger.mt_events in share mode",
        $"create temp view mine as select * from ledger.mt_events; delete from mine where {Event}",
        $"create temp view mine with (security_invoker = off) as select * from ledger.mt_events; update mine set data = '{{}}' where {Event}",
        $"create function pg_temp.mine() returns void language sql security definer as $$ delete from ledger.mt_events where {Event} $$; select pg_temp.mine()",
        "create temp table child () inherits (ledger.mt_events)"
    ];

    private static readonly string[] Streams =
    [
        "delete from ledger.mt_streams",
        "update ledger.mt_streams set id = 'incident/elsewhere' where id = 'incident/nowhere'",
        "update ledger.mt_streams set is_archived = true",
        "update ledger.mt_streams set created = now()",
        "update ledger.mt_streams set version = 0, timestamp = now()",
        "insert into ledger.mt_streams (id, version) values ('incident/jordan-drone', 1) on conflict (id) do update set is_archived = true",
        "merge into ledger.mt_streams s using (values ('incident/jordan-drone')) v(id) on s.id = v.id when matched then delete"
    ];

    private static readonly string[] OtherTables =
    [
        "insert into ledger.applied_schema values ('mine')",
        "update ledger.applied_schema set script = 'mine'",
        "delete from ledger.applied_schema",
        "copy ledger.applied_schema from stdin",
        "delete from ledger.mt_event_progression",
        "update ledger.mt_high_water_skips set ending_sequence = 0",
        "delete from ledger.mt_high_water_skips",
        "insert into ledger.mt_event_projection_floors values ('views', 'x', 1)",
        "delete from ledger.mt_doc_incident",
        "delete from ledger.mt_doc_statementrow",
        "truncate ledger.mt_doc_positionrow"
    ];

    private static readonly string[] Sequence =
    [
        "select setval('ledger.mt_events_sequence', 1)",
        "select setval('ledger.mt_events_sequence', 1, false)",
        "alter sequence ledger.mt_events_sequence restart",
        "alter sequence ledger.mt_events_sequence owned by none",
        "drop sequence ledger.mt_events_sequence cascade"
    ];

    private static readonly string[] Structure =
    [
        "drop table ledger.mt_events cascade",
        "drop schema ledger cascade",
        "drop index ledger.pk_mt_events_stream_and_version",
        "drop database ledger",
        "alter schema ledger rename to mine",
        "alter table ledger.mt_events rename to mine",
        "alter table ledger.mt_events set schema public",
        "alter table ledger.mt_events owner to current_user",
        "alter table ledger.mt_events add column mine text",
        "alter table ledger.mt_events drop column data",
        "alter table ledger.mt_events alter column data type text",
        "alter table ledger.mt_events alter column data set default '{}'",
        "alter table ledger.mt_events drop constraint fkey_mt_events_stream_id",
        "alter table ledger.mt_events disable trigger all",
        "alter table ledger.mt_events disable rule mine",
        "alter table ledger.mt_events enable row level security",
        "alter table ledger.mt_events inherit ledger.mt_streams",
        "create policy mine on ledger.mt_events using (false)",
        "create rule mine as on insert to ledger.mt_events do instead nothing",
        "create rule mine as on select to ledger.mt_events do instead select * from ledger.mt_streams",
        "create index mine on ledger.mt_events (type)",
        "create statistics mine on type, version from ledger.mt_events",
        "reindex table ledger.mt_events",
        "cluster ledger.mt_events using pk_mt_events_stream_and_version",
        "comment on table ledger.mt_events is 'mine'",
        "create table ledger.mine (id int)",
        "create table ledger.mine as select * from ledger.mt_events",
        "create view ledger.mine as select 1",
        "create table public.mine (id int)",
        "create schema mine",
        "create publication mine for table ledger.mt_events"
    ];

    private static readonly string[] Code =
    [
        "create function pg_temp.mine() returns trigger language plpgsql as $$ begin return null; end $$; create trigger mine before insert on ledger.mt_events for each row execute function pg_temp.mine()",
        "create event trigger mine on ddl_command_end execute function pg_catalog.unique_key_recheck()",
        "select ledger.mt_archive_stream('incident/jordan-drone')",
        "select ledger.mt_quick_append_events('incident/jordan-drone', null, '*DEFAULT*', '{}', '{}', '{}', '{}', '{}', '{}', '{}')",
        "select ledger.mt_jsonb_patch('{}', '[]')",
        "create or replace function ledger.mt_archive_stream(streamid varchar) returns void language sql as $$ delete from ledger.mt_events $$",
        "create or replace function ledger.mt_mark_event_progression(name varchar, last_encountered bigint) returns void language sql as $$ delete from ledger.mt_events $$",
        "create function ledger.mine() returns void language sql security definer as $$ delete from ledger.mt_events $$",
        "create function public.mine() returns void language sql as $$ select $$",
        "alter function ledger.mt_archive_stream(varchar) security definer",
        "alter function ledger.mt_mark_event_progression(varchar, bigint) security definer",
        "drop function ledger.mt_mark_event_progression(varchar, bigint)",
        "create extension dblink",
        "create extension postgres_fdw",
        "create extension hstore",
        "create trusted language mine handler plpgsql_call_handler",
        "create foreign data wrapper mine",
        "load '/tmp/mine.so'",
        "create function pg_temp.mine() returns int language c as '/tmp/mine.so', 'mine'",
        "create function pg_temp.mine() returns int language internal as 'int4in'"
    ];

    private static readonly string[] Roles =
    [
        "set role ledger",
        "set local role ledger",
        "select set_config('role', 'ledger', false)",
        "set session authorization ledger",
        "set session_replication_role = replica",
        "select set_config('session_replication_role', 'replica', false)",
        "alter role current_user set session_replication_role = replica",
        "alter role current_user superuser",
        "alter role current_user createrole",
        "alter role ledger password 'mine'",
        "create role mine",
        "grant ledger to current_user",
        "grant pg_write_all_data to current_user",
        "grant pg_execute_server_program to current_user",
        $"grant all on ledger.mt_events to current_user; delete from ledger.mt_events where {Event}",
        $"grant delete on ledger.mt_events to public; delete from ledger.mt_events where {Event}",
        "grant create on schema ledger to current_user; create table ledger.mine (id int)",
        "reassign owned by ledger to current_user",
        "drop owned by ledger cascade",
        "alter default privileges for role ledger grant all on tables to public",
        "update pg_catalog.pg_class set relowner = 'ledger_app'::regrole where oid = 'ledger.mt_events'::regclass",
        "update pg_catalog.pg_class set relacl = null",
        "update pg_catalog.pg_proc set prosecdef = true",
        "delete from pg_catalog.pg_trigger",
        "update pg_catalog.pg_authid set rolsuper = true",
        "select rolpassword from pg_catalog.pg_authid"
    ];

    private static readonly string[] Server =
    [
        "copy ledger.mt_events to program 'cat > /dev/null'",
        "copy ledger.mt_events (data) from program 'echo {}'",
        "copy (select 1) to '/tmp/mine'",
        "copy ledger.mt_events from '/etc/passwd'",
        "select pg_read_file('PG_VERSION')",
        "select pg_read_binary_file('PG_VERSION')",
        "select pg_ls_dir('.')",
        "select pg_stat_file('PG_VERSION')",
        "select lo_import('/etc/passwd')",
        "select lo_export(1, '/tmp/mine')",
        "alter system set fsync = off",
        "alter database ledger set session_replication_role = replica",
        "select pg_reload_conf()",
        "select pg_rotate_logfile()",
        "select pg_switch_wal()",
        "select pg_create_physical_replication_slot('mine')",
        "select * from pg_hba_file_rules",
        "create tablespace mine location '/tmp'",
        "create database mine",
        "checkpoint"
    ];
}
