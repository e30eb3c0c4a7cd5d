using System.Security.Cryptography;

namespace CallCenter.History.Postgres;

/// <summary>
/// Where the server's folder lies. PostgreSQL refuses to run as root, and the user that root lends it may not enter a folder below a
/// closed one (a checkout in root's home, a temporary folder). The cluster is then kept under /var/lib and the wanted folder is a
/// link to it.
/// </summary>
internal static class ServerPlace
{
    private const string Elsewhere = "/var/lib/callcenter";

    /// <summary>
    /// The folder to use for <paramref name="folder"/>. A place elsewhere is new each time, so that no cluster is taken over.
    /// </summary>
    public static string Of(string folder)
    {
        var wanted = new DirectoryInfo(folder);
        if (wanted.LinkTarget is { } place)
        {
            return place;
        }
        if (OperatingSystem.IsWindows() || wanted.Exists || !Environment.IsPrivilegedProcess || ClosedAbove(folder) is null)
        {
            return folder;
        }
        place = Path.Combine(Elsewhere, RandomNumberGenerator.GetHexString(12, lowercase: true));
        Directory.CreateDirectory(place);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.CreateSymbolicLink(folder, place);
        return place;
    }

    /// <summary>The nearest folder above that strangers may not pass; null when all are open.</summary>
    public static string? ClosedAbove(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }
        for (var above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
        {
            if (Directory.Exists(above) && (File.GetUnixFileMode(above) & UnixFileMode.OtherExecute) == 0)
            {
                return above;
            }
        }
        return null;
    }
}
