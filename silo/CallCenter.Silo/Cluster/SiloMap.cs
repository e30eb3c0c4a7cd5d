using System.Collections.Concurrent;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Placement;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Cluster;

/// <summary>
/// What a silo knows of the others in its cluster: each second it asks who is there which projects they have. It stands on the membership
/// that Orleans keeps in memory, so it needs no database. What a silo that went away had is remembered.
/// </summary>
internal sealed class SiloMap(
    IProjectRegistry registry, ILocalSiloDetails self, IClusterMembershipService membership, IGrainFactory grains, TimeProvider time,
    ILogger<SiloMap> log)
    : BackgroundService, IProjectPlaces, ISiloMap
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, SiloPlace> _others = new();
    private readonly HashSet<ProjectId> _twice = [];
    private readonly Lock _lock = new();
    private Task _looking = Task.CompletedTask;

    public IReadOnlyList<SiloPlace> Silos =>
    [
        .. _others.Values.Append(new SiloPlace(self.Name, IsHere: true, registry.Running))
            .OrderBy(static silo => silo.Name, StringComparer.Ordinal),
    ];

    public SiloAddress? Of(string silo) => silo == self.Name ? self.SiloAddress
        : Active.FirstOrDefault(member => member.Name == silo)?.SiloAddress;

    public async ValueTask<string?> HomeOf(ProjectId project)
    {
        if (Home(project) is { } home)
        {
            return home;
        }

        await Look();
        return Home(project);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            await Look();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<ClusterMember> Active =>
        membership.CurrentSnapshot.Members.Values.Where(static member => member.Status == SiloStatus.Active);

    // What runs here is served here, whoever else says that he has it.
    private string? Home(ProjectId project) => registry.Running.Any(one => one.Id == project) ? self.Name
        : Silos.FirstOrDefault(silo => silo.Projects.Any(one => one.Id == project))?.Name;

    /// <summary>Whoever looks while somebody does waits for the same look.</summary>
    private Task Look()
    {
        lock (_lock)
        {
            return _looking.IsCompleted ? _looking = LookOnce() : _looking;
        }
    }

    private async Task LookOnce()
    {
        var here = Active.Select(static member => member.Name).Where(name => name != self.Name).Distinct().ToList();
        await Task.WhenAll(here.Select(Ask));
        foreach (var (name, place) in _others.Where(pair => pair.Value.IsHere && !here.Contains(pair.Key)))
        {
            _others.TryUpdate(name, place with { IsHere = false }, place);
        }

        Compare();
    }

    private async Task Ask(string name)
    {
        try
        {
            var projects = await grains.Silo(name).Placed().AsTask().WaitAsync(LongestAnswer, time);
            _others[name] = new SiloPlace(name, IsHere: true, projects);
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException)
        {
            var known = _others.GetValueOrDefault(name);
            _others[name] = known is null ? new SiloPlace(name, IsHere: false, []) : known with { IsHere = false };
        }
    }

    private void Compare()
    {
        foreach (var project in registry.Running)
        {
            var other = _others.Values.FirstOrDefault(silo => silo.Projects.Any(one => one.Id == project.Id));
            if (other is not null && _twice.Add(project.Id))
            {
                ClusterLog.Twice(log, project.Id.Value, self.Name, other.Name);
            }
        }
    }
}
