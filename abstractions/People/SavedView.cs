namespace CallCenter.Abstractions.People;

/// <summary>A page as somebody wants to see it again.</summary>
/// <param name="Page">Which page, by its word.</param>
/// <param name="Name">As he calls it; one of a page and name at a time.</param>
/// <param name="Query">What the address says behind the page's path.</param>
public sealed record SavedView(string Page, string Name, string Query)
{
    /// <summary>Of one person.</summary>
    public const int Most = 50;

    public const int LongestName = 60;

    public const int LongestQuery = 2000;
}
