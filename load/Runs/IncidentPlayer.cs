using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Phones;
using CallCenter.Load.Scenarios;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Runs;

/// <summary>
/// Lets the incidents of a scenario happen. Those of phones and callers run on the loop; those of the server are tasks beside it, since
/// nothing on the loop may wait.
/// </summary>
internal sealed class IncidentPlayer(
    SimulationLoop loop, RunSite site, Staff staff, CallerCrowd crowd, RunNotes notes, Random random) : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestRegistration = TimeSpan.FromSeconds(60);

    private readonly List<Task> _tasks = [];
    private readonly List<LoopTimer> _timers = [];
    private readonly List<FloodSource> _floods = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly ServerKiller _killer = new(loop, site, notes);
    private bool _databaseStands;
    private int _toCome;

    /// <summary>Whether one is planned or still under way.</summary>
    public bool AnyToCome => _toCome > 0;

    /// <param name="startedAt">The run's second 0 in the loop's time.</param>
    public void Start(IReadOnlyList<Incident> incidents, TimeSpan startedAt)
    {
        _toCome = incidents.Count;
        foreach (var incident in incidents)
        {
            Plan(startedAt + incident.At, incident, incident.Times);
        }
    }

    /// <summary>Nothing more happens, and what stands still goes on. On the loop's thread.</summary>
    public void Stop()
    {
        _timers.ForEach(timer => timer.Cancel());
        _floods.ForEach(flood => flood.Stop());
        _toCome = 0;
        _stopping.Cancel();
        ResumeDatabase();
    }

    /// <summary>Waits until what was begun at the server is done.</summary>
    public async ValueTask DisposeAsync()
    {
        Stop();
        _floods.ForEach(flood => flood.Dispose());
        await Task.WhenAll(_tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    /// <param name="times">How often it is to happen, this time included.</param>
    private void Plan(TimeSpan at, Incident incident, int times) =>
        _timers.Add(loop.At(at, () => Happen(incident, () => Over(incident, times))));

    private void Over(Incident incident, int times)
    {
        if (times == 1 || _stopping.IsCancellationRequested)
        {
            _toCome--;
        }
        else
        {
            Plan(loop.Now + random.Of(incident.Pause), incident, times - 1);
        }
    }

    private void Happen(Incident incident, Action over)
    {
        switch (incident.What)
        {
            case IncidentKind.HangUpAll:
                notes.Add($"{crowd.Talking} callers hang up at once");
                crowd.HangUpTalking();
                over();
                break;
            case IncidentKind.RegisterAll:
                staff.RegisterAll();
                AwaitRegistrations(loop.Now, staff.Registrations, over);
                break;
            case IncidentKind.LoseNetworkAll:
                notes.Add($"{staff.Count} phones lose their network for {TimeText.Of(incident.For)}");
                staff.LoseNetworkAll(incident.For);
                After(incident.For, over);
                break;
            case IncidentKind.Flood:
                Flood(incident, over);
                break;
            case IncidentKind.DatabaseOutage:
                StopDatabase(incident, over);
                break;
            case IncidentKind.SignOutAll:
                Begin(() => SignOut(incident), over);
                break;
            case IncidentKind.ServerKill:
                Begin(() => _killer.Kill(incident, _stopping.Token), over);
                break;
        }
    }

    private void AwaitRegistrations(TimeSpan since, int before, Action over)
    {
        var done = staff.Registrations - before;
        if (done >= staff.Registering || loop.Now - since > LongestRegistration)
        {
            notes.Add($"{done} of {staff.Registering} phones registered again within {(loop.Now - since).TotalMilliseconds:F0} ms");
            over();
        }
        else
        {
            After(Look, () => AwaitRegistrations(since, before, over));
        }
    }

    private void Flood(Incident incident, Action over)
    {
        var source = new FloodSource(loop, site.Sip);
        _floods.Add(source);
        notes.Add(
            $"flood from {source.Local}: {incident.Rate:0.#} {incident.Method} requests a second for {TimeText.Of(incident.For)}");
        source.Start(incident, () =>
        {
            notes.Add($"flood over: {source.Sent} requests sent, {source.Answers} datagrams came back");
            over();
        });
    }

    private void StopDatabase(Incident incident, Action over)
    {
        notes.Add($"PostgreSQL stands still for {TimeText.Of(incident.For)}");
        site.Own!.StopDatabase();
        _databaseStands = true;
        After(incident.For, () =>
        {
            ResumeDatabase();
            over();
        });
    }

    private void ResumeDatabase()
    {
        if (_databaseStands)
        {
            _databaseStands = false;
            site.Own!.ResumeDatabase();
            notes.Add("PostgreSQL goes on");
        }
    }

    private void After(TimeSpan time, Action action) => _timers.Add(loop.After(time, action));

    private void Begin(Func<Task> work, Action over) => _tasks.Add(Task.Run(async () =>
    {
        await work().ConfigureAwait(false);
        loop.Post(over);
    }));

    private async Task SignOut(Incident incident)
    {
        using var client = new AvailabilityClient(site.Http!, site.ApiKey!);
        string[] employees = [.. staff.Employees];
        notes.Add(await client.SetAll(employees, "signedOut", _stopping.Token).ConfigureAwait(false));
        await Task.Delay(incident.For, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        notes.Add(await client.SetAll(employees, "ready", CancellationToken.None).ConfigureAwait(false));
    }
}
