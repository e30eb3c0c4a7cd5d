using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;

namespace CallCenter.Scenarios.Tests;

/// <summary>The program's one tree of options and commands, as a person meets it.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Help_shows_the_options_and_every_command_and_each_command_has_a_help_of_its_own()
    {
        var help = await Run("--help");

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        foreach (var option in new[] { "--data <DIR>", "--http <PORT>", "--sip-tls <PORT>", "--keep-audit <DAYS>" })
        {
            Assert.Contains(option, help.Output, StringComparison.Ordinal);
        }

        var commands = help.Output[help.Output.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n')
            .Skip(1).Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]).ToList();
        Assert.Superset(new HashSet<string> { "backup", "restore", "replay" }, commands.ToHashSet());
        foreach (var command in commands)
        {
            var own = await Run(command, "--help");
            Assert.Equal((0, ""), (own.ExitCode, own.Errors));
            Assert.Contains($"CallCenter.Web {command} ", own.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("'bakcup'", "See --help.", "bakcup")]
    [InlineData("'FILE'", "See backup --help.", "backup")]
    [InlineData("'two'", "See restore --help.", "restore", "one", "two")]
    [InlineData("'--http'", "See replay --help.", "replay", "folder", "--http", "80")]
    [InlineData("--http is an option of the server", "See backup --help.", "--http", "81", "backup", "file")]
    [InlineData("There is no journal", "nowhere", "replay", "nowhere")]
    public async Task Wrong_use_is_one_sentence_and_exit_code_2(string what, string remedy, params string[] words)
    {
        var ended = await Run(words);

        Assert.Equal(2, ended.ExitCode);
        var line = Assert.Single(ended.Errors.TrimEnd().Split('\n'));
        Assert.Contains(what, line, StringComparison.Ordinal);
        Assert.Contains(remedy, line, StringComparison.Ordinal);
        Assert.Equal(ended.Errors, ended.Output);
    }

    [Fact]
    public async Task The_data_folder_may_be_named_before_a_command_or_after_it()
    {
        var (before, after) = (await Run("--data", "here", "backup", "file"), await Run("backup", "file", "--data", "here"));

        Assert.Equal(before, after);
        Assert.Contains($"{Path.Combine(_folder.Path, "here")} is no data folder", after.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("callcenter.service")]
    [InlineData("docker-compose.yml")]
    public async Task The_deployments_name_options_that_there_are(string file)
    {
        var text = await File.ReadAllTextAsync(
            Path.Combine(Path.GetDirectoryName(WebProgram.File)!, "../../../..", file), TestContext.Current.CancellationToken);
        var starts = text.Split('\n').Select(line => line.Split(' ', '"', ',', '[', ']')).Where(words => words.Contains("--data")).ToList();

        Assert.NotEmpty(starts);
        foreach (var words in starts)
        {
            var help = (await Run([.. words.Where(word => word is "silo" or "web"), "--help"])).Output;
            var options = words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).ToList();
            Assert.Contains("--bind", options);
            Assert.All(options, option => Assert.Contains($" {option} ", help, StringComparison.Ordinal));
        }
    }

    private Task<EndedProgram> Run(params string[] words) => WebProgram.Run(_folder.Path, words);
}
