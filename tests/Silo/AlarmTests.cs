using CallCenter.Abstractions.Ports;
using CallCenter.History;
using CallCenter.Silo.Alarms;
using CallCenter.Tests.Shared;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Tests;

/// <summary>Alarms begin and end once, and say why.</summary>
public class AlarmTests
{
    private readonly KeptLog _log = new();
    private HistoryHealth _history = new(true, null, 0);

    [Fact]
    public async Task A_disk_that_fills_raises_the_alarm_in_health_and_log_until_there_is_room_again()
    {
        using var disk = SmallDisk.TryMount(4);
        Assert.SkipWhen(disk is null, SmallDisk.NeedsRoot);
        using var watch = Watch(disk.Path, new AlarmLimits { FreeDiskBytes = 1024 * 1024, FreeDiskPercent = 5 });
        await watch.StartAsync(TestContext.Current.CancellationToken);
        Assert.Empty(watch.Current);

        disk.Fill();
        await Eventually.Holds(() => watch.Current.Count > 0);

        var alarm = Assert.Single(watch.Current);
        Assert.Equal((SiloAlarmKind.DiskLow, 0L), (alarm.Kind, alarm.Figure));
        Assert.Contains($"are left on the disk of {disk.Path}", watch.Disk.Problem, StringComparison.Ordinal);
        disk.Empty();
        await Eventually.Holds(() => watch.Current.Count == 0);
        await watch.StopAsync(TestContext.Current.CancellationToken);
        Assert.Collection(
            _log.Lines,
            begins => Assert.StartsWith("Error: Alarm DiskLow: 0.00 of 0.00 GiB are left", begins, StringComparison.Ordinal),
            ends => Assert.Equal("Information: The alarm DiskLow is over", ends));
    }

    [Fact]
    public async Task A_share_of_the_disk_is_a_limit_as_well()
    {
        using var folder = new TemporaryFolder();
        using var watch = Watch(folder.Path, new AlarmLimits { FreeDiskBytes = 0, FreeDiskPercent = 100 });

        await watch.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(SiloAlarmKind.DiskLow, Assert.Single(watch.Current).Kind);
    }

    [Fact]
    public async Task A_history_that_is_behind_raises_the_alarm_with_how_many_events_wait()
    {
        using var folder = new TemporaryFolder();
        using var watch = Watch(folder.Path, new AlarmLimits { FreeDiskBytes = 0, FreeDiskPercent = 0 });
        await watch.StartAsync(TestContext.Current.CancellationToken);
        Volatile.Write(ref _history, new HistoryHealth(false, "12 events wait", 12) { IsBehind = true });

        await Eventually.Holds(() => watch.Current.Count > 0);

        Assert.Equal(new SiloAlarm(SiloAlarmKind.HistoryBehind, "12 events wait", 12), Assert.Single(watch.Current));
    }

    [Fact]
    public async Task Health_has_a_part_for_the_disk_that_is_not_required()
    {
        await using var silo = await SiloUnderTest.Start();

        Assert.False(silo.Health.Parts.Single(part => part.Name == "disk").Required);
    }

    private AlarmWatch Watch(string folder, AlarmLimits limits)
    {
        var options = new SiloOptions { DataFolder = folder, Alarms = limits };
        return new AlarmWatch(new SiloRuntimeHolder(), options, () => Volatile.Read(ref _history), new Logger<AlarmWatch>(_log));
    }
}
