using CallCenter.Silo.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CallCenter.Silo;

/// <summary>
/// Starts and stops the silo with the process. A start that fails (folder in use, port taken, journal damaged, project file wrong)
/// throws: the message says what is wrong and what helps.
/// </summary>
internal sealed class SiloHost(SiloRuntimeHolder holder, SiloOptions options, SiloParts parts, IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var runtime = new SiloRuntime(options, parts);
        holder.Set(runtime);
        try
        {
            if (options.ProjectFile is { } file)
            {
                await services.GetRequiredService<ProjectFileImporter>().Import(holder.Project, file, cancellationToken);
            }
        }
        catch (ProjectFileException)
        {
            runtime.Dispose();
            throw;
        }

        runtime.Start();
    }

    public Task StopAsync(CancellationToken cancellationToken) => holder.Started?.Stop() ?? Task.CompletedTask;
}
