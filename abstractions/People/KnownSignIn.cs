namespace CallCenter.Abstractions.People;

/// <summary>One sign-in of somebody, as he is told of it.</summary>
/// <param name="Id">Tells it from his others.</param>
/// <param name="At">When he signed in; UTC milliseconds.</param>
/// <param name="SeenAt">When it was used last, within some hours.</param>
/// <param name="Address">From where.</param>
/// <param name="Browser">As it calls itself; shortened.</param>
/// <param name="Stamp">Of the password it was made with, see <see cref="Ports.ISignIns.Stamp"/>; null of older versions.</param>
public sealed record KnownSignIn(string Id, long At, long SeenAt, string? Address, string? Browser, string? Stamp = null)
{
    /// <summary>Of one person; the oldest goes.</summary>
    public const int Most = 30;

    public const int LongestBrowser = 200;
}
