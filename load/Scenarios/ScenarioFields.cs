using System.Globalization;
using System.Text.Json;
using CallCenter.Load.Chance;

namespace CallCenter.Load.Scenarios;

/// <summary>
/// The properties of one JSON object of a scenario file, read by name. A wrong value throws at once; a property that nobody asked for is
/// found by <see cref="Done"/>.
/// </summary>
/// <param name="source">File name, or name of the built-in scenario.</param>
/// <param name="path">Where in the file, with a dot at the end; empty at the top.</param>
internal sealed class ScenarioFields(JsonElement element, string source, string path)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string Text(string name, string otherwise) =>
        Read(name, otherwise, "a text", value => value.ValueKind == JsonValueKind.String ? value.GetString() : null);

    public double Number(string name, double otherwise, double least, double most) =>
        Read(name, otherwise, Bounds("a number", least, most), value => InBounds(value, least, most));

    public double? NumberOrNone(string name, double? otherwise, double least, double most) =>
        Has(name) ? Number(name, 0, least, most) : otherwise;

    public int Count(string name, int otherwise, int least, int most) => (int)Read<double>(
        name, otherwise, Bounds("a whole number", least, most),
        value => InBounds(value, least, most) is { } number && number == Math.Floor(number) ? number : null);

    public int? CountOrNone(string name, int? otherwise, int least, int most) => Has(name) ? Count(name, 0, least, most) : otherwise;

    public double Share(string name, double otherwise) => Number(name, otherwise, 0, 1);

    public bool YesOrNo(string name, bool otherwise) => Read<bool>(
        name, otherwise, "true or false",
        value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null);

    public TimeSpan Duration(string name, TimeSpan otherwise) => Read<TimeSpan>(
        name, otherwise, TimeText.DurationForm,
        value => value.ValueKind == JsonValueKind.String && TimeText.TryDuration(value.GetString()!, out var time) ? time : null);

    public Spread Spread(string name, Spread otherwise) => Read<Spread>(
        name, otherwise, TimeText.SpreadForm,
        value => value.ValueKind == JsonValueKind.String && TimeText.TrySpread(value.GetString()!, out var spread) ? spread : null);

    /// <summary>One of the words of an enum, written with a small first letter.</summary>
    public T Word<T>(string name, T otherwise)
        where T : struct, Enum => Read<T>(name, otherwise, ScenarioWords.All<T>(), value =>
            value.ValueKind == JsonValueKind.String && ScenarioWords.TryParse<T>(value.GetString()!, out var word) ? word : null);

    public IReadOnlyList<double> Numbers(string name, double least, double most, int mostItems)
    {
        var what = $"a list of up to {mostItems} numbers, each {Bounds("", least, most).Trim()}";
        return Items(name, what, mostItems).Select(item => InBounds(item, least, most) ?? throw Wrong(name, item, what)).ToArray();
    }

    /// <summary>An object within; all of its properties are read by <paramref name="read"/>.</summary>
    public T Section<T>(string name, T otherwise, Func<ScenarioFields, T> read) => !Has(name) ? otherwise : Within(Value(name), name, read);

    public IReadOnlyList<T> Sections<T>(string name, int mostItems, Func<ScenarioFields, T> read) =>
    [
        .. Items(name, $"a list of up to {mostItems} objects", mostItems).Select((item, at) => Within(item, $"{name}[{at}]", read)),
    ];

    /// <summary>Refuses the object when this property is missing.</summary>
    public void Need(string name, string what)
    {
        if (!Has(name))
        {
            throw new ScenarioProblemException($"{source}: {path}{name} is missing; it has to be {what}.");
        }
    }

    /// <summary>Refuses what is there and means nothing.</summary>
    public void Done()
    {
        foreach (var property in element.EnumerateObject().Where(property => !_known.Contains(property.Name)))
        {
            throw new ScenarioProblemException(
                $"{source}: {path}{property.Name} is unknown; there are {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
        }
    }

    private static double? InBounds(JsonElement value, double least, double most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most ? number : null;

    private static string Bounds(string what, double least, double most) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} from {least} to {most}");

    private T Within<T>(JsonElement value, string name, Func<ScenarioFields, T> read)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(name, value, "an object { … }");
        }

        var fields = new ScenarioFields(value, source, $"{path}{name}.");
        var result = read(fields);
        fields.Done();
        return result;
    }

    private IReadOnlyList<JsonElement> Items(string name, string what, int most)
    {
        if (!Has(name))
        {
            return [];
        }

        var value = Value(name);
        return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= most
            ? [.. value.EnumerateArray()]
            : throw Wrong(name, value, what);
    }

    private T Read<T>(string name, T otherwise, string what, Func<JsonElement, T?> read)
        where T : struct => Has(name) ? read(Value(name)) ?? throw Wrong(name, Value(name), what) : otherwise;

    private string Read(string name, string otherwise, string what, Func<JsonElement, string?> read) =>
        Has(name) ? read(Value(name)) ?? throw Wrong(name, Value(name), what) : otherwise;

    private bool Has(string name)
    {
        _known.Add(name);
        return element.TryGetProperty(name, out _);
    }

    private JsonElement Value(string name) => element.GetProperty(name);

    private ScenarioProblemException Wrong(string name, JsonElement value, string what) =>
        new($"{source}: {path}{name} has to be {what}, not {value.GetRawText()}.");
}
