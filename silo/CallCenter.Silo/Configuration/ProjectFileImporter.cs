using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallCenter.Silo.Configuration;

/// <summary>
/// Imports the document that was named at the start (<c>--project FILE</c>). The file is then the truth: it replaces what was published,
/// but a file that has not changed makes no new version.
/// </summary>
public sealed class ProjectFileImporter(Configurations configurations, ILogger<ProjectFileImporter>? log = null)
{
    private readonly ILogger _log = log ?? NullLogger<ProjectFileImporter>.Instance;

    /// <summary>
    /// Looks at the file alone, before anything is opened for it. Throws <see cref="ProjectFileException"/> with every error.
    /// </summary>
    public async ValueTask Check(ProjectId project, string file, CancellationToken cancellation = default)
    {
        var found = await configurations.Validate(project, await Read(file, cancellation), cancellation);
        if (found.Any(static error => !error.IsWarning)) throw new ProjectFileException(file, found);
    }

    /// <summary>The published version. Throws <see cref="ProjectFileException"/> with every error, one per line of its message.</summary>
    public async ValueTask<int> Import(ProjectId project, string file, CancellationToken cancellation = default)
    {
        var json = await Read(file, cancellation);
        var author = new AuditActor(ActorKind.Program, $"file {Path.GetFileName(file)}", null, null, null);
        var result = await configurations.Import(project, json, basedOn: null, author, evenUnchanged: false, cancellation);
        if (result.Version is not { } version) throw new ProjectFileException(file, result.Errors);
        foreach (var warning in result.Errors)
        {
            Projects.ProjectLog.Warned(_log, file, warning.Path, warning.Problem, warning.Remedy);
        }

        return version;
    }

    private static async ValueTask<byte[]> Read(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ProjectFileException(file,
                [new ConfigurationError("", $"the file cannot be read ({unreadable.Message})", "name a file that exists and may be read")]);
        }
    }
}
