using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallCenter.Web.Hubs;

/// <summary>
/// The argument of a message, already written as JSON: it is kept as bytes, and every receiver, now or later, gets a copy of them.
/// </summary>
[JsonConverter(typeof(Writer))]
public sealed class WrittenMessage(ReadOnlyMemory<byte> json)
{
    private ReadOnlyMemory<byte> Json { get; } = json;

    public static WrittenMessage Of<T>(T message, JsonSerializerOptions options) =>
        new(JsonSerializer.SerializeToUtf8Bytes(message, options));

    private sealed class Writer : JsonConverter<WrittenMessage>
    {
        public override WrittenMessage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Written messages are sent only.");

        public override void Write(Utf8JsonWriter writer, WrittenMessage value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
    }
}
