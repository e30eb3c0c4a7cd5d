using System.CommandLine;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using CallCenter.Load.Results.Reports;
using CallCenter.Load.Scenarios;
using CallCenter.Load.Server;

namespace CallCenter.Load.Runs;

/// <summary>The program without a command's name: a load run.</summary>
internal static class LoadCommand
{
    /// <summary>Gives the root command its options and its action.</summary>
    public static void AddTo(RootCommand root)
    {
        var scenario = new ScenarioOptions();
        var target = new TargetOptions();
        var seed = LoadOptions.Seed();
        var json = new Option<FileInfo?>("--json") { HelpName = "FILE", Description = "Write the result there as JSON." };
        var html = new Option<FileInfo?>("--html") { HelpName = "FILE", Description = "Draw the result there as a page." };
        foreach (var option in (IEnumerable<Option>)[.. scenario.All, .. target.All, seed, json, html])
        {
            root.Add(option);
        }

        root.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            try
            {
                var plan = new RunPlan(
                    scenario.Read(parsed), parsed.GetValue(seed) ?? Random.Shared.Next(), target.Read(parsed, LoadOptions.ApiKeyVariable),
                    target.WebProgram(parsed), target.TrunkPort(parsed))
                {
                    JsonFile = parsed.GetValue(json)?.FullName,
                    HtmlFile = parsed.GetValue(html)?.FullName,
                };
                if ((plan.Problem() ?? Unwritable(plan.JsonFile) ?? Unwritable(plan.HtmlFile)) is { } problem)
                {
                    throw new ScenarioProblemException(problem);
                }

                return Run(plan, streams.Output, streams.Error);
            }
            catch (ScenarioProblemException problem)
            {
                streams.Error.WriteLine(problem.Message);
                return LoadCommandLine.WrongUsage;
            }
        });
    }

    /// <summary>Found out before the run: its result would be lost.</summary>
    private static string? Unwritable(string? file)
    {
        try
        {
            using var stream = file is null ? null : new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"Cannot write {file}: {problem.Message}";
        }
    }

    private static int Run(RunPlan plan, TextWriter output, TextWriter error)
    {
        using var interrupts = new RunInterrupts();
        try
        {
            if (plan.Target is null)
            {
                output.WriteLine("Starting a server …");
            }

            return RunAtSite(plan, interrupts, output, error).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Ended before the first call.");
        }
        catch (SocketException problem)
        {
            error.WriteLine($"Cannot open a port of the phones or the trunk: {problem.Message}. --trunk-port takes another port.");
        }
        catch (Exception problem) when (problem is ServerStartException or HttpRequestException or WebSocketException or TimeoutException)
        {
            error.WriteLine(problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            error.WriteLine($"Cannot read or write a file: {problem.Message}");
        }

        return LoadCommandLine.Failed;
    }

    private static async Task<int> RunAtSite(RunPlan plan, RunInterrupts interrupts, TextWriter output, TextWriter error)
    {
        await using var site = await RunSite.Open(plan, interrupts.First).ConfigureAwait(false);
        if (site.Trunk(plan.TrunkPort) is not { } trunk)
        {
            error.WriteLine("The document needs numbers that clients can call and a trunk whose host is an IPv4 address with port.");
            return LoadCommandLine.WrongUsage;
        }

        using var run = new LoadRun(plan, site, trunk, interrupts, output);
        var result = run.Run();
        if (result is null)
        {
            error.WriteLine(string.Join(Environment.NewLine, ["No call was made.", .. run.Notes]));
            return LoadCommandLine.Failed;
        }

        RunReports.Write(result, output, plan.JsonFile, plan.HtmlFile);
        return result.IsClean ? LoadCommandLine.Success : LoadCommandLine.Failed;
    }
}
