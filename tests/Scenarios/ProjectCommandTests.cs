using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;

namespace CallCenter.Scenarios.Tests;

/// <summary>Projects made and ended from the command line, beside a server that runs.</summary>
public sealed class ProjectCommandTests : IDisposable
{
    private readonly CallCenterServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_running_server_takes_over_what_the_command_says_and_keeps_it_over_a_restart()
    {
        await _server.Start(withHistory: false);

        var made = await _server.Command("project", "add", "shop");
        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        await Eventually.Holds(async () => (await _server.Projects()).Contains("\"name\":\"shop\"", StringComparison.Ordinal));
        await _server.Command("project", "suspend", "shop");
        await Eventually.Holds(async () => (await _server.Projects()).Contains("\"standing\":\"suspended\"", StringComparison.Ordinal));

        await _server.Kill();
        await _server.Start(withHistory: false);
        Assert.Contains("\"standing\":\"suspended\"", await _server.Projects(), StringComparison.Ordinal);
        await _server.Command("project", "remove", "shop");
        await Eventually.Holds(async () => !(await _server.Projects()).Contains("shop", StringComparison.Ordinal));
        Assert.Equal("main  active\nshop  removed\n", (await _server.Command("project", "list")).Output);
    }

    [Theory]
    [InlineData("\"Shop\" is no name for a project", "add", "Shop")]
    [InlineData("There is, or was, a project main.", "add", "main")]
    [InlineData("There is no project shop.", "suspend", "shop")]
    [InlineData("Suspend it first", "remove", "main")]
    public async Task What_cannot_be_is_one_sentence_and_exit_code_1(string told, string act, string name)
    {
        var ended = await _server.Command("project", act, name);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(told, Assert.Single(ended.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
