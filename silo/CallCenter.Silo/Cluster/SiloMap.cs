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
    private Task? _next;

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

    /// <summary>
    /// A look that begins from now on: one that is under way may have passed by what was just made. One at a time, for all who wait.
    /// </summary>
    private Task Look()
    {
        lock (_lock)
        {
            return _looking.IsCompleted ? _looking = LookOnce() : _next ??= LookAfter(_looking);
        }
    }

    private async Task LookAfter(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        Task own;
        lock (_lock)
        {
            _next = null;
            own = _looking = LookOnce();
        }

        await own;
    }

    private async Task LookOnce()
    {
        var here = Active.Select(static member => member.Name).Where(name => name != self.Name).Distinct().ToList();
        await Task.WhenAll(here.Select(Ask));
        foreach (var (_, place) in _others.Where(pair => pair.Value.IsHere && !here.Contains(pair.Key)))
        {
            Lose(place);
        }

        Compare();
    }

    private async Task Ask(string name)
    {
        try
        {
            var projects = await grains.Silo(name).Placed().AsTask().WaitAsync(LongestAnswer, time);
            var before = _others.GetValueOrDefault(name);
            _others[name] = new SiloPlace(name, IsHere: true, projects);
            if (before is not { IsHere: true })
            {
                ClusterLog.SiloHere(log, name, string.Join(", ", projects.Select(static project => project.Id)));
            }
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException)
        {
            var known = _others.GetOrAdd(name, static name => new SiloPlace(name, IsHere: false, []));
            Lose(known);
        }
    }

    // What it had stays known: its projects are away and not gone.
    private void Lose(SiloPlace place)
    {
        if (place.IsHere && _others.TryUpdate(place.Name, place with { IsHere = false }, place))
        {
            ClusterLog.SiloAway(log, place.Name);
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
