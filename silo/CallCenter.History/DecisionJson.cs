using System.Text.Json;
using System.Text.Json.Serialization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Routing;

namespace CallCenter.History;

/// <summary>Reads a decision from <c>jsonb</c>: camelCase, enums as words, ids as plain words, absent where null.</summary>
internal static class DecisionJson
{
    public static Decision Read(string json) =>
        JsonSerializer.Deserialize(json, DecisionJsonContext.Default.Decision) ?? throw new JsonException("A stored decision is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(CamelCaseWords<DecisionKind>), typeof(CamelCaseWords<ExclusionReason>), typeof(EmployeeKeys), typeof(DepartmentKeys)])]
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
