using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Journal.Tests.Golden;

/// <summary>What the bytes mean, for people and for the comparison: every field by its name, enums by their words.</summary>
internal static class GoldenJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new DocumentConverter() },
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<T>(utf8, Options)!;

    public static JsonNode Of(ProjectEvent happened) => JsonSerializer.SerializeToNode(happened, happened.GetType(), Options)!;

    public static ProjectEvent Event(string name, JsonNode fields) => (ProjectEvent)fields.Deserialize(EventTypes.ByName[name], Options)!;

    /// <summary>The document has one JSON form everywhere.</summary>
    private sealed class DocumentConverter : JsonConverter<ProjectConfiguration>
    {
        public override ProjectConfiguration Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<ProjectConfiguration>(ref reader, ConfigurationJson.Compact)!;

        public override void Write(Utf8JsonWriter writer, ProjectConfiguration value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, ConfigurationJson.Compact);
    }
}
