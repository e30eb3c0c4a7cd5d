using CallCenter.Abstractions.Configuration;

namespace CallCenter.Web.Settings;

/// <summary>Reads an uploaded document.</summary>
internal static class ConfigurationUpload
{
    public const int LargestBytes = ConfigurationJson.MostBytes;

    /// <summary>The document with the rest of its form.</summary>
    public const int LargestRequestBytes = LargestBytes + (64 * 1024);

    public static async Task<byte[]> Read(IFormFile file, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream((int)file.Length);
        await file.CopyToAsync(buffer, cancellation);
        return buffer.ToArray();
    }
}
