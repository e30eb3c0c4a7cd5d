using CallCenter.Abstractions.Configuration;

namespace CallCenter.Web.Shell;

/// <summary>The main menu, in its order. One line per entry.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("/board", ShellTexts.Board, "layout-dashboard", AccessLevel.Supervisor, 'b'),
        new("/desk", ShellTexts.MyDesk, "headset", AccessLevel.Employee, 'd', OnlyEmployees: true),
    ];
}
