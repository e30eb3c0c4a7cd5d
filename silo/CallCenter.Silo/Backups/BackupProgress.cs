using System.Diagnostics;
using System.Globalization;

namespace CallCenter.Silo.Backups;

/// <summary>Tells a person what is done, and how far it is when it takes long: a line a second at most.</summary>
internal sealed class BackupProgress(TextWriter to)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private long _lastLine = Stopwatch.GetTimestamp();

    public void Say(string line)
    {
        _lastLine = Stopwatch.GetTimestamp();
        to.WriteLine(line);
        to.Flush();
    }

    public void Done(long bytes, long of)
    {
        if (Stopwatch.GetElapsedTime(_lastLine) >= Between)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"  {100.0 * bytes / Math.Max(1, of):0} % of {Size(of)}"));
        }
    }

    public void Reached(long events, long of)
    {
        if (Stopwatch.GetElapsedTime(_lastLine) >= Between)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"  {100.0 * events / Math.Max(1, of):0} % of {of:N0} events"));
        }
    }

    public static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.0} MiB");
}
