using System.Globalization;

namespace CallCenter.Load.Media;

/// <summary>The processor time of one thread of this process, as the Linux scheduler counts it.</summary>
internal sealed class ThreadCpu
{
    private const string Threads = "/proc/self/task";

    private readonly string _file;

    private ThreadCpu(string file) => _file = file;

    /// <param name="name">The thread's; the system keeps 15 characters of it.</param>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static ThreadCpu Of(string name)
    {
        var thread = Directory.EnumerateDirectories(Threads)
            .FirstOrDefault(folder => File.ReadAllText(Path.Combine(folder, "comm")).TrimEnd() == name);
        return thread is null
            ? throw new InvalidOperationException($"No thread is called \"{name}\".")
            : new ThreadCpu(Path.Combine(thread, "schedstat"));
    }

    /// <summary>User and system time since the thread began.</summary>
    public TimeSpan Read()
    {
        var nanoseconds = File.ReadAllText(_file).Split(' ')[0];
        return TimeSpan.FromTicks(long.Parse(nanoseconds, CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick);
    }
}
