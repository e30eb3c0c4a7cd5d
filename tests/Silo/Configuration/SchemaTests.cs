using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Silo.Tests.Configuration;

/// <summary>The schema beside the records says the same as they do.</summary>
public class SchemaTests
{
    private static readonly JsonElement Schema = ReadSchema();
    // Writes samples whose required parts are still empty.
    private static readonly JsonSerializerOptions Lenient = new(ConfigurationJson.Compact) { RespectNullableAnnotations = false };

    public static TheoryData<string> Records => [.. Types().Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_property_is_in_both(string record)
    {
        var type = Types().Single(one => one.Name == record);
        var schema = Definition(type);
        var properties = Info(type).Properties.Select(property => property.Name);
        var described = schema.GetProperty("properties").EnumerateObject().Select(property => property.Name)
            .Where(name => name != "$schema");
        Assert.Equal(properties.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_property_has_a_description_and_the_records_type(string record)
    {
        var type = Types().Single(one => one.Name == record);
        foreach (var property in Info(type).Properties)
        {
            var described = Definition(type).GetProperty("properties").GetProperty(property.Name);
            var target = Follow(described);
            Assert.True(IsDescribed(described) || IsDescribed(target), $"{record}.{property.Name}");
            Assert.True(Fits(target, property.PropertyType), $"{record}.{property.Name}: {target}");
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Defaults_of_the_schema_are_the_records_defaults(string record)
    {
        var type = Types().Single(one => one.Name == record);
        var required = Info(type).Properties.Where(property => property.IsRequired).ToDictionary(property => property.Name, _ => "");
        var minimal = JsonSerializer.Deserialize(JsonSerializer.Serialize(required), type, ConfigurationJson.Compact);
        var sample = JsonSerializer.SerializeToElement(minimal, type, Lenient);
        foreach (var property in Definition(type).GetProperty("properties").EnumerateObject())
        {
            if (property.Value.TryGetProperty("default", out var @default))
                Assert.True(JsonElement.DeepEquals(@default, sample.GetProperty(property.Name)), $"{record}.{property.Name}");
        }
    }

    /// <summary>The records that a document is made of.</summary>
    private static HashSet<Type> Types()
    {
        var (found, open) = (new HashSet<Type>(), new Queue<Type>([typeof(ProjectConfiguration)]));
        while (open.TryDequeue(out var type))
        {
            var info = Info(type);
            if (info.ElementType is { } element) open.Enqueue(element);
            if (info.Kind != JsonTypeInfoKind.Object || !found.Add(type)) continue;
            foreach (var property in info.Properties) open.Enqueue(property.PropertyType);
        }

        return found;
    }

    private static bool IsDescribed(JsonElement schema) => schema.TryGetProperty("description", out _);

    private static JsonTypeInfo Info(Type type) => ConfigurationJson.Compact.GetTypeInfo(type);

    private static JsonElement Definition(Type type)
    {
        if (type == typeof(ProjectConfiguration)) return Schema;
        var name = JsonNamingPolicy.CamelCase.ConvertName(type.Name.Replace("Configuration", "", StringComparison.Ordinal));
        return Schema.GetProperty("$defs").GetProperty(name);
    }

    private static JsonElement Follow(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference)
            ? Schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..])
        : schema.TryGetProperty("anyOf", out var choices) ? Follow(choices[0])
        : schema;

    private static bool Fits(JsonElement schema, Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner.IsEnum)
        {
            var words = schema.GetProperty("enum").EnumerateArray()
                .Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString());
            return words.SequenceEqual(Enum.GetNames(inner).Select(JsonNamingPolicy.CamelCase.ConvertName));
        }

        var named = schema.GetProperty("type");
        var word = named.ValueKind == JsonValueKind.Array ? named[0].GetString() : named.GetString();
        return word == (inner == typeof(string) ? "string" : inner == typeof(int) ? "integer" : inner == typeof(bool) ? "boolean"
            : Info(inner).Kind == JsonTypeInfoKind.Enumerable ? "array" : "object");
    }

    private static JsonElement ReadSchema() => JsonDocument.Parse(ConfigurationSchema.Json).RootElement;
}
