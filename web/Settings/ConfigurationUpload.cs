using CallCenter.Web.Api.Configuration;

namespace CallCenter.Web.Settings;

/// <summary>Reads an uploaded document.</summary>
internal static class ConfigurationUpload
{
    public const int LargestBytes = ConfigurationEndpoints.BodyLimitBytes;

    public static async Task<ReadOnlyMemory<byte>> Read(IFormFile file, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream((int)file.Length);
        await file.CopyToAsync(buffer, cancellation);
        return buffer.ToArray();
    }
}
