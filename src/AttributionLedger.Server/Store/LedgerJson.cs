using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using AttributionLedger.Basics;
using AttributionLedger.Parties;
using AttributionLedger.Statements;
using AttributionLedger.Times;

namespace AttributionLedger.Store;

/// <summary>How facts are written as JSON: strings, booleans, null, whole numbers, arrays and objects, so that each has one canonical form.</summary>
public static class LedgerJson
{
    // The same for all options: those that are alike share what is found out, and compiled, about each type.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly JsonConverter[] Converters =
    [
        new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new IdentityConverters(), new ListingConverters(),
        new WorldTimeConverter(), new GradeConverter(), new PartyEventConverter()
    ];

    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = Encoder;
        // What follows from the rest is not stored beside it.
        options.IgnoreReadOnlyProperties = true;
        options.RespectRequiredConstructorParameters = false;
        options.Converters.Clear();
        foreach (var converter in Converters) options.Converters.Add(converter);
        return options;
    }

    private sealed class IdentityConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IIdentity<>));
        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdentityConverter<>).MakeGenericType(type))!;
    }

    private sealed class IdentityConverter<T> : JsonConverter<T> where T : struct, IIdentity<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => T.Of(reader.GetString() ?? throw new JsonException("An id is a text."));
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class ListingConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Listing<>);
        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ListingConverter<>).MakeGenericType(type.GetGenericArguments()))!;
    }

    private sealed class ListingConverter<T> : JsonConverter<Listing<T>>
    {
        public override Listing<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            (JsonSerializer.Deserialize<T[]>(ref reader, options) ?? []).ToListing();
        public override void Write(Utf8JsonWriter writer, Listing<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.ToArray(), options);
    }

    /// <summary>A time with the ends that it was resolved to when it was logged: a later time zone database changes nothing that is stored.</summary>
    private sealed class WorldTimeConverter : JsonConverter<WorldTime>
    {
        private sealed record Stored(string Edtf, string Zone, string? Wording, DateTimeOffset? Earliest, DateTimeOffset? Latest);

        public override WorldTime Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var stored = JsonSerializer.Deserialize<Stored>(ref reader, options)!;
            return WorldTime.Stored(stored.Edtf, stored.Zone, stored.Wording, stored.Earliest, stored.Latest);
        }

        public override void Write(Utf8JsonWriter writer, WorldTime value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Stored(value.Edtf, value.Zone, value.Wording, value.Earliest, value.Latest), options);
    }

    private sealed class GradeConverter : JsonConverter<Grade>
    {
        public override Grade Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Grade.TryRead(reader.GetString() ?? "", out var grade) ? grade : throw new JsonException("A grade is a letter from A to F and a digit from 1 to 6.");
        public override void Write(Utf8JsonWriter writer, Grade value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>Only the snapshot of a party holds events of several kinds side by side; there each says its name.</summary>
    private sealed class PartyEventConverter : JsonConverter<PartyEvent>
    {
        public override bool CanConvert(Type type) => type == typeof(PartyEvent);

        public override PartyEvent Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var name = document.RootElement.GetProperty("event").GetString()!;
            return (PartyEvent)document.RootElement.GetProperty("body").Deserialize(EventNames.TypeOf(name), options)!;
        }

        public override void Write(Utf8JsonWriter writer, PartyEvent value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("event", EventNames.Of(value));
            writer.WritePropertyName("body");
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            writer.WriteEndObject();
        }
    }
}
