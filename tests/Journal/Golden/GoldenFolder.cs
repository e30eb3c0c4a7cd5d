using System.Globalization;
using System.Runtime.CompilerServices;

namespace CallCenter.Journal.Tests.Golden;

/// <summary>
/// The frozen samples: a folder per version, in the source and not beside the program, so that a new one lands where it belongs.
/// </summary>
internal static class GoldenFolder
{
    private const string Prefix = "Version";

    public static string Root { get; } = Here();

    public static IReadOnlyList<int> Versions { get; } =
        [.. Directory.GetDirectories(Root, Prefix + "*").Select(path => Number(Path.GetFileName(path))).Order()];

    public static int Newest => Versions.Count == 0 ? 0 : Versions[^1];

    public static string Of(int version) => Path.Combine(Root, Prefix + version.ToString(CultureInfo.InvariantCulture));

    /// <summary>Every file of a version with its bytes.</summary>
    public static SortedDictionary<string, byte[]> Files(int version)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in version == 0 ? [] : Directory.GetFiles(Of(version), "*", SearchOption.AllDirectories))
        {
            files.Add(Path.GetRelativePath(Of(version), path).Replace('\\', '/'), File.ReadAllBytes(path));
        }
        return files;
    }

    public static void Write(int version, IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var (name, bytes) in files)
        {
            var path = Path.Combine(Of(version), name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }

    private static int Number(string folder) => int.Parse(folder.AsSpan(Prefix.Length), CultureInfo.InvariantCulture);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
