using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Configuration;

namespace CallCenter.Silo.Configuration;

/// <summary>
/// Compares JSON with the shape of the document, property by property, and reports every difference: a reader stops at the first.
/// </summary>
internal sealed class DocumentShape
{
    private const int MostErrors = 1000;

    private readonly List<ConfigurationError> _errors = [];

    public IReadOnlyList<ConfigurationError> Errors => _errors;

    /// <summary>Whether the JSON can be read in spite of the errors: properties too many are passed over.</summary>
    public bool IsReadable { get; private set; } = true;

    public void Check(JsonElement root)
    {
        var type = ConfigurationJson.Compact.GetTypeInfo(typeof(ProjectConfiguration));
        if (root.ValueKind == JsonValueKind.Object) Object("$", root, type);
        else Wrong("$", root, "an object");
    }

    private void Value(string path, JsonElement value, Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (inner.IsEnum)
        {
            Word(path, value, inner);
            return;
        }

        var info = ConfigurationJson.Compact.GetTypeInfo(inner);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object: Object(path, value, info); break;
            case JsonTypeInfoKind.Object: Wrong(path, value, "an object"); break;
            case JsonTypeInfoKind.Enumerable: List(path, value, info); break;
            default: Simple(path, value, inner); break;
        }
    }

    private void Object(string path, JsonElement value, JsonTypeInfo type)
    {
        var known = type.Properties.ToDictionary(property => property.Name);
        var seen = new HashSet<string>();
        foreach (var member in value.EnumerateObject())
        {
            var place = $"{path}.{member.Name}";
            if (!seen.Add(member.Name)) Add(place, "the property is there twice", "take one of them out");
            if (known.TryGetValue(member.Name, out var property)) Property(place, member.Value, property);
            // Editors find the schema by this property.
            else if (path != "$" || member.Name != "$schema") Unknown(place, member.Name, known.Keys);
        }

        foreach (var property in type.Properties.Where(property => IsNeeded(property) && !seen.Contains(property.Name)))
            Unreadable($"{path}.{property.Name}", "the property is missing", "add it");
    }

    private void Property(string path, JsonElement value, JsonPropertyInfo property)
    {
        if (value.ValueKind != JsonValueKind.Null) Value(path, value, property.PropertyType);
        else if (!MayBeNull(property)) Unreadable(path, "null is not allowed here", "give it a value, or leave the property out");
    }

    private void List(string path, JsonElement value, JsonTypeInfo type)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(path, value, "a list");
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var place = $"{path}[{index++}]";
            if (item.ValueKind == JsonValueKind.Null) Unreadable(place, "null is not allowed here", "take the entry out");
            else Value(place, item, type.ElementType!);
        }
    }

    private void Word(string path, JsonElement value, Type words)
    {
        var known = Enum.GetNames(words).Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        if (value.ValueKind != JsonValueKind.String)
            Wrong(path, value, "a word: " + string.Join(", ", known.Select(word => $"\"{word}\"")));
        else if (!known.Contains(value.GetString()!))
            Unreadable(path, $"no such word: \"{value.GetString()}\"", NearMatch.Remedy(value.GetString()!, "word", known));
    }

    private void Simple(string path, JsonElement value, Type type)
    {
        if (type == typeof(string))
        {
            if (value.ValueKind != JsonValueKind.String) Wrong(path, value, "a text in quotes");
        }
        else if (type == typeof(bool))
        {
            if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Wrong(path, value, "true or false");
        }
        else if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out _))
        {
            Wrong(path, value, "a whole number");
        }
    }

    private static bool IsNeeded(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };

    private static bool MayBeNull(JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && (property.AssociatedParameter?.IsNullable ?? property.IsSetNullable));

    private void Unknown(string path, string name, IReadOnlyCollection<string> known) =>
        Add(path, $"no property \"{name}\"", NearMatch.Remedy(name, "property", known));

    // The value itself is not repeated: it may be a password.
    private void Wrong(string path, JsonElement value, string expected) =>
        Unreadable(path, $"{Kind(value.ValueKind)} is not expected here", $"write {expected}");

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "this number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private void Unreadable(string path, FindingText problem, FindingText remedy)
    {
        IsReadable = false;
        Add(path, problem, remedy);
    }

    private void Add(string path, FindingText problem, FindingText remedy)
    {
        if (_errors.Count < MostErrors) _errors.Add(FindingText.Error(path, problem, remedy));
    }
}
