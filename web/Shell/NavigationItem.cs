using CallCenter.Web.Languages;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Shell;

/// <summary>An entry of the main menu.</summary>
/// <param name="Icon">Name in <c>wwwroot/icons.svg</c>.</param>
/// <param name="Needs">Who sees it. The page itself carries the policy; this only hides what would be refused.</param>
/// <param name="Shortcut">The key that leads there after <c>g</c>.</param>
/// <param name="OnlyEmployees">Hidden from sign-ins that are no employee.</param>
/// <param name="Under">What the addresses begin with that belong to it; null: with its own.</param>
public sealed record NavigationItem(
    string Href, Text Text, string Icon, Right Needs, char Shortcut, bool OnlyEmployees = false, string? Under = null)
{
    /// <summary>Whether an address belongs to it.</summary>
    public bool Holds(PathString path) => path.StartsWithSegments(Under ?? Href, StringComparison.Ordinal);

    public bool IsFor(Viewer viewer) => viewer.May(Needs) && (!OnlyEmployees || viewer.Employee is not null);
}
