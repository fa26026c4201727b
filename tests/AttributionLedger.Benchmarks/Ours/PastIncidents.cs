using System.Globalization;
using System.Text.Json;
using AttributionLedger.Composition;
using AttributionLedger.Importing;
using Npgsql;

namespace AttributionLedger.Benchmarks.Ours;

/// <summary>
/// Incidents of different sizes whose past is asked about: five parties on four claims, said in another order than they are
/// learnt, a few taken back or logged in error. A hundred statements fill the positions that there can be, and more make no more,
/// so that what a reading says is of one size.
/// </summary>
internal static class PastIncidents
{
    public const int Small = 100, Large = 10_000;
    private const int Parties = 5;

    /// <summary>Two of them of who did it.</summary>
    private const int FirstClaim = 3, Claims = 4;

    public static string Id(int statements) => $"past-{statements}";

    /// <summary>Logs the incident, unless it is there, and tells between which times it was recorded.</summary>
    public static async Task<(DateTimeOffset From, DateTimeOffset To)> EnsureAsync(NpgsqlDataSource source, string connection, int statements)
    {
        if (await BetweenAsync(source, statements) is { } found) return found;
        var path = Path.GetTempFileName();
        Write(path, statements);
        await using (var ledger = await Ledger.OpenAsync(new(connection), new Progress<string>(), CancellationToken.None))
        {
            using var sheet = SheetFile.Open(path);
            var report = await ledger.Import.RunAsync(sheet, dryRun: false, "bench", new Progress<ImportProgress>(), CancellationToken.None);
            if (report.IsRefused) throw new InvalidOperationException(report.Errors[0].Message);
            await ledger.Following.CatchUpAsync(CancellationToken.None);
        }
        File.Delete(path);
        return await BetweenAsync(source, statements) ?? throw new InvalidOperationException("What was imported is not there.");
    }

    private static async Task<(DateTimeOffset, DateTimeOffset)?> BetweenAsync(NpgsqlDataSource source, int statements)
    {
        await using var command = source.CreateCommand("select min(timestamp), max(timestamp) from ledger.mt_events where stream_id = $1");
        command.Parameters.AddWithValue($"incident/{Id(statements)}");
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() && !reader.IsDBNull(0) ? (reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1)) : null;
    }

    private static void Write(string path, int statements)
    {
        var random = new Random(11);
        using var sheet = new StreamWriter(path);
        void Line(object entry) => sheet.WriteLine(JsonSerializer.Serialize(entry));

        var id = Id(statements);
        Line(new { entry = "incident", id, headline = $"An incident of {statements} statements", zone = MadeUp.Zone });
        for (var claim = 0; claim < MadeUp.Claims; claim++)
            Line(claim > 4
                ? new { entry = "claim", id = $"c{claim}", incident = id, kind = "responsibility", text = $"Claim {claim}", actor = $"p{claim}" }
                : (object)new { entry = "claim", id = $"c{claim}", incident = id, kind = "occurrence", text = $"Claim {claim}" });
        for (var n = 0; n < statements; n++)
        {
            Line(Statement(id, n, random));
            if (n % 50 == 49) Line(new { entry = "retraction", id = $"t{n}", incident = id, statement = $"s{n}", said = Minute(60_000), reason = "taken back" });
            if (n % 100 == 98) Line(new { entry = "strike", id = $"k{n}", incident = id, target = $"s{n}", reason = "logged in error" });
        }
    }

    private static object Statement(string incident, int n, Random random) => new
    {
        entry = "statement", id = $"s{n}", incident, by = $"p{random.Next(Parties)}", said = Minute(random.Next(60_000)), terms = "on-the-record",
        words = new { form = "verbatim", text = $"Statement {n}: " + string.Concat(Enumerable.Repeat("some words that somebody said about it ", 5)), language = "en" },
        stances = new[] { n % 3 == 2 ? new { stance = "denies", claim = $"c{FirstClaim + random.Next(Claims)}", scope = "any-involvement" } : (object)new { stance = "asserts", claim = $"c{FirstClaim + random.Next(Claims)}" } }
    };

    /// <summary>A minute of the forty days in which everything was said.</summary>
    public static string Minute(int minute) => new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.FromHours(3)).AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    /// <summary>Any moment between two, to the microsecond, as it is asked for.</summary>
    public static string Moment((DateTimeOffset From, DateTimeOffset To) between) =>
        (between.From + TimeSpan.FromMicroseconds(Random.Shared.NextDouble() * (between.To - between.From).TotalMicroseconds)).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Any minute at which something may have been said.</summary>
    public static string AnyMinute() => Minute(Random.Shared.Next(60_000));
}
