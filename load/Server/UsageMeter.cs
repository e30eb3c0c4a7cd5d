using CallCenter.Load.Results;

namespace CallCenter.Load.Server;

/// <summary>
/// Adds up CPU time and memory of a group of processes from one look to the next, and keeps a reading for each second. Processes may come
/// and go: what a new one used before the first look at it counts, unless it is the first look of all.
/// </summary>
/// <param name="startMicros">Where second 0 begins.</param>
internal sealed class UsageMeter(long startMicros)
{
    private readonly List<Reading> _readings = [];
    private Dictionary<int, long> _last = [];
    private long _ticks;

    /// <param name="ticks">CPU time so far of each process.</param>
    public void Add(long nowMicros, IReadOnlyCollection<(int Process, long Ticks)> ticks, long residentBytes)
    {
        var first = _readings.Count == 0;
        foreach (var (process, now) in ticks)
        {
            var before = _last.TryGetValue(process, out var known) ? known : first ? now : 0;
            _ticks += Math.Max(0, now - before);
        }

        _last = ticks.ToDictionary(entry => entry.Process, entry => entry.Ticks);
        _readings.Add(new Reading(nowMicros, (double)_ticks / ProcessTable.TicksPerSecond, residentBytes / 1e6));
    }

    public UsageResult Result(RunWindow window)
    {
        if (_readings.Count == 0) return new UsageResult(0, 0, 0, [], []);
        var seconds = (int)Math.Clamp((_readings[^1].AtMicros - startMicros) / 1_000_000, 0, RunSeries.MostSeconds);
        var cpu = new List<double>(seconds);
        var resident = new List<double>(seconds);
        for (var second = 0; second < seconds; second++)
        {
            var (from, to) = (startMicros + (second * 1_000_000L), startMicros + ((second + 1) * 1_000_000L));
            cpu.Add(Math.Round((CpuAt(to) - CpuAt(from)) * 100, 1));
            resident.Add(Math.Round(_readings[Before(to)].ResidentMb, 1));
        }

        return new UsageResult(
            Math.Round(CpuAt(window.MeasuredToMicros) - CpuAt(window.MeasuredFromMicros), 3),
            Math.Round(_readings.Max(reading => reading.ResidentMb), 1), Math.Round(_readings[^1].ResidentMb, 1), cpu, resident);
    }

    /// <summary>CPU seconds up to this time, on a straight line between two looks; at the ends what was seen last.</summary>
    private double CpuAt(long micros)
    {
        var index = Before(micros);
        var before = _readings[index];
        if (micros <= before.AtMicros || index + 1 == _readings.Count) return before.CpuSeconds;
        var after = _readings[index + 1];
        var share = (double)(micros - before.AtMicros) / (after.AtMicros - before.AtMicros);
        return before.CpuSeconds + ((after.CpuSeconds - before.CpuSeconds) * share);
    }

    /// <summary>The last reading at or before this time; the first when there is none.</summary>
    private int Before(long micros)
    {
        var (low, high) = (0, _readings.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_readings[middle].AtMicros <= micros) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private readonly record struct Reading(long AtMicros, double CpuSeconds, double ResidentMb);
}
