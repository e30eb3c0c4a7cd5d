using System.CommandLine;
using System.Text.Json;
using CallCenter.Load.Results;
using CallCenter.Load.Results.Reports;

namespace CallCenter.Load.Compare;

/// <summary><c>compare</c>: the difference of two runs, from the files that <c>--json</c> wrote.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var first = new Argument<FileInfo>("A.json") { Description = "The run to compare with." };
        var second = new Argument<FileInfo>("B.json") { Description = "The other run." };
        var command = new Command("compare", "Compares the figures of two runs, as --json wrote them.") { first, second };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            var (one, other) = (parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            if (Read(one, streams.Error) is not { } before || Read(other, streams.Error) is not { } after)
                return LoadCommandLine.WrongUsage;
            ComparisonText.Write(streams.Output, (one.Name, before), (other.Name, after));
            return LoadCommandLine.Success;
        });
        return command;
    }

    private static RunResult? Read(FileInfo file, TextWriter error)
    {
        try
        {
            return RunFile.Read(file.FullName);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            error.WriteLine($"Cannot read {file.Name}: {problem.Message}");
            return null;
        }
    }
}
