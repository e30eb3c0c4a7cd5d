using System.Globalization;

namespace CallCenter.Load.Server;

/// <summary>The private PostgreSQL of a server, found by the pid file below the server's data folder.</summary>
internal sealed class PrivateDatabase(string dataFolder)
{
    /// <summary>Postmaster and all processes it made; empty when it does not run.</summary>
    public IReadOnlyList<int> Processes() =>
        Postmaster() is { } postmaster ? [postmaster, .. ProcessTable.ChildrenOf(postmaster)] : [];

    /// <summary>Makes all of it stand still: connections stay open and nobody answers.</summary>
    public void Stop() => Signal(ProcessSignals.Stop);

    public void Resume() => Signal(ProcessSignals.Continue);

    /// <summary>Ends a server that outlived the program that started it.</summary>
    public void End()
    {
        Resume();
        if (Postmaster() is { } postmaster) ProcessSignals.Send(postmaster, ProcessSignals.Quit);
    }

    private void Signal(int signal)
    {
        foreach (var process in Processes()) ProcessSignals.Send(process, signal);
    }

    private int? Postmaster()
    {
        try
        {
            var file = Path.Combine(dataFolder, "postgres", "cluster", "postmaster.pid");
            return int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid)
                && ProcessTable.Read(pid) is { Name: "postgres" } ? pid : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
