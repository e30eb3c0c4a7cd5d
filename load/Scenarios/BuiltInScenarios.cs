using System.Reflection;

namespace CallCenter.Load.Scenarios;

/// <summary>The scenarios that come with the program: the files of <c>BuiltIn/</c>.</summary>
internal static class BuiltInScenarios
{
    private const string Prefix = "CallCenter.Load.Scenarios.BuiltIn.";
    private const string Suffix = ".json";

    /// <summary>Their names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The content of one; null when there is none of this name.</summary>
    public static byte[]? Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name + Suffix);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
