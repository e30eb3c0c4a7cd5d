using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallCenter.Web.Api;

/// <summary>Times in answers: always UTC, always three digits of milliseconds, e.g. <c>2026-03-01T08:15:30.250Z</c>.</summary>
public sealed class UtcMillisecondsConverter : JsonConverter<DateTimeOffset>
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private const int Length = 24;
    private const int RoundTripLength = 28;

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        Write(writer, value.ToUnixTimeMilliseconds());

    /// <summary>Writes a time given as Unix milliseconds.</summary>
    public static void Write(Utf8JsonWriter writer, long unixMs)
    {
        // A busy board writes thousands of times a second: the round-trip format is the fast one, its digits behind the milliseconds are
        // cut off.
        Span<byte> text = stackalloc byte[RoundTripLength];
        DateTime.UnixEpoch.AddMilliseconds(unixMs).TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[Length - 1] = (byte)'Z';
        writer.WriteStringValue(text[..Length]);
    }
}
