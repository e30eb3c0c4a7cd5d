using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CallCenter.Abstractions.Configuration;

/// <summary>
/// The one JSON form of the configuration document: camelCase, enums as camelCase words, nulls left out (but
/// <see cref="DepartmentConfiguration.MaxWaitSeconds"/>, whose null means something). Used by the journal, by history, by import and
/// export.
/// </summary>
/// <remarks>
/// Reflection, not source generation: the generated code sets every init-only property, so a property that is absent would lose its
/// default (15 seconds of ringing would become 0). Documents are read a few times a day; the price is some milliseconds at the first one.
/// </remarks>
public static class ConfigurationJson
{
    /// <summary>
    /// The largest document, in the form that people write and in the form of <see cref="Write"/>: enough for some ten thousand
    /// employees. A turn that publishes it fits into one record of the journal with all that follows from it.
    /// </summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>For machines: no white space, Cyrillic as it is.</summary>
    public static JsonSerializerOptions Compact { get; } = Options(indented: false);

    /// <summary>For people: indented, Cyrillic as it is.</summary>
    public static JsonSerializerOptions Indented { get; } = Options(indented: true);

    /// <summary>The document as compact UTF-8.</summary>
    public static byte[] Write(ProjectConfiguration document) => JsonSerializer.SerializeToUtf8Bytes(document, Compact);

    /// <summary>
    /// Reads what <see cref="Write"/> wrote; a property that is absent keeps its default. Throws <see cref="JsonException"/>.
    /// </summary>
    public static ProjectConfiguration Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<ProjectConfiguration>(utf8, Compact) ?? throw new JsonException("The document is null.");

    private static JsonSerializerOptions Options(bool indented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            WriteIndented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly();
        return options;
    }
}
