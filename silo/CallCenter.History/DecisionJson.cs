using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Routing;

namespace CallCenter.History;

/// <summary>A decision as <c>jsonb</c>: camelCase, enums as words, ids as plain words, nulls left out.</summary>
internal static class DecisionJson
{
    public static DecisionJsonContext Context { get; } = new(new JsonSerializerOptions(DecisionJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static Decision Read(string json) =>
        JsonSerializer.Deserialize(json, Context.Decision) ?? throw new JsonException("A stored decision is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(CamelCaseWords<DecisionKind>), typeof(CamelCaseWords<ExclusionReason>), typeof(EmployeeKeys), typeof(DepartmentKeys),
        typeof(TextsWithoutNul)])]
[JsonSerializable(typeof(Decision))]
internal sealed partial class DecisionJsonContext : JsonSerializerContext;

/// <summary>An enum as its name in camelCase.</summary>
internal sealed class CamelCaseWords<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: true)
    where T : struct, Enum;

internal sealed class EmployeeKeys : JsonConverter<EmployeeId>
{
    public override EmployeeId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, EmployeeId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

internal sealed class DepartmentKeys : JsonConverter<DepartmentId>
{
    public override DepartmentId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, DepartmentId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

/// <summary>jsonb holds no NUL; what a stranger sends must not stop the shipping.</summary>
internal sealed class TextsWithoutNul : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Contains('\0', StringComparison.Ordinal) ? value.Replace('\0', '?') : value);
}
