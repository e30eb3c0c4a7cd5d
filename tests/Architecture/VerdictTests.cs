using System.Diagnostics;

namespace CallCenter.Architecture.Tests;

/// <summary>What <c>./test</c> makes of its counts.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("12 0 0", "", 0)]
    [InlineData("12 0 3", "", 0)]
    [InlineData("12 1 0", "", 1)]
    [InlineData("12 0 0", "true", 0)]
    [InlineData("12 0 3", "true", 1)]
    [InlineData("12 1 0", "true", 1)]
    public void A_skip_fails_where_nothing_may_be_skipped_and_the_last_line_counts_it(string counts, string ci, int code)
    {
        var script = new ProcessStartInfo("bash", ["-c", $". .ci/verdict.sh; verdict {counts}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
            Environment = { ["CI"] = ci },
        };
        using var bash = Process.Start(script)!;
        var said = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();

        Assert.Equal(code, bash.ExitCode);
        var numbers = counts.Split(' ');
        Assert.Equal($"{numbers[0]} passed, {numbers[1]} failed, {numbers[2]} skipped", said.TrimEnd().Split('\n')[^1]);
        Assert.Equal(numbers[2] != "0", said.Contains("[SKIP]", StringComparison.Ordinal));
    }

    [Fact]
    public void The_check_of_submissions_lets_nothing_be_skipped() =>
        Assert.Contains("CI=true exec ./test", Repository.Read(".ci/run"), StringComparison.Ordinal);
}
