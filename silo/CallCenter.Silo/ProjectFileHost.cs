using CallCenter.Abstractions;
using CallCenter.Silo.Configuration;
using Microsoft.Extensions.Hosting;

namespace CallCenter.Silo;

/// <summary>
/// Imports the document named at the start, once the project has been recovered. Throws <see cref="ProjectFileException"/>.
/// </summary>
internal sealed class ProjectFileHost(SiloOptions options, Configurations configurations) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.ProjectFile is not { } file) return;
        await new ProjectFileImporter(configurations).Import(new ProjectId(options.ProjectId), file, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
