using System.Globalization;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Silo.Alarms;

/// <summary>How much room the file system of a folder has left. One thread looks, any may read.</summary>
internal sealed class DiskRoom(string folder, AlarmLimits limits)
{
    /// <summary>An alarm ends only so far above its limit, so that it does not come and go with each file.</summary>
    private const double Ending = 1.05;

    private const double Gibibyte = 1024.0 * 1024 * 1024;
    private volatile string? _problem;
    private long _free;

    /// <summary>Why the room is little; null while there is enough.</summary>
    public string? Problem => _problem;

    public long FreeBytes => Volatile.Read(ref _free);

    public void Look()
    {
        try
        {
            var drive = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder);
            var (free, total) = (drive.AvailableFreeSpace, drive.TotalSize);
            var limit = Math.Max(limits.FreeDiskBytes, total * limits.FreeDiskPercent / 100);
            Volatile.Write(ref _free, free);
            _problem = free < limit * (_problem is null ? 1 : Ending)
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{free / Gibibyte:0.00} of {total / Gibibyte:0.00} GiB are left on the disk of {folder}, "
                    + $"less than {limit / Gibibyte:0.00}")
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Volatile.Write(ref _free, 0);
            _problem = $"The disk of {folder} does not tell how much room is left: {failure.Message}";
        }
    }
}
