using System.Text.RegularExpressions;

namespace CallCenter.Architecture.Tests;

/// <summary>What is pinned is used.</summary>
public partial class PackageTests
{
    [Fact]
    public void Every_pinned_package_is_referenced_by_a_project()
    {
        var referenced = Repository.Files(".", ".csproj", "Directory.Build.props")
            .SelectMany(file => Reference().Matches(Repository.Read(file))).Select(match => match.Groups[1].Value).ToHashSet();
        var pinned = Pin().Matches(Repository.Read("Directory.Packages.props")).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(pinned);
        Assert.Empty(pinned.Except(referenced));
    }

    [GeneratedRegex("""<PackageReference Include="([^"]+)""")]
    private static partial Regex Reference();

    [GeneratedRegex("""<PackageVersion Include="([^"]+)""")]
    private static partial Regex Pin();
}
