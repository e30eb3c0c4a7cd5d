using System.Globalization;

namespace CallCenter.Load.Server;

/// <summary>What <c>/proc</c> tells of a process at one moment (proc(5)).</summary>
/// <param name="Parent">Id of the process that made it.</param>
/// <param name="Ticks">User and system time so far, in ticks of <see cref="ProcessTable.TicksPerSecond"/>.</param>
/// <param name="ChildTicks">The same of its children that have ended and were waited for.</param>
internal sealed record ProcessState(int Id, string Name, int Parent, long Ticks, long ChildTicks, long ResidentBytes);

/// <summary>Reads processes from <c>/proc</c>; what ends meanwhile or belongs to somebody who keeps it secret is left out.</summary>
internal static class ProcessTable
{
    /// <summary>USER_HZ: 100 on every architecture that .NET runs on.</summary>
    public const int TicksPerSecond = 100;

    private const int PageBytes = 4096;

    public static ProcessState? Read(int process)
    {
        try
        {
            return Parse(File.ReadAllText($"/proc/{process}/stat"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static IReadOnlyList<int> ChildrenOf(int parent) =>
        [.. All().Where(process => Read(process)?.Parent == parent)];

    public static IEnumerable<int> All() => !Directory.Exists("/proc")
        ? []
        : Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) ? process : 0)
            .Where(process => process > 0);

    /// <summary>One line of <c>/proc/PID/stat</c>; the name is in brackets and may hold spaces and brackets itself.</summary>
    internal static ProcessState? Parse(string line)
    {
        var (open, close) = (line.IndexOf('(', StringComparison.Ordinal), line.LastIndexOf(')'));
        if (open < 0 || close < open) return null;
        var fields = line[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Counted from the state, which is field 3 of proc(5).
        return fields.Length < 22
            ? null
            : new ProcessState(
                int.Parse(line.AsSpan(0, open), CultureInfo.InvariantCulture), line[(open + 1)..close], (int)Number(fields, 4),
                Number(fields, 14) + Number(fields, 15), Number(fields, 16) + Number(fields, 17), Number(fields, 24) * PageBytes);
    }

    private static long Number(string[] fields, int field) => long.Parse(fields[field - 3], CultureInfo.InvariantCulture);
}
