using System.Globalization;
using System.Net;

namespace CallCenter.Load.Server;

/// <summary>
/// Which processes of this machine have a UDP port open: its sockets' inodes in <c>/proc/net/udp</c> and <c>udp6</c>, and who holds them
/// in <c>/proc/PID/fd</c>. Works for any server; those of other users only for root.
/// </summary>
internal static class PortOwners
{
    public static IReadOnlyList<int> OfUdp(IPEndPoint endpoint)
    {
        var sockets = Lines("/proc/net/udp").Concat(Lines("/proc/net/udp6"))
            .Select(line => SocketOf(line, endpoint.Port)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return sockets.Count == 0 ? [] : [.. ProcessTable.All().Where(process => Holds(process, sockets))];
    }

    /// <summary>The socket as <c>/proc/PID/fd</c> names it, when this line is of the port; else null.</summary>
    internal static string? SocketOf(string line, int port)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 10) return null;
        var local = fields[1];
        var colon = local.LastIndexOf(':');
        return colon >= 0 && int.TryParse(local.AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var its)
            && its == port && fields[9] != "0" ? $"socket:[{fields[9]}]" : null;
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool Holds(int process, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{process}/fd")
                .Any(file => new FileInfo(file).LinkTarget is { } target && sockets.Contains(target));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
