using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;

namespace CallCenter.Web.Shell;

/// <summary>
/// Addresses of our own static files. All of them carry the same version in their path, so that browsers may keep them for ever and
/// modules that import each other by relative path stay of one version.
/// </summary>
public sealed class StaticFilePaths
{
    public const string Prefix = "/assets/";

    /// <summary>How browsers keep what has its version in the address.</summary>
    public const string KeptForEver = "public, max-age=31536000, immutable";

    private readonly string _version;
    private readonly ConcurrentDictionary<(string Name, string? Class), MarkupString> _icons = new();

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

    /// <summary>
    /// An icon of <c>icons.svg</c> as markup, made once: rows of live pages have several each, and a component for each was about half
    /// of their components. It is decoration: a word stands beside it or on the control that holds it.
    /// </summary>
    /// <param name="name">A name from the program text, never from outside: it is not encoded.</param>
    public MarkupString Icon(string name, string? css = null) => _icons.GetOrAdd((name, css), key => new MarkupString(
        $"<svg class=\"{(key.Class is null ? "icon" : $"icon {key.Class}")}\" width=\"20\" height=\"20\" aria-hidden=\"true\">"
        + $"<use href=\"{Of("icons.svg")}#{key.Name}\"></use></svg>"));

    /// <summary>An icon for MudBlazor's parts, which put it into an element of their own.</summary>
    public string Drawn(string name) => $"<use href=\"{Of("icons.svg")}#{name}\"></use>";

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
