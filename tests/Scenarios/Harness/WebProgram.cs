using System.Reflection;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>The product's program, run to its end: a command, or a start that is expected to be refused.</summary>
internal static class WebProgram
{
    public static string File { get; } = typeof(WebProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "WebProgram").Value!;

    public static async Task<EndedProgram> Run(
        string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = new ChildProcess("dotnet", [File, .. arguments], folder, environment);
        return new EndedProgram(await process.End(TimeSpan.FromSeconds(60)), process.Output, process.Errors);
    }
}

/// <param name="Output">All that it wrote.</param>
/// <param name="Errors">What it wrote to its error stream.</param>
internal sealed record EndedProgram(int ExitCode, string Output, string Errors);
