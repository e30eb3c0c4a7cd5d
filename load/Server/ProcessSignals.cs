using System.Runtime.InteropServices;

namespace CallCenter.Load.Server;

/// <summary>Signals of Linux and macOS to one process, by its id.</summary>
internal static class ProcessSignals
{
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>SIGSTOP: the process stands still until <see cref="Continue"/>. Its number differs on macOS.</summary>
    public static readonly int Stop = OperatingSystem.IsMacOS() ? 17 : 19;

    public static readonly int Continue = OperatingSystem.IsMacOS() ? 19 : 18;

    /// <summary>Whether it was sent; a process that is gone or somebody else's gets none.</summary>
    public static bool Send(int process, int signal) => process > 1 && SendTo(process, signal) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendTo(int process, int signal);
}
