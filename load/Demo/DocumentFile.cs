using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Load.Demo;

/// <summary>A configuration document on disk, readable by its owner only: it holds passwords.</summary>
public static class DocumentFile
{
    /// <summary>Writes a new file; throws <see cref="IOException"/> when it exists or cannot be written.</summary>
    public static void WriteNew(string path, ProjectConfiguration document)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, document, ConfigurationJson.Indented);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="IOException">The file cannot be read; or <see cref="UnauthorizedAccessException"/>.</exception>
    /// <exception cref="JsonException">It is no document.</exception>
    public static ProjectConfiguration Read(string path) => ConfigurationJson.Read(File.ReadAllBytes(path));

    /// <summary>The address of the first trunk, with another port where one is given; null when nobody can call through it.</summary>
    public static IPEndPoint? TrunkAddress(ProjectConfiguration document, int? port) =>
        document.Numbers.Count > 0 && document.Trunks.Count > 0 && IPEndPoint.TryParse(document.Trunks[0].Host, out var address)
        && address.AddressFamily == AddressFamily.InterNetwork
            ? new IPEndPoint(address.Address, port ?? (address.Port == 0 ? 5060 : address.Port))
            : null;
}
