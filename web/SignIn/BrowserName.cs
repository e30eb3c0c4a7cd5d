namespace CallCenter.Web.SignIn;

/// <summary>What people call a browser and its system, out of how it calls itself: for recognising one's own, nothing more.</summary>
public static class BrowserName
{
    // The first that is found: those further down name others that they are like.
    private static readonly (string Token, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Token, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        var parts = new[] { First(Browsers, userAgent ?? ""), First(Systems, userAgent ?? "") }.OfType<string>().ToList();
        return parts.Count > 0 ? string.Join(", ", parts) : "?";
    }

    private static string? First((string Token, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Token, StringComparison.Ordinal)).Name;
}
