using System.Text.RegularExpressions;

namespace CallCenter.Architecture.Tests;

/// <summary>The limits of the house style that a machine can see.</summary>
public partial class ShapeTests
{
    private static readonly string[] Product = ["abstractions", "grains", "silo", "web", "load"];
    private static readonly string[] All = [.. Product, "tests"];

    // The edges where everything is caught on purpose: transport loop, mailbox, feed, shipper, the way into a cluster, the program itself.
    private static readonly string[] CatchAllEdges =
    [
        "silo/CallCenter.Silo/Loop/", "silo/CallCenter.Silo/Signaling/", "silo/CallCenter.History/", "web/Live/", "web/Hubs/",
        "grains/CallCenter.Grains/ProjectGrain.cs", "silo/CallCenter.Silo/Cluster/SharedCluster.cs",
    ];

    [Fact]
    public void No_file_is_longer_than_500_lines() =>
        Assert.Empty(Code(All).Where(file => Lines(file).Length > 500));

    [Fact]
    public void No_line_is_longer_than_140_characters() =>
        Assert.Empty(Code(All).SelectMany(file => Lines(file).Select((line, at) => (line, place: $"{file}:{at + 1}")))
            .Where(found => found.line.Length > 140).Select(found => found.place));

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var offenders = Product.SelectMany(folder => Repository.Files(folder, ".cs"))
            .Select(file => (file, declared: Namespace().Match(Repository.Read(file)).Groups[1].Value))
            .Where(found => found.declared.Length > 0 && found.declared != ExpectedNamespace(found.file))
            .Select(found => $"{found.file}: {found.declared}");
        Assert.Empty(offenders);
    }

    [Fact]
    public void A_test_waits_for_a_condition_and_never_for_a_duration() =>
        Assert.Empty(Code(["tests"]).Where(file => Sleep().IsMatch(Repository.Read(file))));

    [Fact]
    public void Everything_is_caught_only_at_the_edges()
    {
        var offenders = Code(Product)
            .Where(file => !CatchAllEdges.Any(file.StartsWith))
            .Where(file => CatchAll().IsMatch(Repository.Read(file)));
        Assert.Empty(offenders);
    }

    // The machine's tzdata and zone decide nothing: days are NodaTime's, so that replays and other machines agree on them.
    [Fact]
    public void Days_are_computed_without_the_machines_time_zones() =>
        Assert.Empty(Code(All).Where(file => MachineZone().IsMatch(Repository.Read(file))));

    [Theory]
    [InlineData("var zone = TimeZone" + "Info.FindSystemTimeZoneById(id);", true)]
    [InlineData("return at.ToLocal" + "Time();", true)]
    [InlineData("var today = DateTime." + "Now.Date;", true)]
    [InlineData("var now = time.GetLocal" + "Now();", true)]
    [InlineData("var zone = DateTimeZoneProviders." + "Bcl[id];", true)]
    [InlineData("var now = time.GetUtcNow();", false)]
    [InlineData("var zone = DateTimeZoneProviders.Tzdb[id];", false)]
    public void A_machines_time_zone_is_found(string code, bool found) => Assert.Equal(found, MachineZone().IsMatch(code));

    [Fact]
    public void Nothing_is_left_for_later_in_the_code() =>
        Assert.Empty(Code(All).Where(file => Unfinished().IsMatch(Repository.Read(file))));

    [Fact]
    public void Type_names_say_what_a_thing_is()
    {
        var offenders = Code(Product).Where(file => VagueName().IsMatch(Path.GetFileName(file)));
        Assert.Empty(offenders);
    }

    private static IEnumerable<string> Code(IEnumerable<string> folders) =>
        folders.SelectMany(folder => Repository.Files(folder, ".cs", ".razor"));

    private static string[] Lines(string file) => Repository.Read(file).TrimEnd('\n').Split('\n');

    private static string ExpectedNamespace(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var project = folder;
        while (Directory.GetFiles(Path.Combine(Repository.Root, project), "*.csproj").Length == 0)
            project = Path.GetDirectoryName(project)!;
        var name = Path.GetFileNameWithoutExtension(Directory.GetFiles(Path.Combine(Repository.Root, project), "*.csproj")[0]);
        return (name + folder[project.Length..].Replace('/', '.')).TrimEnd('.');
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"Thread\s*\.\s*Sleep\s*\(|Task\s*\.\s*Delay\s*\(")]
    private static partial Regex Sleep();

    // A block that undoes something and throws on catches nothing.
    [GeneratedRegex(@"catch\s*(\(\s*Exception\b[^)]*\)\s*)?\{(?![^}]*\bthrow;)")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|NotImplemented" + @"Exception)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<!""System\.)\bTimeZone" + @"Info\b|\.ToLocal" + @"Time\(|\bDateTime(?:Offset)?\.Now\b|\.GetLocal" +
        @"Now\(|\bDateTimeZoneProviders\." + @"Bcl\b")]
    private static partial Regex MachineZone();

    [GeneratedRegex(@"(Manager|Helper|Helpers|Utils|Util)\.(cs|razor)$")]
    private static partial Regex VagueName();
}
