using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Projects;

namespace CallCenter.Web.Cluster;

/// <summary>What somebody has to look at on the silo of a project, the worst first.</summary>
public delegate IReadOnlyList<SiloAlarm> AlarmsOf(ProjectId project);

/// <summary>
/// What the pages know of the silos and their projects without asking: looked at each second, and anew after a change made here.
/// Thread-safe.
/// </summary>
public sealed class ClusterView(IGrainFactory grains, TimeProvider time, ILogger<ClusterView> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>A silo that takes longer to answer is not here.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2);

    private volatile Seen _seen = new([], new Dictionary<string, SiloState>());
    private bool _isAway;

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<SiloPlace> Silos => _seen.Silos;

    /// <summary>Every project that is known, also those of silos that are away; the first is the oldest of the first silo.</summary>
    public IEnumerable<PlacedProject> Projects => _seen.Silos.SelectMany(static silo => silo.Projects);

    /// <summary>Where what belongs to no project is noted; null while no silo is known.</summary>
    public ProjectId? First => Projects.FirstOrDefault()?.Id;

    /// <summary>The silo of a project; null when it is unknown.</summary>
    public SiloPlace? PlaceOf(ProjectId project) =>
        _seen.Silos.FirstOrDefault(silo => silo.Projects.Any(one => one.Id == project));

    /// <summary>The same, but looks whether it was made a moment ago before it says that it is unknown.</summary>
    public async ValueTask<SiloPlace?> Find(ProjectId project)
    {
        if (PlaceOf(project) is null)
        {
            await Refresh();
        }

        return PlaceOf(project);
    }

    /// <summary>How a silo was a second ago; null when it did not answer.</summary>
    public SiloState? StateOf(string silo) => _seen.States.GetValueOrDefault(silo);

    /// <summary>Whether the database of a project's silo was there a second ago.</summary>
    public bool HasHistory(ProjectId project) => PlaceOf(project) is { } place && StateOf(place.Name) is { } state
        && state.Health.Parts.Any(static part => part is { Name: "history", Ready: true });

    /// <inheritdoc cref="AlarmsOf"/>
    public IReadOnlyList<SiloAlarm> Alarms(ProjectId project) =>
        PlaceOf(project) is { } place && StateOf(place.Name) is { } state ? state.Alarms : [];

    /// <summary>Looks now. Throws where no silo answers.</summary>
    public async Task Refresh()
    {
        var silos = await grains.Cluster().Silos().AsTask().WaitAsync(LongestAnswer, time);
        var states = await Task.WhenAll(silos.Where(static silo => silo.IsHere).Select(async silo => (silo.Name, State: await Ask(silo))));
        _seen = new Seen(
            silos,
            states.Where(static one => one.State is not null).ToDictionary(static one => one.Name, static one => one.State!));
    }

    /// <summary>How a silo is now; null when it does not answer.</summary>
    public async Task<SiloState?> Ask(SiloPlace silo)
    {
        try
        {
            return await grains.Silo(silo.Name).State().AsTask().WaitAsync(LongestAnswer, time);
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            return null;
        }
    }

    /// <summary>
    /// The pages are served from the first look on, so that they know the projects; a cluster that is away holds nothing up.
    /// </summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Look();
        }
    }

    private async Task Look()
    {
        try
        {
            await Refresh();
            if (_isAway) SilosLog.Back(log);
            _isAway = false;
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            // What was known of the projects stays; nobody answers for the silos.
            var seen = _seen;
            _seen = new Seen([.. seen.Silos.Select(static silo => silo with { IsHere = false })], new Dictionary<string, SiloState>());
            if (!_isAway) SilosLog.Away(log, failure.Message);
            _isAway = true;
        }
    }

    private sealed record Seen(IReadOnlyList<SiloPlace> Silos, IReadOnlyDictionary<string, SiloState> States);
}
