using System.Text.RegularExpressions;

namespace CallCenter.Architecture.Tests;

/// <summary>A name means one thing in the house: who reads it in one project must not think of another's type.</summary>
public partial class NameTests
{
    private static readonly string[] Product = ["abstractions", "grains", "silo", "web", "load"];

    // Each project has its own entry point and its own assembly-wide files.
    private static readonly string[] MayStandTwice = ["Program", "_Imports"];

    [Fact]
    public void No_two_types_of_the_product_have_the_same_name_or_differ_by_case_only() =>
        Assert.Empty(Repeated(Product.SelectMany(folder => Repository.Files(folder, ".cs", ".razor"))
            .Select(file => (file, Repository.Read(file)))));

    [Fact]
    public void A_name_that_stands_twice_is_found_in_whatever_spelling_and_kind()
    {
        var found = Repeated(
        [
            ("silo/A/SipEndPoint.cs", "namespace A;\n\npublic readonly record struct SipEndPoint(int Port);\n"),
            ("silo/B/SipEndpoint.cs", "namespace B;\n\n[Obsolete]\ninternal sealed partial class SipEndpoint<T>\n{\n    enum Inner;\n}\n"),
            ("silo/B/SipEndpoint.Parts.cs", "namespace B;\n\ninternal sealed partial class SipEndpoint<T>;\n"),
            ("web/C/LegTable.razor", "<p>class Inner</p>\n"),
            ("silo/B/LegTable.cs", "namespace B;\n\ndelegate void LegTable(int leg);\n\nenum Inner { A }\n"),
            ("load/D/Alone.cs", "namespace D;\n\nfile interface Alone;\n"),
        ]);
        Assert.Equal(
            [
                "SipEndPoint (silo/A), SipEndpoint (silo/B)",
                "LegTable (web/C), LegTable (silo/B)",
            ],
            found);
    }

    private static IEnumerable<string> Repeated(IEnumerable<(string File, string Text)> sources) =>
        sources.SelectMany(source => Names(source.File, source.Text)
                .Select(name => (Name: name, Folder: Path.GetDirectoryName(source.File)!.Replace('\\', '/'))))
            .Distinct()
            .Where(type => !MayStandTwice.Contains(type.Name))
            .GroupBy(type => type.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(", ", group.Select(type => $"{type.Name} ({type.Folder})")));

    // A namespace is its folder, so a type is told by its name and folder: parts and generic versions of one are one.
    private static IEnumerable<string> Names(string file, string text) => file.EndsWith(".razor", StringComparison.Ordinal)
        ? [Path.GetFileNameWithoutExtension(file)]
        : TopLevelType().Matches(text).Select(match => match.Groups[1].Value);

    // Namespaces are file-scoped, so what stands at the beginning of a line is no inner type.
    [GeneratedRegex(
        @"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*" +
        @"(?:class|record(?: struct| class)?|struct|interface|enum|delegate [\w.<>\[\]?]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
