using System.Text.Json.Nodes;

namespace CallCenter.Tests.Shared;

/// <summary>Compares what is in two pieces of JSON.</summary>
public static class JsonDifference
{
    /// <summary>
    /// Where a value is not what it was; null where everything is. Properties that the expectation does not know came later and are
    /// passed over.
    /// </summary>
    public static string? Of(JsonNode? expected, JsonNode? actual, string path = "$") => (expected, actual) switch
    {
        (JsonObject wanted, JsonObject found) => wanted
            .Select(property => Of(property.Value, found[property.Key], $"{path}.{property.Key}"))
            .FirstOrDefault(difference => difference is not null),
        (JsonArray wanted, JsonArray found) when wanted.Count == found.Count => wanted
            .Select((item, at) => Of(item, found[at], $"{path}[{at}]"))
            .FirstOrDefault(difference => difference is not null),
        _ => JsonNode.DeepEquals(expected, actual)
            ? null
            : $"{path} is {actual?.ToJsonString() ?? "null"}, and was {expected?.ToJsonString() ?? "null"}",
    };
}
