using CallCenter.Abstractions;
using CallCenter.Silo.Configuration;
using Microsoft.Extensions.Hosting;

namespace CallCenter.Silo;

/// <summary>
/// Starts and stops the silo with the process. A start that fails (folder in use, port taken, journal damaged, project file wrong)
/// throws: the message says what is wrong and what helps.
/// </summary>
/// <param name="importer">Null for a silo without configurations.</param>
internal sealed class SiloHost(
    SiloRuntimeHolder holder, SiloOptions options, SiloParts parts, IHostApplicationLifetime lifetime, CollectionWatch collections,
    ProjectFileImporter? importer = null)
    : IHostedService, IDisposable
{
    private CancellationTokenRegistration _stopping;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var runtime = SiloRuntime.Open(options, parts);
        holder.Set(runtime);
        runtime.Start();

        // Phones are served once their accounts are known: at the first start they would be refused, and then ignored for a while.
        if (options.ProjectFile is { } file && importer is not null)
        {
            try
            {
                await importer.Import(runtime.Projects.First(new ProjectId(options.ProjectId)), file, cancellationToken);
            }
            catch
            {
                runtime.Dispose();
                throw;
            }
        }

        collections.Begin();
        runtime.Listen();
        _stopping = lifetime.ApplicationStopping.Register(runtime.Drain);
    }

    public Task StopAsync(CancellationToken cancellationToken) => holder.Started?.Stop() ?? Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();
}
