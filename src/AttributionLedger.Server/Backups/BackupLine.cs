using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AttributionLedger.Backups;

/// <summary>
/// One line of a backup. Each says its kind, so that a later format can have more of them; one that is not known is never
/// passed over, for it holds something that somebody wanted kept.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Header), BackupFormat.Header), JsonDerivedType(typeof(Stream), BackupFormat.Stream)]
[JsonDerivedType(typeof(Event), BackupFormat.Event), JsonDerivedType(typeof(End), BackupFormat.End)]
public abstract record BackupLine
{
    private BackupLine() { }

    /// <summary>The first line.</summary>
    /// <param name="Format">The number of the format; see <see cref="BackupFormat.Number"/>.</param>
    /// <param name="Made">UTC, the moment of which the backup is.</param>
    /// <param name="By">The version of the product that wrote it.</param>
    public sealed record Header(int Format, DateTimeOffset Made, string By) : BackupLine;

    /// <summary>A stream, and of it what its events do not tell.</summary>
    /// <param name="Version">Of its last event.</param>
    /// <param name="Created">UTC, by the clock of PostgreSQL.</param>
    /// <param name="Touched">UTC, by the clock of PostgreSQL.</param>
    public sealed record Stream(string Id, long Version, DateTimeOffset Created, DateTimeOffset Touched) : BackupLine;

    /// <summary>An event with all that is stored about it.</summary>
    /// <param name="Of">Its stream.</param>
    /// <param name="Name">Its stored name.</param>
    /// <param name="Recorded">UTC, as its writer assigned it.</param>
    /// <param name="Type">What the store notes as its type; no reading depends on it.</param>
    public sealed record Event(
        long Sequence, Guid Id, [property: JsonPropertyName("stream")] string Of, long Version, [property: JsonPropertyName("event")] string Name, DateTimeOffset Recorded,
        [property: JsonPropertyOrder(1)] JsonElement Body, string? Type = null, string? User = null, string? Correlation = null) : BackupLine;

    /// <summary>The last line.</summary>
    /// <param name="Sha256">Over every byte of the lines before it, in hexadecimal.</param>
    public sealed record End(long Streams, long Events, string Sha256) : BackupLine;
}

/// <summary>What a backup is: lines of JSON in UTF-8, compressed with gzip.</summary>
public static class BackupFormat
{
    /// <summary>
    /// Raised whenever an older version would restore a newer file wrongly, or a newer version has to turn an older file
    /// into what it stores by now. So far there is one.
    /// </summary>
    public const int Number = 1;

    /// <summary>
    /// Bytes of a line: eight of the longest lines of a sheet, for an event holds what one of those says, times with both
    /// their ends, and its metadata.
    /// </summary>
    public const int LineLimit = 8 << 20;

    /// <summary>The words by which lines say their kind.</summary>
    internal const string Header = "ledger-backup", Stream = "stream", Event = "event", End = "end";

    /// <summary>Nothing is passed over and nothing is guessed: a field that is missing, strange or there twice is a fault.</summary>
    internal static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false
    };
}
