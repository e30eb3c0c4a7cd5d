using System.Text.RegularExpressions;

namespace CallCenter.Architecture.Tests;

/// <summary>What the READMEs point at exists.</summary>
public partial class ReadmeTests
{
    private static readonly string[] TopFolders = ["abstractions", "grains", "silo", "web", "load", "tests"];

    private static readonly Lazy<HashSet<string>> FileNames = new(() =>
        [.. Repository.Files(".", "").SelectMany(file => new[] { Path.GetFileName(file), Path.GetFileNameWithoutExtension(file) })]);

    private static readonly Lazy<string> AllCode = new(() =>
        string.Concat(TopFolders.SelectMany(folder => Repository.Files(folder, ".cs", ".razor")).Select(Repository.Read)));

    public static TheoryData<string> Readmes => [.. Repository.Files(".", "README.md")];

    [Fact]
    public void Every_top_folder_has_a_readme() =>
        Assert.Empty(TopFolders.Where(folder => !File.Exists(Path.Combine(Repository.Root, folder, "README.md"))));

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Paths_in_backticks_exist(string readme)
    {
        var folder = Path.GetDirectoryName(readme)!;
        var missing = Backticked().Matches(WithoutCodeBlocks(readme)).Select(match => match.Groups[1].Value)
            .Where(word => Path_().IsMatch(word))
            .Where(word => !Exists(word.TrimEnd('/')) && !Exists(Path.Combine(folder, word.TrimEnd('/'))));
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Type_names_in_backticks_exist(string readme)
    {
        var missing = Backticked().Matches(WithoutCodeBlocks(readme)).Select(match => match.Groups[1].Value)
            .Where(word => TypeName().IsMatch(word))
            .Where(word => !FileNames.Value.Contains(word) && !Regex.IsMatch(AllCode.Value, $@"\b{word}\b"));
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Links_and_pictures_lead_to_files(string readme)
    {
        var folder = Path.GetDirectoryName(readme)!;
        var missing = Link().Matches(WithoutCodeBlocks(readme)).Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Exists(Path.Combine(folder, target)));
        Assert.Empty(missing);
    }

    private static string WithoutCodeBlocks(string readme) => CodeBlock().Replace(Repository.Read(readme), "");

    private static bool Exists(string path)
    {
        var full = Path.Combine(Repository.Root, path);
        if (!path.Contains('*', StringComparison.Ordinal)) return File.Exists(full) || Directory.Exists(full);
        var folder = Path.GetDirectoryName(full)!;
        return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder, Path.GetFileName(full)).Any();
    }

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Backticked();

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex Link();

    // A path into the repository: begins with a top folder, or is a file name with an ending of ours and a slash before it.
    [GeneratedRegex(@"^(abstractions|grains|silo|web|load|tests|\.ci)/[\w./*-]*$|^[A-Z]\w*/[\w./*-]*\.(cs|razor|sql|md|json|css|js)$")]
    private static partial Regex Path_();

    // PascalCase of at least two humps without dots or spaces: a type of ours.
    [GeneratedRegex(@"^[A-Z][a-z0-9]+([A-Z][a-z0-9]+)+$")]
    private static partial Regex TypeName();
}
