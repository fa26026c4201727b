using Npgsql;

namespace AttributionLedger.Benchmarks.Loads;

/// <summary>
/// One event of a statement as the ledger stores it. Peers store the same bytes: the text is taken from the ledger's own table,
/// and only the ids in it change.
/// </summary>
internal sealed record EventBody(string Type, string DotNetType, string Json)
{
    /// <summary>The statement that the bodies are taken from; none of its ids is part of another word.</summary>
    public static readonly Saying Sample = new("sample-statement", MadeUp.IncidentId(0), "p199", "c7");

    public string For(Saying saying) => Json.Replace(Sample.Id, saying.Id).Replace($"\"{Sample.Party}\"", $"\"{saying.Party}\"").Replace($"\"{Sample.Claim}\"", $"\"{saying.Claim}\"");

    /// <summary>The events that the sample became, in their order.</summary>
    public static async Task<IReadOnlyList<EventBody>> OfSampleAsync(NpgsqlDataSource source)
    {
        var bodies = new List<EventBody>();
        await using var command = source.CreateCommand($"select type, mt_dotnet_type, data::text from ledger.mt_events where data::text like '%{Sample.Id}%' order by version");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) bodies.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return bodies is [_, ..] ? bodies : throw new InvalidOperationException("The ledger holds no sample.");
    }
}
