namespace CallCenter.Web.Shell;

/// <summary>Addresses of programs: they are answered with problem details or plain status codes, not with pages.</summary>
public static class ProgramAddresses
{
    private static readonly string[] Prefixes = ["/api/v1", "/hubs", "/health", "/openapi", StaticFilePaths.Prefix.TrimEnd('/')];

    public static bool Contain(PathString path) =>
        Prefixes.Any(prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
