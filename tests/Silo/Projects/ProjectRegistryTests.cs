using CallCenter.Abstractions;
using CallCenter.Abstractions.Projects;
using CallCenter.Silo.Projects;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Projects;

public sealed class ProjectRegistryTests : IDisposable
{
    private static readonly ProjectId Main = new("main");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_folder_has_one_project()
    {
        Assert.Equal([new RegisteredProject(Main, default, ProjectStanding.Active)], Open().Present);
    }

    [Fact]
    public void A_number_is_never_given_again()
    {
        var registry = Open();
        Assert.Null(registry.Add("shop"));
        Assert.Null(registry.Set(new ProjectId("shop"), ProjectStanding.Suspended));
        Assert.Null(registry.Set(new ProjectId("shop"), ProjectStanding.Removed));
        Assert.Null(registry.Add("bank"));

        Assert.Equal(new ProjectNumber(2), Open().Present.Single(project => project.Id.Value == "bank").Number);
        Assert.Equal(ProjectRefusal.Exists, Open().Add("shop"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Shop")]
    [InlineData("1shop")]
    [InlineData("shop/1")]
    [InlineData("крамниця")]
    [InlineData("a23456789012345678901234567890123456789012")]
    public void What_is_no_name_is_refused(string name) => Assert.Equal(ProjectRefusal.NotAName, Open().Add(name));

    [Fact]
    public void What_another_process_changed_is_read_once()
    {
        var registry = Open();
        Open().Add("shop");

        Assert.Equal(2, registry.ReadChanged()!.Count);
        Assert.Null(registry.ReadChanged());
    }

    [Fact]
    public void Changes_of_several_processes_wait_for_one_another()
    {
        Parallel.For(0, 8, number => Assert.Null(Open().Add($"p{number}")));

        Assert.Equal(Enumerable.Range(0, 9), Open().All.Select(project => (int)project.Number.Value));
    }

    [Fact]
    public void A_damaged_list_refuses_the_start_with_what_helps()
    {
        Open();
        File.WriteAllText(Path.Combine(_folder.Path, "projects.json"), "{ no");

        Assert.Contains("projects.json", Assert.Throws<RegistryDamagedException>(() => Open()).Message, StringComparison.Ordinal);
    }

    private ProjectRegistry Open() => ProjectRegistry.Open(_folder.Path, Main);
}
