using System.Text.RegularExpressions;

namespace CallCenter.Architecture.Tests;

/// <summary>Who may reference whom.</summary>
public partial class WallTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["CallCenter.Abstractions"] = [],
        ["CallCenter.Sip"] = [],
        ["CallCenter.Media"] = [],
        ["CallCenter.Engine"] = ["CallCenter.Abstractions"],
        ["CallCenter.Journal"] = ["CallCenter.Abstractions"],
        ["CallCenter.History"] = ["CallCenter.Abstractions", "CallCenter.Journal"],
        ["CallCenter.Grains"] = ["CallCenter.Abstractions"],
        ["CallCenter.Silo"] =
        [
            "CallCenter.Abstractions", "CallCenter.Engine", "CallCenter.Grains", "CallCenter.Sip", "CallCenter.Media", "CallCenter.Journal",
            "CallCenter.History",
        ],
        ["CallCenter.Web"] = ["CallCenter.Abstractions", "CallCenter.History", "CallCenter.Silo"],
        ["CallCenter.Load"] = ["CallCenter.Abstractions", "CallCenter.Sip", "CallCenter.Media"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_wall_allows(string project)
    {
        var file = Repository.Files(".", project + ".csproj").Single();
        var references = ProjectReference().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value);
        Assert.Empty(references.Except(Allowed[project]));
    }

    /// <summary>Pages, API and hubs know grains; only the program that starts silo and pages in one process knows the silo.</summary>
    [Fact]
    public void The_web_knows_nothing_of_the_silo_but_where_it_is_started()
    {
        var files = Repository.Files("web", ".cs", ".razor");
        var knowing = files.Where(file => SiloName().IsMatch(Repository.Read(file))).Select(Path.GetFileName);
        Assert.Equal(["Program.cs"], knowing);
    }

    [GeneratedRegex(
        @"CallCenter\.Silo\b|\bI(Projects|SignIns|Configurations|Drafts|Mail|ProjectRegistry|SiloHealth|ProjectPlaces|Recordings)\b")]
    private static partial Regex SiloName();

    [Theory]
    [InlineData("CallCenter.Abstractions", "Microsoft.Orleans.Core.Abstractions", "Microsoft.Orleans.CodeGenerator")]
    [InlineData("CallCenter.Engine", "NodaTime")]
    [InlineData("CallCenter.Sip")]
    [InlineData("CallCenter.Media", "NAudio.Core")]
    public void The_pure_projects_need_no_package_but_for_grains_time_zones_and_audio_files(string project, params string[] allowed)
    {
        var file = Repository.Files(".", project + ".csproj").Single();
        Assert.Empty(PackageReference().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value).Except(allowed));
    }

    [Fact]
    public void The_web_knows_the_silo_only_where_the_program_is_composed()
    {
        var offenders = Repository.Files("web", ".cs", ".razor")
            .Where(file => !file.StartsWith("web/Program", StringComparison.Ordinal))
            .Where(file => Repository.Read(file).Contains("CallCenter.Silo", StringComparison.Ordinal));
        Assert.Empty(offenders);
    }

    [Fact]
    public void Sql_is_written_in_the_history_only()
    {
        var offenders = new[] { "abstractions", "grains", "silo", "web", "load" }
            .SelectMany(folder => Repository.Files(folder, ".cs", ".razor"))
            .Where(file => !file.StartsWith("silo/CallCenter.History/", StringComparison.Ordinal))
            .Where(file => Sql().IsMatch(Repository.Read(file)));
        Assert.Empty(offenders);
    }

    [GeneratedRegex("<PackageReference Include=\"([^\"]+)\"")]
    private static partial Regex PackageReference();

    [GeneratedRegex("""<ProjectReference Include="[^"]*?([A-Za-z.]+)\.csproj""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"\b(SELECT\s+[\w*""(]+[\s\S]{0,200}?\sFROM\s|INSERT\s+INTO\s|DELETE\s+FROM\s|COPY\s+\w+\s*\()")]
    private static partial Regex Sql();
}
