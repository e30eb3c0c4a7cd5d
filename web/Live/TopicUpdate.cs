using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallCenter.Web.Live;

/// <summary>
/// A message to the browser, already written as JSON: thousand viewers of one topic get copies of the same bytes.
/// Shapes: <c>{"epoch","seq","full","at","sections":[["name",["key"…]]…],"html":{"key":"…"}}</c> or <c>{"beat":ms}</c>.
/// </summary>
[JsonConverter(typeof(Writer))]
public sealed class TopicUpdate(string epoch, long seq, ReadOnlyMemory<byte> json)
{
    public string Epoch { get; } = epoch;
    public long Seq { get; } = seq;
    public ReadOnlyMemory<byte> Json { get; } = json;

    /// <summary>Says that the feed is alive though nothing changed.</summary>
    public static TopicUpdate Beat(long nowMs) => new("", 0, JsonSerializer.SerializeToUtf8Bytes(new { beat = nowMs }));

    private sealed class Writer : JsonConverter<TopicUpdate>
    {
        public override TopicUpdate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Live updates go to the browser only.");

        public override void Write(Utf8JsonWriter writer, TopicUpdate value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
    }
}
