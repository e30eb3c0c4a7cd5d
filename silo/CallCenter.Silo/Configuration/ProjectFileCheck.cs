using CallCenter.Abstractions;
using Microsoft.Extensions.Hosting;

namespace CallCenter.Silo.Configuration;

/// <summary>
/// Started before everything else: a project file that cannot be applied is all that is said of such a start, and no port is taken, no
/// database made and nothing recovered for it.
/// </summary>
internal sealed class ProjectFileCheck(ProjectFileImporter importer, SiloOptions options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.ProjectFile is { } file)
        {
            await importer.Check(new ProjectId(options.ProjectId), file, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
