using System.Security.Cryptography;

namespace CallCenter.Web.Shell;

/// <summary>
/// Addresses of our own static files. All of them carry the same version in their path, so that browsers may keep them for ever and
/// modules that import each other by relative path stay of one version.
/// </summary>
public sealed class StaticFilePaths
{
    public const string Prefix = "/assets/";

    private readonly string _version;

    public StaticFilePaths(IWebHostEnvironment environment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(environment.WebRootPath, "*", SearchOption.AllDirectories);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        _version = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    /// <param name="path">Within <c>wwwroot</c>, e.g. <c>css/shell.css</c>.</param>
    public string Of(string path) => $"{Prefix}{_version}/{path}";

    /// <summary>The path within <c>wwwroot</c> that a versioned address stands for; null for other addresses.</summary>
    public static string? Unversioned(PathString address)
    {
        if (address.Value is not { } path || !path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var slash = path.IndexOf('/', Prefix.Length);
        return slash < 0 ? null : path[slash..];
    }
}
