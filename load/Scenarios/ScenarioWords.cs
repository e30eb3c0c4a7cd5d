namespace CallCenter.Load.Scenarios;

/// <summary>Enums as words of a file or command line: the name with a small first letter.</summary>
internal static class ScenarioWords
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>All words, for messages.</summary>
    public static string All<T>()
        where T : struct, Enum => $"one of {string.Join(", ", Enum.GetValues<T>().Select(Of))}";

    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (Of(candidate) == text)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }
}
