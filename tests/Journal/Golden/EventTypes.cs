using CallCenter.Abstractions;

namespace CallCenter.Journal.Tests.Golden;

/// <summary>All events there are, and the enums in them.</summary>
internal static class EventTypes
{
    public static SortedDictionary<string, Type> ByName { get; } = new(
        typeof(ProjectEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ProjectEvent)) && !type.IsAbstract)
            .ToDictionary(type => type.Name),
        StringComparer.Ordinal);

    /// <summary>Every enum whose number is in the bytes: name, members and numbers. The document has words instead of numbers.</summary>
    public static SortedDictionary<string, SortedDictionary<string, long>> Enums()
    {
        var found = new SortedDictionary<string, SortedDictionary<string, long>>(StringComparer.Ordinal);
        var seen = new HashSet<Type> { typeof(Abstractions.Configuration.ProjectConfiguration) };
        var ahead = new Queue<Type>(ByName.Values);
        while (ahead.TryDequeue(out var type))
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type.IsEnum)
            {
                found[type.Name] = Numbers(type);
            }
            else if (type.IsGenericType || type.Assembly == typeof(ProjectEvent).Assembly)
            {
                foreach (var inner in type.GenericTypeArguments.Concat(type.GetProperties().Select(property => property.PropertyType)))
                {
                    if (seen.Add(inner)) ahead.Enqueue(inner);
                }
            }
        }
        return found;
    }

    private static SortedDictionary<string, long> Numbers(Type type) => new(
        Enum.GetNames(type).ToDictionary(
            name => name, name => Convert.ToInt64(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)),
        StringComparer.Ordinal);
}
