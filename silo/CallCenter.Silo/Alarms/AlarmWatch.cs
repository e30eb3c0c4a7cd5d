using CallCenter.Abstractions.Ports;
using CallCenter.History;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Alarms;

/// <summary>
/// Looks every two seconds whether something needs somebody: the journal, the room on the disk, the backlog of history. What it finds is
/// read by health and board; the log has a line when an alarm begins and one when it is over.
/// </summary>
internal sealed class AlarmWatch(SiloRuntimeHolder holder, SiloOptions options, Func<HistoryHealth> history, ILogger<AlarmWatch> log)
    : IHostedService, IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly PeriodicTimer _timer = new(LookEvery);
    private volatile IReadOnlyList<SiloAlarm> _current = [];
    private Task _looking = Task.CompletedTask;

    /// <summary>The worst first. From any thread.</summary>
    public IReadOnlyList<SiloAlarm> Current => _current;

    public DiskRoom Disk { get; } = new(options.DataFolder, options.Alarms);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Look();
        _looking = LookOnAndOn();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer.Dispose();
        return _looking;
    }

    public void Dispose() => _timer.Dispose();

    private async Task LookOnAndOn()
    {
        while (await _timer.WaitForNextTickAsync().ConfigureAwait(false))
        {
            Look();
        }
    }

    private void Look()
    {
        Disk.Look();
        var (before, now) = (_current, Found().ToList());
        foreach (var begun in now.Where(alarm => !before.Any(known => known.Kind == alarm.Kind)))
        {
            AlarmLog.Begins(log, begun.Kind, begun.Reason);
        }

        foreach (var over in before.Where(alarm => !now.Exists(known => known.Kind == alarm.Kind)))
        {
            AlarmLog.Ends(log, over.Kind);
        }

        _current = now;
    }

    private IEnumerable<SiloAlarm> Found()
    {
        if (holder.Started?.JournalFailure is { } failure)
        {
            yield return new SiloAlarm(SiloAlarmKind.JournalAway, failure, 0);
        }

        if (Disk.Problem is { } problem)
        {
            yield return new SiloAlarm(SiloAlarmKind.DiskLow, problem, Disk.FreeBytes);
        }

        if (history() is { IsBehind: true } behind)
        {
            yield return new SiloAlarm(SiloAlarmKind.HistoryBehind, behind.Reason!, behind.Backlog);
        }
    }
}
