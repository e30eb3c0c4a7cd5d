namespace CallCenter.Web.Shell;

/// <summary>Where a form leads back to: a path of this site, never another one.</summary>
public static class ReturnUrl
{
    public const string Home = "/";

    /// <summary>
    /// The path, or the home page when it is missing or leads elsewhere (<c>//host</c>, <c>/\host</c>, a scheme, control characters).
    /// </summary>
    public static string OrHome(string? url) => IsLocal(url) ? url! : Home;

    private static bool IsLocal(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
