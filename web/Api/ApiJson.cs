using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CallCenter.Web.Api;

/// <summary>How the API writes JSON: camelCase, enums as camelCase words, times as ISO 8601 UTC with milliseconds.</summary>
public static class ApiJson
{
    /// <summary>For configuration documents, which people read: indented, without what is not set.</summary>
    public static JsonSerializerOptions Document { get; } = Build(indented: true);

    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new UtcMillisecondsConverter());
        // Names are Cyrillic: \u escapes would triple their size. The answers are never embedded in HTML.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    }

    private static JsonSerializerOptions Build(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        Apply(options);
        return options;
    }
}
