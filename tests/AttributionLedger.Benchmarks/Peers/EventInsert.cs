using AttributionLedger.Benchmarks.Loads;
using Npgsql;

namespace AttributionLedger.Benchmarks.Peers;

/// <summary>One statement of SQL that inserts all events of a saying, with every column that Marten fills.</summary>
internal sealed class EventInsert(string schema, IReadOnlyList<EventBody> bodies)
{
    private readonly string sql =
        $"insert into {schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, user_name) values " +
        string.Join(", ", bodies.Select((body, i) => $"(nextval('{schema}.mt_events_sequence'), ${4 + 2 * i}, $1, $2 + {i + 1}, ${5 + 2 * i}::text::jsonb, '{body.Type}', now(), '{body.DotNetType}', $3, 'bench')"));

    /// <summary>How many events a saying is.</summary>
    public int Events => bodies.Count;

    public static string StreamOf(Saying saying) => $"incident/{saying.Incident}";

    /// <param name="version">That the stream had before.</param>
    public NpgsqlBatchCommand For(Saying saying, long version)
    {
        var command = new NpgsqlBatchCommand(sql).With(StreamOf(saying), version, Guid.NewGuid().ToString("N"));
        foreach (var body in bodies) command.With(Guid.CreateVersion7(), body.For(saying));
        return command;
    }

    public NpgsqlBatchCommand Advance(Saying saying, long version) =>
        new NpgsqlBatchCommand($"update {schema}.mt_streams set version = $3, timestamp = now() where id = $1 and version = $2").With(StreamOf(saying), version, version + Events);
}
