using System.Runtime.CompilerServices;

namespace CallCenter.Architecture.Tests;

/// <summary>The checkout that these tests were compiled in: the rules look at its files as well as at the built assemblies.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "artifacts", "data", ".git", "lib", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files of ours below a folder, as paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start) ? Walk(start).Where(file => endings.Any(file.EndsWith)) : [];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(inner => !NotOurs.Contains(Path.GetFileName(inner))))
        {
            foreach (var file in Walk(inner))
                yield return file;
        }
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "CallCenter.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("CallCenter.sln is not above the tests.");
        return folder;
    }
}
