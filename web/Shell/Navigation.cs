using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Calls;
using CallCenter.Web.Settings;

namespace CallCenter.Web.Shell;

/// <summary>The main menu, in its order. One line per entry.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("/board", ShellTexts.Board, "layout-dashboard", AccessLevel.Supervisor, 'b'),
        new(CallListFilter.Path, CallListTexts.Title, "history", AccessLevel.Employee, 'j'),
        new("/desk", ShellTexts.MyDesk, "headset", AccessLevel.Employee, 'd', OnlyEmployees: true),
        new("/settings/employees", SettingsTexts.Title, "settings", AccessLevel.Administrator, 's', Under: "/settings"),
    ];
}
