using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallCenter.Web.Api;

/// <summary>How answers are written as JSON: camelCase, enums as camelCase words, times as ISO 8601 UTC with milliseconds.</summary>
public static class ApiJson
{
    public static void Apply(JsonSerializerOptions options)
    {
        // A body that says something twice is read one way here and another way by whoever looked at it before.
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new UtcMillisecondsConverter());
        // Names are Cyrillic and numbers begin with a plus: escapes would triple their size. The answers are never embedded in HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
